package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.plan.Condition.Answer;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Situation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

class FhirPathsTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final FhirContext CONTEXT = FhirContext.forR4Cached();

  private final FhirPaths paths = new FhirPaths(CONTEXT);

  private Answer comesLater(String start) throws FhirPaths.Refused {
    String json = "{\"resourceType\": \"Appointment\", \"start\": \"" + start + "\"}";
    Appointment appointment = CONTEXT.newJsonParser().parseResource(Appointment.class, json);
    MemoryFhirStore store = new MemoryFhirStore();
    Patient patient = new Patient();
    patient.setId("kim");
    store.put(patient);
    PatientFacts facts =
        new FactsReader(store, store, new PhoneNumbers("KR"))
            .read(List.of("kim"), SEOUL)
            .get("kim");
    Instant now = Instant.parse("2026-11-01T00:00:00Z");
    return paths
        .condition("start > %now")
        .test(new Situation(facts, new FhirEvidence(appointment), now, SEOUL));
  }

  @Test
  void comparesWithTheClock() throws FhirPaths.Refused {
    assertThat(comesLater("2026-11-03T09:00:00+09:00")).isEqualTo(Answer.TRUE);
    assertThat(comesLater("2026-10-03T09:00:00+09:00")).isEqualTo(Answer.FALSE);
  }

  /** Some systems write it, and nothing but this question may suffer from it. */
  @Test
  void failsOnATimeWithoutSecondsAndThrowsNothing() throws FhirPaths.Refused {
    assertThat(comesLater("2026-11-03T09:00+09:00")).isEqualTo(Answer.FAILED);
  }
}
