package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.jpa.config.JpaConfig;
import ca.uhn.fhir.jpa.packages.NpmJpaValidationSupport;
import ca.uhn.fhir.jpa.term.api.ITermReadSvc;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The definitions of all of FHIR and those that were stored here. What was read of them takes 200
 * MB, and the store's own chain keeps it for ever: this one can be let go.
 */
@Component
class FhirDefinitions {

  private final FhirContext fhirContext;
  private final DefaultProfileValidationSupport standard;
  private final IValidationSupport stored;
  private final ITermReadSvc terminology;
  private final InMemoryTerminologyServerValidationSupport valueSets;
  private final NpmJpaValidationSupport packages;

  FhirDefinitions(
      FhirContext fhirContext,
      DefaultProfileValidationSupport standard,
      @Qualifier(JpaConfig.JPA_VALIDATION_SUPPORT) IValidationSupport stored,
      ITermReadSvc terminology,
      InMemoryTerminologyServerValidationSupport valueSets,
      NpmJpaValidationSupport packages) {
    this.fhirContext = fhirContext;
    this.standard = standard;
    this.stored = stored;
    this.terminology = terminology;
    this.valueSets = valueSets;
    this.packages = packages;
  }

  /** Keeps what it has read for as long as it is referred to. */
  IValidationSupport open() {
    return chain(standard, stored, terminology);
  }

  private ValidationSupportChain chain(IValidationSupport... first) {
    ValidationSupportChain chain = new ValidationSupportChain(first);
    chain.addValidationSupport(
        new SnapshotGeneratingValidationSupport(
            fhirContext, new WorkerContextValidationSupportAdapter(chain)));
    chain.addValidationSupport(valueSets);
    chain.addValidationSupport(packages);
    chain.addValidationSupport(new CommonCodeSystemsTerminologyService(fhirContext));
    return chain;
  }

  /** Each with all elements written out: those of its base and what it says of them. */
  void writeOut(List<StructureDefinition> profiles) {
    PrePopulatedValidationSupport given = new PrePopulatedValidationSupport(fhirContext);
    profiles.forEach(given::addStructureDefinition);
    ValidationSupportChain chain = chain(standard, given);
    ValidationSupportContext context = new ValidationSupportContext(chain);
    for (StructureDefinition profile : profiles) {
      var whole =
          (StructureDefinition) chain.generateSnapshot(context, profile.copy(), null, null, null);
      profile.setSnapshot(whole.getSnapshot());
    }
  }

  /** What the library keeps beside: it is read again, in two seconds, when it is needed again. */
  void letGo() {
    fhirContext.getValidationSupport().invalidateCaches();
    standard.flush();
  }
}
