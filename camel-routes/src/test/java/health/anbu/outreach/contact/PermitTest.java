package health.anbu.outreach.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may hear what over which channel, by consent and by the law of the place. */
class PermitTest {

  private static final Instant NOW = Instant.parse("2026-06-30T01:00:00Z");
  private static final List<Address> MOBILE =
      List.of(new Address(Address.Kind.MOBILE, "+821000000001"));

  private final List<ConsentRecord> consents = new ArrayList<>();
  private List<String> channels = List.of("kakao", "sms");
  private List<Address> addresses = MOBILE;

  private void permits(Purpose purpose, Instant given, String... onlyOn) {
    consents.add(consent(true, given, Set.of(purpose), onlyOn));
  }

  private void refuses(Instant given, Set<Purpose> purposes, String... onlyOn) {
    consents.add(consent(false, given, purposes, onlyOn));
  }

  private static ConsentRecord consent(
      boolean permit, Instant given, Set<Purpose> purposes, String... onlyOn) {
    return new ConsentRecord(
        permit ? "Consent/yes" : "Consent/no",
        permit,
        purposes,
        Set.copyOf(Arrays.asList(onlyOn)),
        given,
        null,
        null);
  }

  private static Instant month(int month) {
    return Instant.parse("2026-%02d-01T00:00:00Z".formatted(month));
  }

  private Permit ask(String jurisdiction, Purpose purpose) {
    return Permit.ask(
        purpose, channels, addresses, consents, JurisdictionPack.of(jurisdiction), NOW);
  }

  private void assertRefused(Permit permit, Reason reason) {
    assertThat(permit.granted()).isFalse();
    assertThat(permit.reason()).isEqualTo(reason);
    assertThat(permit.channels()).isEmpty();
  }

  @Nested
  class ARecallInKorea {

    @Test
    void thatThePatientAskedForIsNoAdvertising() {
      permits(Purpose.RECALL, null);
      assertThat(ask("KR", Purpose.RECALL).sentAs()).isEqualTo(Purpose.RECALL);
      assertThat(ask("KR", Purpose.RECALL).channels()).containsExactly("kakao", "sms");
      assertThat(ask("KR", Purpose.RECALL).proof()).containsExactly("Consent/yes");
    }

    @Test
    void onAConsentToAdvertisingIsLabelledAndNeverOnKakao() {
      permits(Purpose.ADVERTISING, month(1));
      assertThat(ask("KR", Purpose.RECALL).sentAs()).isEqualTo(Purpose.ADVERTISING);
      assertThat(ask("KR", Purpose.RECALL).channels()).containsExactly("sms");
    }

    @Test
    void withoutAnyConsentIsNotSent() {
      assertRefused(ask("KR", Purpose.RECALL), Reason.NO_CONSENT);
    }

    @Test
    void afterAnOptOutSaysSo() {
      refuses(month(1), Set.of());
      assertRefused(ask("KR", Purpose.RECALL), Reason.OPT_OUT);
      assertThat(ask("KR", Purpose.RECALL).proof()).containsExactly("Consent/no");
    }

    @Test
    void staysWhenOnlyAdvertisingWasRefused() {
      permits(Purpose.RECALL, null);
      refuses(month(1), Set.of(Purpose.ADVERTISING));
      assertThat(ask("KR", Purpose.RECALL).channels()).containsExactly("kakao", "sms");
    }

    @Test
    void thatWasRefusedIsNotSentAsAdvertisingInstead() {
      permits(Purpose.ADVERTISING, month(6));
      refuses(month(1), Set.of(Purpose.RECALL));
      assertRefused(ask("KR", Purpose.RECALL), Reason.OPT_OUT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "KR, line, false", "KR, whatsapp, false",
    "JP, line, true", "JP, whatsapp, false",
    "IR, line, false", "IR, whatsapp, false",
    "US, line, false", "US, whatsapp, false",
    "EU, line, true", "GB, whatsapp, true",
    "XX, line, false", "XX, whatsapp, false"
  })
  void advertisingGoesByAMessengerOnlyWhereTheLawIsKnown(
      String jurisdiction, String channel, boolean allowed) {
    permits(Purpose.ADVERTISING, month(1));
    channels = List.of(channel);
    addresses =
        List.of(
            new Address(Address.Kind.LINE, "U" + "0".repeat(32)),
            new Address(Address.Kind.MOBILE, "+821012345678"));
    assertThat(ask(jurisdiction, Purpose.ADVERTISING).granted()).isEqualTo(allowed);
    assertThat(ask(jurisdiction, Purpose.TREATMENT).channels()).containsExactly(channel);
  }

