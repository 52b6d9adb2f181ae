package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Consent says to us. */
@DisplayName("C46 consent per purpose and channel, with proof")
class ConsentReaderTest {

  private static final String PURPOSE =
      "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose";
  private static final String KIND =
      "https://anbu-health.github.io/fhir/CodeSystem/outreach-consent";

  private static Optional<ConsentRecord> read(
      String type, String system, String code, String more) {
    String json =
        """
        {"resourceType":"Consent","id":"c","meta":{"versionId":"3"},"status":"active",
         "category":[{"coding":[{"system":"%s","code":"%s"}]}],
         "patient":{"reference":"Patient/p"},"dateTime":"2024-05-02T10:00:00+09:00",
         "provision":{"type":"%s"%s}%s}
        """
            .formatted(
                system,
                code,
                type,
                more.startsWith("period") ? ",\"period\":{" + more.substring(6) + "}" : "",
                more.isEmpty() || more.startsWith("period") ? "" : "," + more);
    return ConsentReader.read(
        FhirContext.forR4Cached().newJsonParser().parseResource(Consent.class, json),
        ZoneId.of("Asia/Seoul"));
  }

  @Test
  void namesItsProof() {
    ConsentRecord read =
        read(
                "permit",
                PURPOSE,
                "recall",
                "\"sourceReference\":{\"reference\":\"DocumentReference/d\"}")
            .orElseThrow();
    assertThat(read.reference()).isEqualTo("Consent/c/_history/3");
    assertThat(read.source()).isEqualTo("DocumentReference/d");
    assertThat(read.purposes()).containsExactly(Purpose.RECALL);
    assertThat(read.given()).isEqualTo(Instant.parse("2024-05-02T01:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"permit,false", "deny,true"})
  @DisplayName("D16 a modifierExtension of another system takes a permission, not a refusal")
  void doesNotPermitWhatItDoesNotUnderstand(String type, boolean counts) {
    String odd = "\"modifierExtension\":[{\"url\":\"http://example.org/x\",\"valueBoolean\":true}]";
    assertThat(read(type, PURPOSE, "recall", odd).isPresent()).isEqualTo(counts);
  }

  @Test
  void countsFromWhenItWasLastConfirmed() {
    ConsentRecord read =
        read(
                "permit",
                PURPOSE,
                "advertising",
                "\"verification\":[{\"verified\":true,\"verificationDate\":\"2026-04-01T10:00:00+09:00\"},"
                    + "{\"verified\":false,\"verificationDate\":\"2026-05-01T10:00:00+09:00\"}]")
            .orElseThrow();
    assertThat(read.confirmed()).isEqualTo(Instant.parse("2026-04-01T01:00:00Z"));
  }

  @Test
  void toTheNightIsNoneToAPurpose() {
    ConsentRecord read = read("permit", KIND, "night-ad", "").orElseThrow();
    assertThat(read.night()).isTrue();
    assertThat(read.purposes()).isEmpty();
    assertThat(read("permit", KIND, "something-else", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026, 2026-12-31T15:00:00Z", "2026-06, 2026-06-30T15:00:00Z"})
  @DisplayName("C46 a consent that holds until a month or a year ends with it")
  void endsWithTheMonthOrTheYearThatItHoldsUntil(String end, Instant until) {
    ConsentRecord read =
        read("permit", PURPOSE, "recall", "period\"end\":\"%s\"".formatted(end)).orElseThrow();
    assertThat(read.until()).isEqualTo(until);
  }

  @Test
  void doesNotHoldBeforeTheYearInWhichItBegins() {
    ConsentRecord read =
        read("permit", PURPOSE, "recall", "period\"start\":\"2027\"").orElseThrow();
    assertThat(read.from()).isEqualTo(Instant.parse("2026-12-31T15:00:00Z"));
  }

  @Test
  @DisplayName("C46 a permission that takes something back again does not count")
  void withExceptionsIsNone() {
    Consent consent = new Consent().setStatus(Consent.ConsentState.ACTIVE);
    consent.setId("Consent/c/_history/1");
    consent.addCategory().addCoding().setSystem(PURPOSE).setCode("recall");
    consent.getProvision().setType(Consent.ConsentProvisionType.PERMIT);
    ZoneId zone = ZoneId.of("Asia/Seoul");
    assertThat(ConsentReader.read(consent, zone)).isPresent();
    consent.getProvision().addProvision().setType(Consent.ConsentProvisionType.DENY);
    assertThat(ConsentReader.read(consent, zone)).isEmpty();
  }

  @Test
  void refusingWithAnEndIsAMute() {
    ConsentRecord mute =
        read("deny", PURPOSE, "recall", "period\"start\":\"2026-06-01\",\"end\":\"2026-06-30\"")
            .orElseThrow();
    assertThat(mute.mute()).isTrue();
    assertThat(mute.until()).isEqualTo(Instant.parse("2026-06-30T15:00:00Z"));
    assertThat(read("deny", PURPOSE, "recall", "").orElseThrow().mute()).isFalse();
  }
}
