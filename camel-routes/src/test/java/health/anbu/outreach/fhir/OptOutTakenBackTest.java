package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.complaint.OptOutWords;
import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.fhir.ConsentWriter.Told;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C46 what takes back an opt-out, and what does not")
class OptOutTakenBackTest {

  private static final Instant THEN = Instant.parse("2026-03-01T05:00:00Z");
  private static final Instant NOW = THEN.plusSeconds(3600);
  private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final ConsentWriter writer = new ConsentWriter(TEHRAN);

  @BeforeEach
  void saidInEveryWay() {
    List.of("p", "q")
        .forEach(id -> store.put("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}"));
    store.write(
        List.of(
            writer.newOptOut(store, Told.BY_WORD, "p", null, null, "sms:1", THEN).orElseThrow(),
            writer.newOptOut(store, Told.BY_CHANNEL, "p", "line", null, "e:1", THEN).orElseThrow(),
            writer.newOptOut(store, Told.BY_WORD, "q", null, null, "sms:2", THEN).orElseThrow(),
            writer.optOut("p", null, null, "at the desk", THEN)));
  }

  private List<Consent> over() {
    return store.all(Consent.class).stream()
        .filter(consent -> consent.getProvision().getPeriod().hasEnd())
        .toList();
  }

  @Test
  void aWordTakesBackTheWordOfThatPatientAlone() {
    store.write(writer.takenBack(store, Told.BY_WORD, Set.of("p"), null, NOW));
    assertThat(over())
        .singleElement()
        .satisfies(
            consent -> {
              assertThat(consent.getIdentifierFirstRep().getValue()).isEqualTo("sms:1");
              assertThat(ConsentReader.read(consent, TEHRAN))
                  .hasValueSatisfying(one -> assertThat(one.until()).isEqualTo(NOW));
            });
  }

  @Test
  void aMessengerTakesBackWhatItHadTold() {
    store.write(writer.takenBack(store, Told.BY_CHANNEL, Set.of("p"), "line", NOW));
    assertThat(over()).extracting(c -> c.getIdentifierFirstRep().getValue()).containsExactly("e:1");
  }

  @Test
  void whatWasSaidLaterStands() {
    assertThat(writer.takenBack(store, Told.BY_WORD, Set.of("p"), null, THEN.minusSeconds(1)))
        .isEmpty();
  }

  @Test
  void nothingIsTakenBackTwice() {
    store.write(writer.takenBack(store, Told.BY_WORD, Set.of("p"), null, NOW));
    assertThat(writer.takenBack(store, Told.BY_WORD, Set.of("p"), null, NOW.plusSeconds(9)))
        .isEmpty();
  }

  @Test
  @DisplayName("C46 who is no patient takes back their own word, and nobody else's")
  void aWordTakesBackTheWordOfWhoIsNoPatient() {
    String caller = Inquirers.at(new Address(Address.Kind.MOBILE, "+989121234567"));
    String other = Inquirers.at(new Address(Address.Kind.MOBILE, "+989127654321"));
    for (String person : List.of(caller, other)) {
      store.write(
          List.of(
              writer.newOptOut(store, Told.BY_WORD, person, null, null, "3", THEN).orElseThrow()));
    }
    store.write(writer.takenBack(store, Told.BY_WORD, Set.of(caller), null, NOW));
    assertThat(over()).singleElement().satisfies(c -> assertThat(Inquirers.in(c)).contains(caller));
    assertThat(writer.takenBack(store, Told.BY_WORD, Set.of(), null, NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "۱۲", "١٢", " 12. ", "«۱۲»"})
  void twelveRejoinsAnIranianLine(String text) {
    assertThat(OptOutWords.isOneOf(text, JurisdictionPack.of("IR").on(NOW).rejoin())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"IR, 11", "IR, ساعت 12", "IR, 12 نفر", "KR, 12", "JP, 12", "US, 12"})
  void nothingElseDoes(String place, String text) {
    assertThat(OptOutWords.isOneOf(text, JurisdictionPack.of(place).on(NOW).rejoin())).isFalse();
  }

  @Test
  void theWordsBelongToTheClinicsCounsel() {
    JurisdictionPack own =
        JurisdictionPack.of("IR")
            .overriddenBy("own", List.of("rejoin | بازگشت | the operator's own word"));
    assertThat(OptOutWords.isOneOf("بازگشت", own.on(NOW).rejoin())).isTrue();
    assertThat(OptOutWords.isOneOf("12", own.on(NOW).rejoin())).isFalse();
  }
}
