package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** Holds resources to the profiles they declare. */
public final class Profiles {

  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final FhirContext CONTEXT = FhirContext.forR4Cached();
  private static final FhirValidator VALIDATOR = validator();

  private Profiles() {}

  /** Everything in the resource that its profiles do not allow. */
  public static List<String> faults(Resource resource) {
    return VALIDATOR
        .validateWithResult(CONTEXT.newJsonParser().encodeResourceToString(resource))
        .getMessages()
        .stream()
        .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
        .map(message -> message.getLocationString() + ": " + message.getMessage())
        .toList();
  }

  private static FhirValidator validator() {
    PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(CONTEXT);
    try (Stream<Path> files = Files.list(GUIDE)) {
      files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("(StructureDefinition|ValueSet|CodeSystem)-.*\\.json"))
          .map(Profiles::read)
          .forEach(ours::addResource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ValidationSupportChain chain =
        new ValidationSupportChain(
            ours,
            new DefaultProfileValidationSupport(CONTEXT),
            new CommonCodeSystemsTerminologyService(CONTEXT),
            new InMemoryTerminologyServerValidationSupport(CONTEXT));
    return CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
  }

  private static Resource read(Path file) {
    try {
      return (Resource) CONTEXT.newJsonParser().parseResource(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