  @Nested
  @DisplayName("S1.22, C38: advertising never goes as information")
  class AdvertisingInKorea {

    @Test
    void needsAConsentToIt() {
      permits(Purpose.RECALL, null);
      assertRefused(ask("KR", Purpose.ADVERTISING), Reason.NO_CONSENT);
    }

    @Test
    void hasNoChannelWhereThereIsOnlyKakao() {
      permits(Purpose.ADVERTISING, month(1));
      channels = List.of("kakao");
      assertRefused(ask("KR", Purpose.ADVERTISING), Reason.ADVERTISING_NOT_ON_CHANNEL);
    }

    @Test
    void isRefusedByAnOptOutFromItsOnlyLawfulChannel() {
      permits(Purpose.ADVERTISING, month(1));
      refuses(month(1), Set.of(), "sms");
      assertRefused(ask("KR", Purpose.ADVERTISING), Reason.OPT_OUT);
    }

    @Test
    void needsAConsentToAChannelThatWeHave() {
      permits(Purpose.ADVERTISING, month(1), "email");
      assertRefused(ask("KR", Purpose.ADVERTISING), Reason.NO_CONSENT);
    }
  }

  @Nested
  class Elsewhere {

    @ParameterizedTest
    @CsvSource({"JP", "IR", "US", "EU", "GB"})
    void aRecallNeedsNoConsent(String jurisdiction) {
      assertThat(ask(jurisdiction, Purpose.RECALL).granted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"KR", "JP", "IR", "US", "EU", "GB", "XX"})
    void advertisingNeedsOne(String jurisdiction) {
      assertRefused(ask(jurisdiction, Purpose.ADVERTISING), Reason.NO_CONSENT);
      permits(Purpose.ADVERTISING, month(1));
      assertThat(ask(jurisdiction, Purpose.ADVERTISING).granted()).isTrue();
    }

    @Test
    void anUnknownPlaceGetsTheStrictestRules() {
      assertRefused(ask("XX", Purpose.RECALL), Reason.NO_CONSENT);
      assertRefused(ask("XX", Purpose.SURVEY), Reason.NO_CONSENT);
      assertThat(ask("XX", Purpose.TREATMENT).granted()).isTrue();
    }
  }

  @Nested
  @DisplayName("C46, D6: an opt-out")
  class AnOptOut {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void fromEverythingStopsEverything(Purpose purpose) {
      permits(purpose, month(1));
      refuses(month(2), Set.of());
      assertRefused(ask("KR", purpose), Reason.OPT_OUT);
    }

    @Test
    void fromOneChannelLeavesTheOthers() {
      refuses(month(1), Set.of(), "kakao");
      assertThat(ask("KR", Purpose.TREATMENT).channels()).containsExactly("sms");
    }

    @Test
    void fromOnePurposeLeavesTheOthers() {
      refuses(month(1), Set.of(Purpose.SURVEY));
      assertRefused(ask("KR", Purpose.SURVEY), Reason.OPT_OUT);
      assertThat(ask("KR", Purpose.TREATMENT).granted()).isTrue();
    }

    @Test
    void isLiftedByALaterConsentToJustThis() {
      refuses(month(1), Set.of());
      permits(Purpose.ADVERTISING, month(2));
      assertThat(ask("KR", Purpose.ADVERTISING).granted()).isTrue();
      assertRefused(ask("KR", Purpose.SURVEY), Reason.OPT_OUT);
    }

    @Test
    void standsWhereNobodyKnowsWhichCameFirst() {
      refuses(null, Set.of());
      permits(Purpose.ADVERTISING, month(2));
      assertRefused(ask("KR", Purpose.ADVERTISING), Reason.OPT_OUT);
    }

    @Test
    void holdsOnlyInItsTime() {
      consents.add(new ConsentRecord("c", false, Set.of(), Set.of(), month(1), month(1), month(2)));
      assertThat(ask("KR", Purpose.TREATMENT).granted()).isTrue();
    }
  }

  @Nested
  class AnAddress {

    @Test
    void isNeeded() {
      addresses = List.of();
      assertRefused(ask("KR", Purpose.TREATMENT), Reason.NO_ADDRESS);
    }

    @Test
    void thatIsALandlineTakesNoText() {
      addresses = List.of(new Address(Address.Kind.LANDLINE, "+8221234567"));
      assertRefused(ask("KR", Purpose.TREATMENT), Reason.NO_ADDRESS);
    }
  }
}
