package health.anbu.outreach.route;

import static health.anbu.outreach.route.DispatchScene.step;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SharedNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stops, moves or spaces out messages, from the records to the provider. */
class StopsTest {

  static final String VISIT =
      """
      {"id": "anchor", "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/anchor-date",
         "valueExpression": {"language": "text/fhirpath", "expression": "start"}}],
       "trigger": [{"type": "data-added", "data": [{"type": "Appointment",
         "codeFilter": [{"path": "status", "code": [{"code": "booked"}]}]}]}]}
      """;
  private static final String CONFIRMED =
      """
      {"id": "confirmed", "definitionCanonical": "https://c.example/ActivityDefinition/confirmed",
       "relatedAction": [{"actionId": "anchor", "relationship": "concurrent-with-start"}]}
      """;
  static final String REMINDED =
      """
      {"id": "reminded", "definitionCanonical": "https://c.example/ActivityDefinition/reminded",
       "relatedAction": [{"actionId": "anchor", "relationship": "before-start",
         "offsetDuration": {"value": 1, "system": "http://unitsofmeasure.org", "code": "d"}}]}
      """;

  private DispatchScene scene(String now, FrequencyCap cap) {
    return new DispatchScene(now, "sms", cap)
        .words("confirmed", "transactional", "예약되었습니다.")
        .words("reminded", "transactional", "내일 예약입니다.")
        .words("skin", "treatment", "피부는 어떠신가요?")
        .words("sleep", "treatment", "잠은 잘 주무시나요?")
        .words("teeth", "treatment", "치아는 어떠신가요?")
        .patient("p");
  }

  private static void booked(DispatchScene scene, String start, String status) {
    scene.store.put(
        """
        {"resourceType": "Appointment", "id": "a", "status": "%s", "start": "%s",
         "participant": [{"actor": {"reference": "Patient/p"}, "status": "accepted"}]}
        """
            .formatted(status, start));
    scene.reconciler.reconcile(List.of("p"));
  }

  @Nested
  @DisplayName("C28 an appointment that changes")
  class AnAppointment {

    private final DispatchScene scene =
        scene("2026-03-02T12:00:00+09:00", FrequencyCap.NONE)
            .scenario("visits", VISIT, List.of(REMINDED));

    @Test
    @DisplayName("C28 moves its reminder when it moves")
    void movesItsReminder() {
      booked(scene, "2026-03-10T11:00:00+09:00", "booked");
      booked(scene, "2026-03-12T11:00:00+09:00", "booked");
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-11T10:00");
    }

    @Test
    @DisplayName("C28 withdraws its reminder when it is cancelled, with the reason")
    void withdrawsItsReminder() {
      booked(scene, "2026-03-10T11:00:00+09:00", "booked");
      booked(scene, "2026-03-10T11:00:00+09:00", "cancelled");
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(scene.taken).isEmpty();
      assertThat(scene.request("reminded").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("appointment-cancelled");
    }

    @Test
    @DisplayName("C28, D2 is noticed by the last look where nobody told of the change")
    void isNoticedRightBeforeSending() {
      booked(scene, "2026-03-10T11:00:00+09:00", "booked");
      scene.store.put(
          scene.store.json("Appointment/a").replaceFirst("\"booked\"", "\"cancelled\""));
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(scene.taken).isEmpty();
    }
  }

  @Nested
  @DisplayName("C27, D2 a visit before the message")
  class AVisit {

    @Test
    @DisplayName("C27, D2 is noticed by the last look where nobody told of it, with the reason")
    void isNoticedRightBeforeSending() {
      DispatchScene scene =
          scene("2026-03-02T12:00:00+09:00", FrequencyCap.NONE)
              .words("back", "recall", "다시 뵙겠습니다.")
              .scenario("recalls", step("back", 7))
              .treated("p", "2026-03-02");
      scene.store.put(
          """
          {"resourceType": "Encounter", "id": "e", "status": "finished", "class": {"code": "AMB"},
           "subject": {"reference": "Patient/p"},
           "period": {"start": "2026-03-09T09:00:00+09:00", "end": "2026-03-09T09:30:00+09:00"}}
          """);
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(scene.taken).isEmpty();
      assertThat(scene.request("back").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("visited-since");
    }
  }

  @Nested
  @DisplayName("S5.7 right after a booking")
  class ABooking {

