package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.calendar.OwnDays;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.Rendering.Rendered;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a clinic says of itself in its own records counts before any setting. */
class ClinicPlacesTest {

  private static final String BUTTON = Words.extension("telecom-button");
  private static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");

  private final MemoryFhirStore store = new MemoryFhirStore();
  private Instant now = NOON;
  private final ClinicPlaces places = new ClinicPlaces(store, new Moving(), "Organization/main");

  private final class Moving extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static String url(String action, String address) {
    return url(action, address, "");
  }

  private static String url(String action, String address, String more) {
    return """
        {"system":"url","value":"%s","extension":[{"url":"%s","valueCode":"%s"}]%s}"""
        .formatted(address, BUTTON, action, more);
  }

  private void put(Class<? extends Resource> type, String id, String more) {
    String owner = type == HealthcareService.class ? "providedBy" : "managingOrganization";
    String owned =
        type == Organization.class
            ? ""
            : ",\"%s\":{\"reference\":\"Organization/main\"}".formatted(owner);
    store.put(
        "{\"resourceType\":\"%s\",\"id\":\"%s\"%s,%s}"
            .formatted(type.getSimpleName(), id, owned, more));
  }

  private static String telecoms(String... telecoms) {
    return "\"telecom\":[" + String.join(",", telecoms) + "]";
  }

  @BeforeEach
  void aClinic() {
    put(
        Organization.class,
        "main",
        telecoms(
            "{\"system\":\"phone\",\"value\":\"02-123-4567\"}",
            "{\"system\":\"url\",\"value\":\"https://clinic.example/\"}",
            url("book", "https://clinic.example/book"),
            url("ask", "https://clinic.example/ask")));
  }

  @Nested
  @DisplayName("S5.14 the addresses of buttons")
  class Addresses {

    @Test
    void areTheUrlsThatSayForWhat() {
      assertThat(places.of("main").addresses())
          .containsOnlyKeys("book", "ask")
          .containsEntry("book", "https://clinic.example/book");
    }

    @Test
    void areThoseOfTheServiceBeforeTheHouseBeforeTheOrganization() {
      put(Location.class, "house", telecoms(url("ask", "https://clinic.example/house")));
      put(HealthcareService.class, "skin", telecoms(url("book", "https://clinic.example/skin")));
      assertThat(places.of("main").addresses())
          .containsEntry("book", "https://clinic.example/skin")
          .containsEntry("ask", "https://clinic.example/house");
    }

    @Test
    void areNotThoseThatAreOldOverOrUnsafe() {
      put(
          HealthcareService.class,
          "skin",
          telecoms(
              url("book", "https://clinic.example/old", ",\"use\":\"old\""),
              url("book", "https://clinic.example/o", ",\"period\":{\"end\":\"2026-02-01\"}"),
              url("book", "http://clinic.example/open"),
              url("ask", "https://clinic.example/ask?patient=7")));
      assertThat(places.of("main").addresses())
          .containsEntry("book", "https://clinic.example/book")
          .containsEntry("ask", "https://clinic.example/ask");
    }

    @Test
    void areNotThoseOfAServiceThatIsNoMore() {
      put(
          HealthcareService.class,
          "skin",
          "\"active\":false," + telecoms(url("book", "https://clinic.example/skin")));
      assertThat(places.of("main").addresses())
          .containsEntry("book", "https://clinic.example/book");
    }

    @Test
    void areReadAgainAfterFiveMinutes() {
      assertThat(places.of(null).addresses()).containsKey("ask");
      put(Organization.class, "main", telecoms(url("book", "https://clinic.example/new")));
      now = NOON.plus(Duration.ofMinutes(4));
      assertThat(places.of(null).addresses()).containsKey("ask");
      now = NOON.plus(Duration.ofMinutes(5));
      assertThat(places.of(null).addresses().get("book")).isEqualTo("https://clinic.example/new");
    }

    @Test
    void areNoneOfAnotherClinic() {
      assertThat(places.of("other")).isEqualTo(ClinicPlace.UNSAID);
      assertThat(ClinicPlaces.none().of("main")).isEqualTo(ClinicPlace.UNSAID);
    }
  }

  @Nested
  @DisplayName("S5.14 in a message")
  class InAMessage {

