package health.anbu.outreach.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of each place, cell by cell. */
class JurisdictionPackTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final List<String> CHANNELS =
      List.of("sms", "kakao", "line", "whatsapp", "email", "phone", "letter");
  private static final List<Address> ADDRESSES =
      List.of(
          new Address(Address.Kind.MOBILE, "+821012345678"),
          new Address(Address.Kind.EMAIL, "a@example.org"),
          new Address(Address.Kind.LINE, "U" + "0".repeat(32)));

  private static Instant at(String time) {
    return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }

  private static ConsentRecord said(String word, int order) {
    boolean permit = word.startsWith("+");
    String what = word.substring(1);
    Instant given =
        word.endsWith(" old")
            ? at("00:00").minus(Duration.ofDays(800))
            : at("00:00").minus(Duration.ofDays(100 - order));
    String purpose = what.split(" ")[0];
    boolean night = purpose.equals("night");
    return new ConsentRecord(
        "Consent/" + order,
        permit,
        night || purpose.equals("all") ? Set.of() : Set.of(Purpose.of(purpose).orElseThrow()),
        Set.of(),
        word.endsWith(" confirmed") ? at("00:00").minus(Duration.ofDays(900)) : given,
        null,
        null,
        word.endsWith(" confirmed") ? at("00:00").minus(Duration.ofDays(10)) : null,
        night,
        null);
  }

  /** Such as {@code +advertising old -advertising}; what is said later is newer. */
  private static List<ConsentRecord> consents(String said) {
    List<ConsentRecord> consents = new ArrayList<>();
    if (!said.equals("nothing")) {
      for (String word : said.split(" (?=[+-])")) {
        consents.add(said(word, consents.size()));
      }
    }
    return consents;
  }

  private static String decide(
      JurisdictionPack pack, Purpose purpose, String channel, String time, String said) {
    List<Address> addresses = channel.equals("letter") ? List.of() : ADDRESSES;
    Permit permit =
        Permit.ask(purpose, List.of(channel), addresses, consents(said), pack, at(time));
    if (channel.equals("letter") && permit.reason() == Reason.NO_ADDRESS) {
      // No adapter carries letters yet; the law of them is asked all the same.
      return "letter";
    }
    ContactMoment moment =
        new ContactMoment(
            permit, channel, at(time), ZONE, null, pack, FrequencyCap.NONE, List.of(), false);
    return described(ContactPolicies.decide(moment), purpose);
  }

  private static String described(ContactDecision decision, Purpose purpose) {
    if (decision instanceof ContactDecision.Skip skip) {
      return "skip " + skip.reason().code();
    }
    if (decision instanceof ContactDecision.Defer defer) {
      return "defer to " + ZonedDateTime.ofInstant(defer.until(), ZONE).toLocalTime();
    }
    Purpose sentAs = ((ContactDecision.Send) decision).sentAs();
    return "send as " + (sentAs == purpose ? "declared" : sentAs.code());
  }

  private static List<String> list(String field) {
    return Arrays.stream(field.split(",")).map(String::strip).toList();
  }

  private static List<List<String>> table(String place) throws IOException {
    String file = "x5-" + place.toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in =
        Objects.requireNonNull(JurisdictionPackTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
          .toList();
    }
  }

  @ParameterizedTest(name = "X5 purpose x channel x hour x consent in {0}")
  @ValueSource(strings = {"KR", "JP", "IR", "US", "EU", "GB", "XX"})
  void everyCellSaysWhatItsTableSays(String place) throws IOException {
    JurisdictionPack pack = JurisdictionPack.of(place);
    SoftAssertions softly = new SoftAssertions();
    Set<String> asked = new HashSet<>();
    for (List<String> row : table(place)) {
      for (String code : list(row.get(0))) {
        Purpose purpose = Purpose.of(code).orElseThrow();
        for (String channel : row.get(1).equals("*") ? CHANNELS : list(row.get(1))) {
          for (String time : list(row.get(2))) {
            for (String said : list(row.get(3))) {
              String expected = row.get(4).replace("send as " + code, "send as declared");
              String answer = decide(pack, purpose, channel, time, said);
              if (!answer.equals("letter")) {
                softly
                    .assertThat(answer)
                    .as("%s %s by %s at %s, said: %s", place, code, channel, time, said)
                    .isEqualTo(expected);
              }
              asked.add(code + " " + channel + " " + time + " " + said);
            }
          }
        }
      }
    }
    softly.assertAll();
    Stream.of(Purpose.values())
        .flatMap(p -> CHANNELS.stream().map(c -> p.code() + " " + c))
        .flatMap(cell -> Stream.of(cell + " 12:00 nothing", cell + " 22:00 nothing"))
        .forEach(cell -> assertThat(asked).as("the table of " + place).contains(cell));
  }

  @Nested
  @DisplayName("D5, C18: quiet hours by purpose and channel")
  class AtNight {

    @ParameterizedTest
    @CsvSource({
      "sms, 20:50, false", "sms, 21:00, true", "sms, 07:59, true", "sms, 08:00, false",
      "kakao, 20:49, false", "kakao, 20:50, true", "kakao, 07:59, true", "email, 23:00, false"
    })
    void koreanAdvertisingWaits(String channel, LocalTime time, boolean quiet) {
      LawEdition law = JurisdictionPack.of("KR").on(at("12:00"));
      assertThat(law.rule(Purpose.ADVERTISING, channel).quiet().contains(time, false))
          .isEqualTo(quiet);
    }

    @Test
    void aConsentOfItsOwnLiftsTheNightOnlyWhereTheLawSaysSo() {
      LawEdition law = JurisdictionPack.of("KR").on(at("12:00"));
      LocalTime night = LocalTime.of(23, 0);
      assertThat(law.rule(Purpose.ADVERTISING, "sms").quiet().contains(night, true)).isFalse();
      assertThat(law.rule(Purpose.ADVERTISING, "kakao").quiet().contains(night, true)).isTrue();
      assertThat(law.rule(Purpose.RECALL, "sms").quiet().contains(night, true)).isTrue();
    }
  }

  @Nested
  class WhereTwoLawsMeet {

    private final JurisdictionPack both = JurisdictionPack.of("KR").towards("JP");

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "recall      | sms      | 12:00 | nothing      | skip no-consent",
          "recall      | sms      | 12:00 | +recall      | send as declared",
          "recall      | sms      | 12:00 | +advertising | send as advertising",
          "advertising | whatsapp | 12:00 | +advertising | skip advertising-not-on-channel",
          "advertising | line     | 12:00 | +advertising | skip advertising-not-on-channel",
          "advertising | sms      | 20:30 | +advertising | defer to 09:00",
          "advertising | sms      | 08:30 | +advertising | defer to 09:00",
          "advertising | email    | 22:00 | +advertising | defer to 09:00",
          "treatment   | sms      | 20:30 | nothing      | defer to 09:00"
        })
    @DisplayName("X5 the strictest of both wins")
    void theStrictestWins(String code, String channel, String time, String said, String expected) {
      Purpose purpose = Purpose.of(code).orElseThrow();
      assertThat(decide(both, purpose, channel, time, said)).isEqualTo(expected);
      JurisdictionPack otherWay = JurisdictionPack.of("JP").towards("KR");
      assertThat(decide(otherWay, purpose, channel, time, said)).isEqualTo(expected);
    }

    @Test
    void namesBothEditions() {
      assertThat(both.on(at("12:00")).name()).isEqualTo("KR 2026.3 with JP 2026.4");
      assertThat(both.on(at("12:00")).majority()).isEqualTo(19);
    }

    @Test
    void aCountryThatIsNotRecordedChangesNothing() {
      JurisdictionPack korea = JurisdictionPack.of("KR");
      assertThat(korea.towards(null)).isSameAs(korea);
      assertThat(JurisdictionPack.of("DE").towards("FR").code()).isEqualTo("EU");
    }

    @Test
    void aCountryWithoutAPackIsTheStrictest() {
      JurisdictionPack abroad = JurisdictionPack.of("US").towards("VN");
      assertThat(decide(abroad, Purpose.SURVEY, "sms", "12:00", "nothing"))
          .isEqualTo("skip no-consent");
    }
  }

  @Nested
  class AnEdition {

    @ParameterizedTest
    @CsvSource({
      "2022-03-31T14:59:59Z, JP 2026.3, 20",
      "2022-03-31T15:00:00Z, JP 2026.4, 18",
      "1999-01-01T00:00:00Z, JP 2026.3, 20"
    })
    void beginsOnItsDayWhereItIsLaw(Instant at, String name, int majority) {
      assertThat(JurisdictionPack.of("JP").on(at).name()).isEqualTo(name);
      assertThat(JurisdictionPack.of("JP").on(at).majority()).isEqualTo(majority);
    }

    @Test
    void keepsWhatItDoesNotChange() {
      LawEdition before = JurisdictionPack.of("IR").on(Instant.parse("2022-01-01T00:00:00Z"));
      LawEdition after = JurisdictionPack.of("IR").on(at("12:00"));
      assertThat(before.rule(Purpose.TREATMENT, "sms").statements().get(0).suffix()).isNull();
      assertThat(after.rule(Purpose.TREATMENT, "sms").statements().get(0).suffix())
          .isEqualTo("لغو ۱۱");
      assertThat(after.rule(Purpose.ADVERTISING, "line").forbidden()).isTrue();
    }

    @Test
    void saysWhereEachRuleIsFrom() {
      for (String place : List.of("KR", "JP", "IR", "US", "EU", "GB", "XX")) {
        for (LawEdition edition : JurisdictionPack.of(place).editions()) {
          edition
              .rules()
              .values()
              .forEach(
                  byChannel ->
                      byChannel
                          .values()
                          .forEach(rule -> assertThat(rule.source()).startsWith(edition.name())));
        }
      }
    }
  }

  @Nested
  class TheHealthCareExemption {

    private List<Instant> sends = List.of();

    private ContactDecision send(String said) {
      JurisdictionPack pack = JurisdictionPack.of("US");
      Permit permit =
          Permit.ask(
              Purpose.TREATMENT, List.of("sms"), ADDRESSES, consents(said), pack, at("12:00"));
      return ContactPolicies.decide(
          new ContactMoment(
              permit, "sms", at("12:00"), ZONE, null, pack, FrequencyCap.NONE, sends, false));
    }

    @Test
    void allowsOneADay() {
      assertThat(send("nothing")).isInstanceOf(ContactDecision.Send.class);
      sends = List.of(at("09:00"));
      assertThat(send("nothing"))
          .isEqualTo(
              new ContactDecision.Defer(
                  at("09:00").plus(Duration.ofDays(1)), Reason.FREQUENCY_CAP));
    }

    @Test
    void allowsThreeAWeek() {
      sends = Stream.of(6, 4, 2).map(days -> at("11:00").minus(Duration.ofDays(days))).toList();
      assertThat(send("nothing"))
          .isEqualTo(
              new ContactDecision.Defer(
                  at("11:00").plus(Duration.ofDays(1)), Reason.FREQUENCY_CAP));
    }

    @Test
    void isNotNeededForWhoAgreed() {
      sends = List.of(at("09:00"));
      assertThat(send("+treatment")).isInstanceOf(ContactDecision.Send.class);
    }

    @Test
    void allowsShortTextsOnly() {
      LawEdition law = JurisdictionPack.of("US").on(at("12:00"));
      assertThat(law.rule(Purpose.TREATMENT, "sms").longest()).isEqualTo(159);
      assertThat(law.rule(Purpose.TREATMENT, "email").longest()).isNull();
    }
  }

  @Nested
  class CounselsOverride {

    private final JurisdictionPack korea = JurisdictionPack.of("KR");

    @Test
    void changesOnlyWhatItNames() {
      JurisdictionPack own =
          korea.overriddenBy(
              "own.txt", List.of("consent | recall | * | none | counsel, letter of 2 May 2026"));
      assertThat(decide(own, Purpose.RECALL, "sms", "12:00", "nothing"))
          .isEqualTo("send as declared");
      assertThat(own.on(at("12:00")).rule(Purpose.RECALL, "sms").source())
          .isEqualTo("KR 2026.3: counsel, letter of 2 May 2026");
      assertThat(decide(own, Purpose.ADVERTISING, "sms", "12:00", "nothing"))
          .isEqualTo("skip no-consent");
      assertThat(decide(korea, Purpose.RECALL, "sms", "12:00", "nothing"))
          .isEqualTo("skip no-consent");
    }

    @Test
    void holdsInEveryEdition() {
      JurisdictionPack own =
          JurisdictionPack.of("JP")
              .overriddenBy("own.txt", List.of("", "quiet | * | * | never | counsel"));
      assertThat(own.editions())
          .allMatch(e -> e.rule(Purpose.SURVEY, "sms").quiet().bands().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "quiet | * | * | 21:00-08:00;quiet has 5 fields, not 4",
          "quiet | * | * | 21:00-08:00 |;a field is empty",
          "quiet | * | * | 9pm | counsel;quiet hours are like 21:00-08:00 or never, not 9pm",
          "quiet | * | * | 25:00-08:00 | counsel;no time of day in 25:00-08:00",
          "quite | * | * | never | counsel;unknown keyword quite",
          "quiet | adverts | * | never | counsel;unknown purpose adverts",
          "quiet | * | fax | never | counsel;unknown channel in fax",
          "consent | * | * | yes please | counsel;a consent is like recall",
          "cap | * | * | often | counsel;a cap is like 3 per 7d, not often",
          "renew | * | * | 2 years | counsel;a period is like P2Y or never, not 2 years",
          "majority | grown up | counsel;grown up is no number",
          "stop | * | * | maybe | counsel;the way out is free, reply, call or none, not maybe",
          "sender | * | * | fame | counsel;a sender says name, contact and postal, not fame",
          "forbid | * | * | perhaps | counsel;forbid is yes or no, not perhaps",
          "say | free | de | Nein | ;say has 4 fields, not 5",
          "say | free | de | Nein;say names free, reply, call or notice and a language",
          "edition | 1 | 2026-01-01 | counsel;an override holds in every edition and names none"
        })
    void thatCannotBeReadNamesTheLine(String line, String why) {
      assertThatThrownBy(() -> korea.overriddenBy("own.txt", List.of("# ours", "", line)))
          .isInstanceOf(PackText.Unreadable.class)
          .hasMessageStartingWith("own.txt line 3: ")
          .hasMessageContaining(why);
    }
  }

  @Test
  void aPackNeedsItsEditionsInOrderAndItsDates() {
    assertThatThrownBy(
            () -> PackText.of("p", List.of("zone | UTC | x", "majority | 18 | x")).pack("ZZ"))
        .hasMessage("p line 2: majority stands before the first edition");
    assertThatThrownBy(
            () -> PackText.of("p", List.of("zone | UTC | x", "edition | 1 | May | x")).pack("ZZ"))
        .hasMessage("p line 2: May is no date");
    assertThatThrownBy(
            () ->
                PackText.of("p", List.of("zone | UTC | x", "edition | 1 | 2020-01-01 | x"))
                    .pack("ZZ"))
        .hasMessageContaining("does not say when a person is of age");
  }
}
