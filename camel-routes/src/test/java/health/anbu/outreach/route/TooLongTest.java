package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Where the law lets care be texted without consent only in so many characters. */
@DisplayName("X5 47 CFR 64.1200: a text about care without consent is shorter than 160 characters")
@TestPropertySource(
    properties = {
      "anbu.clinic.jurisdiction=US",
      "anbu.clinic.zone=America/New_York",
      "anbu.clinic.name=The Harbourside Community Clinic for Dermatology and Dentistry",
      "anbu.clinic.phone=+1 212 555 0100",
      "anbu.clinic.language=en",
      "anbu.clinic.channels=sms",
      "anbu.clock.start=2026-03-03T11:00:00-05:00"
    })
@Import(TooLongTest.Own.class)
class TooLongTest extends RunningRoutes {

  /** Another clock is another clinic. */
  static class Own {
    @Bean
    DataSource dataSource() {
      return DataSourceBuilder.create().url("jdbc:h2:mem:too_long;DB_CLOSE_DELAY=-1").build();
    }
  }

  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final String NAME = "Harbourside Community Clinic";

  private final String number = "+1202555%04d".formatted(number().hashCode() & 0xfff);

  @BeforeEach
  void thanksForTheFirstVisit() {
    for (String step : new String[] {"the-same-day", "within-a-week"}) {
      store.put(read(GUIDE.resolve("ActivityDefinition-first-visit-steps-" + step + ".json")));
    }
    store.put(
        read(GUIDE.resolve("PlanDefinition-first-visit-steps-after-visit.json"))
            .replaceFirst("\"status\": *\"draft\"", "\"status\": \"active\""));
    changed("PlanDefinition", "first-visit-steps-after-visit");
  }

  private void visits(String patient) {
    store.put(
        """
        {"resourceType": "Patient", "id": "%s", "birthDate": "1980-01-01",
         "name": [{"family": "Doe", "given": ["Jane"]}],
         "telecom": [{"system": "phone", "use": "mobile", "value": "%s"}]}
        """
            .formatted(patient, number));
    store.put(
        """
        {"resourceType": "Encounter", "id": "%1$s-visit", "status": "finished", "class": {"code": "AMB"},
         "subject": {"reference": "Patient/%1$s"},
         "period": {"start": "2026-03-03T10:00:00-05:00", "end": "2026-03-03T10:50:00-05:00"}}
        """
            .formatted(patient));
    changed("Encounter", patient + "-visit", patient);
  }

  private CommunicationRequest request(String patient) {
    return store.all(CommunicationRequest.class).stream()
        .filter(one -> one.getSubject().getReference().equals("Patient/" + patient))
        .filter(one -> one.getIdentifierFirstRep().getValue().contains(":the-same-day:"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isNotSentWhereTheClinicsNameMakesItLonger() {
    visits("long");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> request("long").getStatusReason().hasCoding());
    assertThat(request("long").getStatus().toCode()).isEqualTo("revoked");
    assertThat(request("long").getStatusReason().getCodingFirstRep().getCode())
        .isEqualTo("too-long");
    assertThat(messagesTo(number)).isEmpty();
  }

  @Test
  void isSentToWhoHasAgreed() {
    store.put(
        """
        {"resourceType": "Consent", "id": "agreed", "status": "active",
         "patient": {"reference": "Patient/agreed"}, "dateTime": "2026-03-01",
         "scope": {"text": "privacy"}, "policyRule": {"text": "opt-in"},
         "category": [{"coding": [{"code": "treatment",
           "system": "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose"}]}],
         "provision": {"type": "permit"}}
        """);
    visits("agreed");
    await().atMost(Duration.ofSeconds(20)).until(() -> messagesTo(number).size() == 1);
    assertThat(messagesTo(number).get(0)).contains(NAME).hasSizeGreaterThan(159);
  }
}