    private Rendered message(String managed) {
      ComposerScene scene =
          new ComposerScene("treatment")
              .record(
                  """
                  {'resourceType':'Patient','id':'p',%s'name':[{'text':'김하늘'}],
                   'telecom':[{'system':'phone','use':'mobile','value':'010-0000-0001'}]}"""
                      .formatted(managed))
              .record(
                  """
                  {'resourceType':'Procedure','id':'t','status':'completed',
                   'subject':{'reference':'Patient/p'},'performedDateTime':'2026-03-01'}""")
              .record(store.read(Organization.class, "main").orElseThrow())
              .words("language", "ko", "body", "안녕하세요. 좀 어떠신가요?")
              .button("묻기", "ask")
              .button("결과 보기", "result");
      return (Rendered) scene.compose("line");
    }

    @Test
    void theClinicsOwnAddressAndTheSettingStandSideBySide() {
      assertThat(message("'managingOrganization':{'reference':'Organization/main'},").buttons())
          .extracting(button -> button.url())
          .containsExactly("https://clinic.example/ask", "https://clinic.example/portal");
    }

    @Test
    void whatWasLeftOutStandsInTheRecordOfTheMessage() {
      Attempt attempt =
          new Attempt(
              "m",
              "r",
              "p",
              1,
              "line",
              Purpose.TREATMENT,
              List.of("x"),
              "ko",
              DeliveryStatus.ACCEPTED,
              "line",
              "id",
              NOON,
              null,
              true);
      assertThat(
              new MessageWriter(ComposerScene.SEOUL)
                  .message(attempt.without(message("").omitted()))
                  .getNoteFirstRep()
                  .getText())
          .isEqualTo("Left out: button ask (anbu.clinic.question-url is no https address)");
    }

    @Test
    void whatNobodySaysIsLeftOutAndNamed() {
      assertThat(message("").omitted())
          .containsExactly("button ask (anbu.clinic.question-url is no https address)");
    }
  }

  @Nested
  @DisplayName("C24 the days on which somebody is there")
  class Days {

    private String hours(String... days) {
      return "\"availableTime\":[{\"daysOfWeek\":[\"%s\"],\"availableStartTime\":\"09:00:00\"}]"
          .formatted(String.join("\",\"", days));
    }

    @Test
    void areThoseOfAnyService() {
      put(HealthcareService.class, "skin", hours("mon", "tue", "wed"));
      put(HealthcareService.class, "teeth", hours("thu", "fri", "sat"));
      assertThat(places.of("main").days())
          .isEqualTo(new OwnDays(Set.of(DayOfWeek.SUNDAY), Set.of()));
    }

    @Test
    void areThoseOfTheHouseWhereNoServiceSaysAny() {
      put(Location.class, "house", "\"hoursOfOperation\":[{\"daysOfWeek\":[\"sat\",\"sun\"]}]");
      assertThat(places.of("main").days().rest()).hasSize(5).contains(DayOfWeek.MONDAY);
    }

    @Test
    void areAllWithoutAWeekday() {
      put(HealthcareService.class, "skin", "\"availableTime\":[{\"allDay\":true}]");
      assertThat(places.of("main").days().rest()).isEmpty();
    }

    @Test
    void areNotSaidWhereNobodySaysThem() {
      assertThat(places.of("main").days()).isEqualTo(OwnDays.UNSAID);
    }

    @Test
    void areNotThoseOnWhichEveryServiceIsAway() {
      put(HealthcareService.class, "skin", away("2026-08-03", "2026-08-05"));
      put(HealthcareService.class, "teeth", away("2026-08-05", "2026-08-07"));
      assertThat(places.of("main").days().closed()).containsExactly(LocalDate.of(2026, 8, 5));
    }

    @Test
    void areNotLostForEverToAHolidayWithoutEnd() {
      put(HealthcareService.class, "skin", away("2026-08-03", "2029-08-05"));
      assertThat(places.of("main").days().closed()).isEmpty();
    }

    @Test
    void reachThePatientsPlan() {
      put(HealthcareService.class, "skin", hours("sat", "sun"));
      store.put("{\"resourceType\":\"Patient\",\"id\":\"p\"}");
      var facts =
          new FactsReader(store, store, new PhoneNumbers("KR"), places)
              .read(List.of("p"), ComposerScene.SEOUL)
              .get("p");
      assertThat(TreatedPatient.CLINIC.workingDays(facts).contains(LocalDate.of(2026, 3, 7)))
          .isTrue();
      assertThat(TreatedPatient.CLINIC.workingDays(facts).contains(LocalDate.of(2026, 3, 9)))
          .isFalse();
    }

    private String away(String from, String to) {
      return "\"notAvailable\":[{\"description\":\"-\",\"during\":{\"start\":\"%s\",\"end\":\"%s\"}}]"
          .formatted(from, to);
    }
  }
}