    @ParameterizedTest
    @DisplayName("S5.7 it is confirmed at once, and at night in the morning")
    @CsvSource({
      "2026-03-02T14:05:00+09:00, 2026-03-02T14:05",
      "2026-03-02T20:59:00+09:00, 2026-03-02T20:59",
      "2026-03-02T21:00:00+09:00, 2026-03-03T08:00",
      "2026-03-02T23:30:00+09:00, 2026-03-03T08:00"
    })
    void isConfirmed(String bookedAt, String confirmedAt) {
      DispatchScene scene =
          scene(bookedAt, FrequencyCap.NONE).scenario("visits", VISIT, List.of(CONFIRMED));
      booked(scene, "2026-03-10T11:00:00+09:00", "booked");
      scene.until("2026-03-04T00:00:00+09:00");
      assertThat(scene.times()).containsExactly(confirmedAt);
    }

    @ParameterizedTest
    @DisplayName("S5.7 at night too where the clinic allows it as transactional, and nothing else")
    @CsvSource({
      "2026-03-02T21:00:00+09:00, 2026-03-02T21:00",
      "2026-03-02T23:30:00+09:00, 2026-03-02T23:30",
      "2026-03-03T03:10:00+09:00, 2026-03-03T03:10"
    })
    void isConfirmedAtNightWhereThatIsAllowed(String bookedAt, String confirmedAt) {
      JurisdictionPack own =
          JurisdictionPack.of("KR")
              .overriddenBy("own.txt", List.of("quiet | transactional | * | never | counsel"));
      DispatchScene scene =
          new DispatchScene(bookedAt, "sms", FrequencyCap.NONE, own, SharedNumber.NEUTRAL)
              .words("confirmed", "transactional", "예약되었습니다.")
              .words("asked", "treatment", "궁금한 점이 있으신가요?")
              .patient("p")
              .scenario(
                  "visits", VISIT, List.of(CONFIRMED, CONFIRMED.replace("confirmed", "asked")));
      booked(scene, "2026-03-10T11:00:00+09:00", "booked");
      scene.until("2026-03-04T00:00:00+09:00");
      assertThat(scene.times()).containsExactly(confirmedAt, "2026-03-03T08:00");
      assertThat(scene.texts().get(0)).contains("예약되었습니다.");
    }
  }

  @Nested
  @DisplayName("C29 a condition that becomes false")
  class ACondition {

    private static final String WHILE_ACTIVE =
        """
        {"id": "anchor", "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/anchor-date",
           "valueExpression": {"language": "text/fhirpath", "expression": "performed"}}],
         "condition": [{"kind": "applicability", "expression": {"language": "text/fhirpath",
           "expression": "%patient.gender = 'female'"}}],
         "trigger": [{"type": "data-added", "data": [{"type": "Procedure",
           "codeFilter": [{"path": "status", "code": [{"code": "completed"}]}]}]}]}
        """;

    private final DispatchScene scene =
        scene("2026-03-02T12:00:00+09:00", FrequencyCap.NONE)
            .scenario("care", WHILE_ACTIVE, List.of(step("skin", 2), step("sleep", 5)));

    private void gender(String gender) {
      scene.store.put(
          scene
              .store
              .json("Patient/p")
              .replaceFirst(",?\"gender\": *\"[a-z]+\"", "")
              .replaceFirst("\"birthDate\"", "\"gender\":\"%s\",\"birthDate\"".formatted(gender)));
    }

    @Test
    @DisplayName("C29 stops what is still to come, with the reason, and no more")
    void stopsWhatIsToCome() {
      gender("female");
      scene.treated("p", "2026-03-02").until("2026-03-05T00:00:00+09:00");
      gender("male");
      scene.until("2026-03-20T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-04T10:00");
      assertThat(scene.request("skin").getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED);
      assertThat(scene.request("sleep").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("condition-false");
    }
  }

  @Nested
  @DisplayName("D16 a request that is marked as not to be performed")
  class NotToBePerformed {

    private final DispatchScene scene =
        scene("2026-03-02T12:00:00+09:00", FrequencyCap.NONE)
            .scenario("one", step("skin", 2))
            .treated("p", "2026-03-02");

    @Test
    @DisplayName("D16 is not sent, though its status says active")
    void isNotSent() {
      String url = "CommunicationRequest/" + scene.request("skin").getIdPart();
      scene.store.put(
          scene.store.json(url).replaceFirst("\"status\"", "\"doNotPerform\": true, \"status\""));
      scene.reconciler.reconcile(List.of("p"));
      scene.fire(scene.request("skin").getIdPart(), "p");
      scene.clock.moveTo(Instant.parse("2026-03-04T01:00:00Z"));
      scene.fire(scene.request("skin").getIdPart(), "p");
      assertThat(scene.taken).isEmpty();
      assertThat(scene.request("skin").getDoNotPerform()).isTrue();
    }
  }

