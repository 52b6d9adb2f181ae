package health.anbu.server.check;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.outreach.fhir.PhoneNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whether the source can be read, and how good what is in it is. */
record SourceFindings(SourceReader source, PhoneNumbers numbers) {

  private static final String SUBJECT = "source";

  List<Finding> all() {
    try {
      JsonNode metadata = source.get("/metadata?_summary=true");
      if (!metadata.path("fhirVersion").asText().startsWith("4.0")) {
        return List.of(
            Finding.fail(SUBJECT, source.base() + " is no FHIR R4 server", "set the right one"));
      }
    } catch (IOException e) {
      return List.of(
          Finding.warn(
              SUBJECT,
              source.base() + " does not answer (" + e.getMessage() + ")",
              "start the server, or set anbu.source.base-url"));
    }
    try {
      return quality();
    } catch (IOException e) {
      return List.of(
          Finding.fail(
              SUBJECT,
              source.base() + " cannot be read: " + e.getMessage(),
              "put a token that may read into the environment as ANBU_TOKEN"));
    }
  }

  private List<Finding> quality() throws IOException {
    SourceQuality quality = new SourceQuality(numbers);
    boolean whole =
        source.each(
            "Patient?_elements=id,active,deceased,birthDate,telecom,address,communication,"
                + "managingOrganization",
            quality::patient);
    whole &=
        source.each(
            "Procedure?status=completed&_elements=code,performed,status,subject",
            quality::procedure);
    whole &=
        source.each(
            "Appointment?status=booked&_elements=start,status,participant", quality::appointment);
    whole &= source.each("Consent?status=active&_elements=patient,status", quality::consent);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok(SUBJECT, source.base() + " is read" + (whole ? "" : ", the first of it")));
    findings.addAll(quality.findings());
    return findings;
  }
}
