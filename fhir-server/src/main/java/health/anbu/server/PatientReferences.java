package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.Inquirers;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the patients that a resource is about or mentions, as bare ids; and who is none yet. */
@Component
class PatientReferences {

  private static final String PATIENT = "Patient";

  private final FhirContext fhirContext;
  private final String records;

  /**
   * @param records base URL of the server with the records; empty where that is this one
   */
  PatientReferences(FhirContext fhirContext, @Value("${anbu.source.base-url:}") String records) {
    this.fhirContext = fhirContext;
    this.records = records.replaceFirst("/+$", "");
  }

  Set<String> in(IBaseResource... resources) {
    Set<String> patients = new TreeSet<>();
    Arrays.stream(resources)
        .filter(Objects::nonNull)
        .flatMap(this::idsOf)
        .filter(id -> PATIENT.equals(id.getResourceType()) && isOurs(id))
        .forEach(id -> patients.add(id.getIdPart()));
    Arrays.stream(resources)
        .filter(Objects::nonNull)
        .forEach(resource -> patients.addAll(Inquirers.in(resource)));
    return patients;
  }

  private boolean isOurs(IIdType id) {
    return !id.isAbsolute() || records.equals(id.getBaseUrl().replaceFirst("/+$", ""));
  }

  private Stream<IIdType> idsOf(IBaseResource resource) {
    Stream<IIdType> mentioned =
        fhirContext.newTerser().getAllResourceReferences(resource).stream()
            .map(info -> info.getResourceReference().getReferenceElement());
    return Stream.concat(Stream.of(own(resource)), mentioned);
  }

  private IIdType own(IBaseResource resource) {
    IIdType id = resource.getIdElement().toUnqualifiedVersionless();
    return id.hasResourceType() ? id : id.withResourceType(fhirContext.getResourceType(resource));
  }
}