  @Nested
  @DisplayName("D16 a record with a modifierExtension of another system")
  class NotUnderstood {

    private final DispatchScene scene =
        scene("2026-03-02T12:00:00+09:00", FrequencyCap.NONE)
            .scenario("one", step("skin", 2))
            .treated("p", "2026-03-02");

    private void modify(String url) {
      scene.store.put(
          scene
              .store
              .json(url)
              .replaceFirst(
                  "\\{",
                  """
                  {"modifierExtension": [{"url": "http://example.org/only-asked-for", "valueBoolean": true}],
                  """));
      scene.reconciler.reconcile(List.of("p"));
    }

    private void becomesDue() {
      scene.clock.moveTo(Instant.parse("2026-03-04T01:00:00Z"));
      scene.fire(scene.request("skin").getIdPart(), "p");
    }

    @Test
    @DisplayName("D16 a treatment that was perhaps none starts nothing")
    void startsNothing() {
      scene.reconciler.reconcile(List.of("p"));
      modify("Procedure/t-p");
      assertThat(scene.request("skin").getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
      assertThat(scene.request("skin").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("unknown-modifier");
      becomesDue();
      assertThat(scene.taken).isEmpty();
    }

    @Test
    @DisplayName("D16 a patient whose record may mean something else is not written to")
    void isNotWrittenTo() {
      scene.reconciler.reconcile(List.of("p"));
      modify("Patient/p");
      becomesDue();
      assertThat(scene.taken).isEmpty();
    }

    @Test
    @DisplayName("D16 without it the message goes")
    void goesWithoutIt() {
      scene.reconciler.reconcile(List.of("p"));
      becomesDue();
      assertThat(scene.taken).hasSize(1);
    }
  }

  @Nested
  @DisplayName("D14 what a frequency cap counts")
  class WhatACapCounts {

    private final DispatchScene scene =
        new DispatchScene(
                "2026-03-02T12:00:00+09:00", "kakao,sms", new FrequencyCap(1, Duration.ofDays(7)))
            .words("skin", "treatment", "피부는 어떠신가요?")
            .words("sleep", "education", "잠은 잘 주무시나요?")
            .words("teeth", "treatment", "치아는 어떠신가요?")
            .patient("p")
            .scenario("one", step("skin", 1))
            .scenario("two", step("sleep", 2))
            .scenario("three", step("teeth", 3, ACap.LONG));

    @Test
    @DisplayName("D14 is accepted on whatever channel for whatever purpose, and nothing refused")
    void isWhatWasAccepted() {
      scene.provider =
          dispatch ->
              dispatch.message().channel().equals("kakao")
                      || dispatch.message().text().contains("피부")
                  ? new SendOutcome.Refused("test", "1", "provider-rejected", true, false)
                  : scene.takes(dispatch);
      scene.treated("p", "2026-03-02").until("2026-03-08T00:00:00+09:00");
      assertThat(scene.texts()).singleElement().asString().contains("잠은");
      assertThat(scene.times()).containsExactly("2026-03-04T10:00");
      scene.provider = scene::takes;
      scene.until("2026-04-01T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-04T10:00", "2026-03-11T10:00");
      assertThat(scene.taken.get(0).message().channel()).isEqualTo("sms");
      assertThat(scene.taken.get(1).message().channel()).isEqualTo("kakao");
    }
  }

  @Nested
  @DisplayName("C24, S1.20 a frequency cap over all scenarios")
  class ACap {

    private final DispatchScene scene =
        scene("2026-03-02T12:00:00+09:00", new FrequencyCap(2, Duration.ofDays(7)))
            .scenario("one", step("skin", 1))
            .scenario("two", step("sleep", 2))
            .scenario("three", step("teeth", 3, LONG))
            .scenario("visits", VISIT, List.of(CONFIRMED, REMINDED));

    static final String LONG =
        DispatchScene.extension(
            "valid-for",
            "\"valueDuration\": {\"value\": 30, \"system\": \"http://unitsofmeasure.org\", \"code\": \"d\"}");

    @Test
    @DisplayName("C24, S1.20 holds in every window, lets what is booked through, and says so")
    void holdsInEveryWindow() {
      scene.treated("p", "2026-03-02");
      booked(scene, "2026-03-06T11:00:00+09:00", "booked");
      scene.until("2026-04-01T00:00:00+09:00");
      assertThat(scene.times())
          .containsExactly(
              "2026-03-02T12:00", // booked
              "2026-03-03T10:00",
              "2026-03-04T10:00",
              "2026-03-05T10:00", // booked
              "2026-03-10T10:00"); // a week after the first
      assertThat(scene.store.json("CommunicationRequest/" + scene.request("teeth").getIdPart()))
          .contains("frequency-cap");
      List<Instant> counted =
          scene.taken.stream()
              .filter(t -> !t.message().text().contains("예약"))
              .map(DispatchScene.Taken::at)
              .toList();
      assertThat(counted).hasSize(3);
      for (Instant one : counted) {
        assertThat(counted)
            .filteredOn(o -> !o.isBefore(one) && o.isBefore(one.plus(Duration.ofDays(7))))
            .hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  @Nested
  @DisplayName("C24 two messages for the last place under a frequency cap")
  class TheLastPlace {

    private static final String MORNING = "2026-03-03T10:00";

    private DispatchScene due(int cap, String first, String second) {
      return scene("2026-03-02T12:00:00+09:00", new FrequencyCap(cap, Duration.ofDays(7)))
          .scenario("one", ranked(first, step("skin", 1, ACap.LONG)))
          .scenario("two", ranked(second, step("sleep", 1, ACap.LONG)))
          .treated("p", "2026-03-02");
    }

    private static String ranked(String priority, String step) {
      return step.replaceFirst("\\{", "{\"priority\": \"" + priority + "\",");
    }

    @ParameterizedTest
    @DisplayName(
        "C24 the more urgent one goes, whichever timer fires first, and the other says why")
    @CsvSource({
      "urgent, routine, skin, sleep, true",
      "urgent, routine, skin, sleep, false",
      "routine, urgent, sleep, skin, true",
      "routine, urgent, sleep, skin, false",
      "asap, urgent, skin, sleep, false"
    })
    void theMoreUrgentGoes(
        String first, String second, String goes, String waits, boolean loserFirst) {
      DispatchScene scene = due(1, first, second);
      scene.clock.moveTo(Instant.parse("2026-03-03T01:00:00Z"));
      scene.fire(scene.request(loserFirst ? waits : goes).getIdPart(), "p");
      scene.fire(scene.request(loserFirst ? goes : waits).getIdPart(), "p");
      scene.until("2026-03-03T10:30:00+09:00");
      assertThat(scene.times()).containsExactly(MORNING);
      assertThat(said(scene, goes)).isEqualTo(scene.texts());
      assertThat(scene.request(waits).getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);
      assertThat(scene.request(waits).getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("frequency-cap");
      scene.until("2026-04-01T00:00:00+09:00");
      assertThat(scene.times()).containsExactly(MORNING, "2026-03-10T10:00");
      assertThat(said(scene, waits)).isEqualTo(scene.texts().subList(1, 2));
    }

    @Test
    @DisplayName("C24 nothing waits where there is room for both, or both are as urgent")
    void nothingWaitsForNothing() {
      for (DispatchScene scene : List.of(due(2, "routine", "urgent"), due(1, "asap", "asap"))) {
        scene.clock.moveTo(Instant.parse("2026-03-03T01:00:00Z"));
        scene.fire(scene.request("skin").getIdPart(), "p");
        assertThat(said(scene, "skin")).hasSize(1);
      }
    }

    @Test
    @DisplayName("C24 what may not go itself takes no place from another")
    void whatMayNotGoTakesNoPlace() {
      DispatchScene scene = due(1, "routine", "urgent");
      scene.words("sleep", "advertising", "잠은 잘 주무시나요?");
      scene.catalog.forget();
      scene.store.put(
          scene.store.json("Consent/advertising-p").replaceFirst("\"permit\"", "\"deny\""));
      scene.clock.moveTo(Instant.parse("2026-03-03T01:00:00Z"));
      scene.fire(scene.request("skin").getIdPart(), "p");
      assertThat(said(scene, "skin")).hasSize(1);
    }

    private static List<String> said(DispatchScene scene, String step) {
      String word = step.equals("skin") ? "피부" : "잠은";
      return scene.texts().stream().filter(text -> text.contains(word)).toList();
    }
  }
}
