package health.anbu.outreach.route;

import static health.anbu.outreach.route.DispatchScene.digest;
import static health.anbu.outreach.route.DispatchScene.extension;
import static health.anbu.outreach.route.DispatchScene.step;
import static health.anbu.outreach.route.DispatchScene.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.SharedNumber;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.MessageComposer;
import health.anbu.outreach.fhir.ProjectOperation;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.Throttling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the future, beside the future. */
@DisplayName("C26 projection calendar of future sends")
class ProjectionTest {

  private static final String MONTHLY =
      extension(
          "recurrence",
          "\"valueDuration\": {\"value\": 1, \"system\": \"http://unitsofmeasure.org\", \"code\": \"mo\"}");
  private static final String WORKING_DAYS =
      extension("holiday-rule", "\"valueCode\": \"next-working-day\"");
  private static final String TUESDAYS = extension("send-weekday", "\"valueCode\": \"tue\"");
  private static final String LONG =
      extension(
          "valid-for",
          "\"valueDuration\": {\"value\": 60, \"system\": \"http://unitsofmeasure.org\", \"code\": \"d\"}");
  private static final String BIRTHDAY =
      """
      {"id": "anchor", "trigger": [{"type": "named-event", "name": "birthday"}]}
      """;

  private DispatchScene scene = scene(FrequencyCap.NONE);
  private Function<String, Throttling.Limit> limits = channel -> new Throttling.Limit(null, null);

  private static DispatchScene scene(FrequencyCap cap, String... settings) {
    DispatchScene scene =
        new DispatchScene("2026-03-02T12:00:00+09:00", "sms", cap, settings)
            .words("skin", "treatment", "피부는 좀 어떠신가요?")
            .words("sleep", "treatment", "잠은 잘 주무시나요?")
            .words("checkup", "recall", "검진을 한번 받아 보세요.")
            .words("greeting", "advertising", "생일을 축하드립니다.");
    scene.announces = true;
    return scene;
  }

  private DispatchScene aBusyClinic() {
    return scene
        .scenario(
            "care",
            step("skin", 3, digest("care"), window("09:00", "18:00")),
            step("sleep", 3, digest("care"), window("14:00", "18:00")))
        .scenario("checkups", step("checkup", 20, MONTHLY, WORKING_DAYS, TUESDAYS, LONG))
        .scenario(
            "birthdays",
            BIRTHDAY,
            List.of(
                """
                {"id": "greeting", "definitionCanonical": "https://c.example/ActivityDefinition/greeting",
                 "extension": [%s], "relatedAction": [{"actionId": "anchor",
                   "relationship": "before-start", "offsetDuration": {"value": 1,
                   "system": "http://unitsofmeasure.org", "code": "d"}}]}
                """
                    .formatted(window("19:00", "23:00"))));
  }

  private ProjectOperation operation() {
    return new ProjectOperation(
        scene.reconciler,
        scene.store,
        new MessageComposer(scene.catalog),
        scene.clinic,
        limits,
        scene.clock);
  }

  private Parameters projected(String patient, String until) {
    return operation()
        .ofPatient(
            new IdType("Patient", patient),
            new StringType(until),
            null,
            new IntegerType(1_000),
            null);
  }

  private static String part(ParametersParameterComponent one, String name) {
    return one.getPart().stream()
        .filter(part -> part.getName().equals(name))
        .map(part -> part.getValue().primitiveValue())
        .findFirst()
        .orElse("-");
  }

  private static Stream<ParametersParameterComponent> all(Parameters answer, String name) {
    return answer.getParameter().stream().filter(one -> one.getName().equals(name));
  }

  private static List<String> sends(Parameters answer) {
    return all(answer, "send")
        .map(one -> part(one, "key") + " at " + part(one, "at") + " by " + part(one, "channel"))
        .sorted()
        .toList();
  }

  /** Of one patient, every request that went out, with the time and channel of its message. */
  private List<String> sent(String patient) {
    List<String> sent = new ArrayList<>();
    for (Communication message : scene.store.all(Communication.class)) {
      if (message.hasSent() && message.getSubject().getReference().equals("Patient/" + patient)) {
        message
            .getBasedOn()
            .forEach(
                request ->
                    sent.add(
                        key(request.getReferenceElement().getIdPart())
                            + " at "
                            + message.getSentElement().getValueAsString()
                            + " by "
                            + message.getMediumFirstRep().getCodingFirstRep().getCode()));
      }
    }
    return sent.stream().sorted().toList();
  }

  private String key(String request) {
    return scene.store.all(CommunicationRequest.class).stream()
        .filter(r -> r.getIdPart().equals(request))
        .map(r -> r.getIdentifierFirstRep().getValue())
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class OfAPatient {

    @Test
    void isWhatThenHappensInTheNextThirteenMonths() {
      aBusyClinic().patient("p").treated("p", "2026-03-02");
      Parameters said = projected("p", "2027-04-05");
      scene.until("2027-04-04T23:59:59+09:00");
      assertThat(sends(said)).hasSizeGreaterThan(12).isEqualTo(sent("p"));
    }

    @Test
    void isWhatThenHappensUnderAFrequencyCap() {
      scene = scene(new FrequencyCap(1, Duration.ofDays(30)));
      aBusyClinic().patient("p").treated("p", "2026-03-02");
      Parameters said = projected("p", "2026-12-31");
      assertThat(all(said, "send").map(one -> part(one, "deferred"))).contains("frequency-cap");
      assertThat(all(said, "not-sent").map(one -> part(one, "reason"))).contains("frequency-cap");
      scene.until("2026-12-30T23:59:59+09:00");
      assertThat(sends(said)).isEqualTo(sent("p"));
    }

    @Test
    void knowsTheBirthdayOfNextYearToo() {
      aBusyClinic().patient("p");
      scene.reconciler.reconcile(List.of("p"));
      assertThat(sends(projected("p", "2027-04-05")))
          .containsExactly(
              "birthdays:greeting:Patient/p@2026-04-12 at 2026-04-11T19:00:00+09:00 by sms");
      scene.until("2026-05-01T09:00:00+09:00");
      assertThat(sends(projected("p", "2027-04-30")))
          .containsExactly(
              "birthdays:greeting:Patient/p@2027-04-12 at 2027-04-11T19:00:00+09:00 by sms");
    }

    @Test
    void tellsWhatGoesAsOneMessage() {
      aBusyClinic().patient("p").treated("p", "2026-03-02");
      List<ParametersParameterComponent> care = all(projected("p", "2026-03-10"), "send").toList();
      assertThat(care).extracting(one -> part(one, "at")).containsOnly("2026-03-05T14:00:00+09:00");
      assertThat(care)
          .extracting(one -> part(one, "with"))
          .containsExactlyInAnyOrder("-", part(care.get(0), "key"));
      assertThat(care).extracting(one -> part(one, "deferred")).contains("digest");
    }

    @Test
    void tellsWhatIsWrittenAlreadyAndWritesNothing() {
      aBusyClinic().patient("p").treated("p", "2026-03-02");
      List<String> before = scene.store.references();
      List<String> written =
          all(projected("p", "2026-12-31"), "send").map(one -> part(one, "written")).toList();
      assertThat(written).contains("true", "false");
      assertThat(scene.store.references()).isEqualTo(before);
    }

    @Test
    void comesInPagesAndForOneScenario() {
      aBusyClinic().patient("p").treated("p", "2026-03-02");
      List<String> paged = new ArrayList<>();
      IntegerType next = new IntegerType(0);
      while (next != null) {
        Parameters page =
            operation()
                .ofPatient(
                    new IdType("Patient", "p"),
                    new StringType("2026-12-31"),
                    new StringType("checkups"),
                    new IntegerType(2),
                    next);
        paged.addAll(sends(page));
        next =
            page.hasParameter("next-offset")
                ? (IntegerType) page.getParameter("next-offset").getValue()
                : null;
      }
      assertThat(paged).hasSizeGreaterThan(4).allMatch(key -> key.startsWith("checkups:"));
      assertThat(paged).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatIsNoTimeToCome() {
      scene.patient("p");
      for (String until : List.of("2026-03-01", "2036-01-01", "soon")) {
        assertThatThrownBy(() -> projected("p", until))
            .isInstanceOf(BaseServerResponseException.class)
            .hasMessageContaining("until");
      }
      assertThatThrownBy(() -> projected("nobody", "2026-04-01"))
          .hasMessageContaining("Patient/nobody is not here");
    }
  }

  @Nested
  class OfAClinic {

    private Map<String, Integer> counted(String until) {
      Map<String, Integer> counts = new TreeMap<>();
      all(operation().ofAll(new StringType(until), null), "count")
          .forEach(
              one ->
                  counts.put(
                      part(one, "date") + " " + part(one, "scenario") + " " + part(one, "channel"),
                      Integer.valueOf(part(one, "messages"))));
      return counts;
    }

    private Map<String, Integer> happened() {
      Map<String, Integer> counts = new TreeMap<>();
      for (Communication message :
          scene.store.all(Communication.class).stream().filter(Communication::hasSent).toList()) {
        String scenario =
            "https://c.example/PlanDefinition/"
                + key(message.getBasedOnFirstRep().getReferenceElement().getIdPart()).split(":")[0]
                + "|1";
        counts.merge(
            message.getSentElement().getValueAsString().substring(0, 10) + " " + scenario + " sms",
            1,
            Integer::sum);
      }
      return counts;
    }

    @Test
    void isWhatThenHappensCountedByDayScenarioAndChannel() {
      aBusyClinic();
      for (int i = 0; i < 5; i++) {
        scene.patient("p" + i).treated("p" + i, "2026-03-0" + (1 + i % 2));
      }
      Map<String, Integer> said = counted("2026-09-01");
      scene.until("2026-08-31T23:59:59+09:00");
      assertThat(said).hasSizeGreaterThan(6).isEqualTo(happened());
    }

    @Test
    void isWhatThenHappensUnderAThrottle() {
      scene = scene(FrequencyCap.NONE, "anbu.throttle.per-day=2");
      limits = channel -> new Throttling.Limit(null, 2);
      aBusyClinic();
      for (int i = 0; i < 5; i++) {
        scene.patient("p" + i).treated("p" + i, "2026-03-02");
      }
      Parameters answer = operation().ofAll(new StringType("2026-05-30"), null);
      assertThat(
              all(answer, "count").mapToInt(one -> Integer.parseInt(part(one, "throttled"))).sum())
          .isPositive();
      Map<String, Integer> said = counted("2026-05-30");
      scene.until("2026-05-29T23:59:59+09:00");
      assertThat(said).isEqualTo(happened());
      // C23: what its turn would come too late for is given up, once.
      assertThat(scene.store.all(CommunicationRequest.class))
          .filteredOn(r -> r.getStatusReason().getCodingFirstRep().getCode() != null)
          .filteredOn(r -> r.getStatus() == CommunicationRequestStatus.REVOKED)
          .hasSize(3)
          .extracting(r -> r.getStatusReason().getCodingFirstRep().getCode())
          .containsOnly("throttled");
    }
  }

  @Nested
  @DisplayName("C26 what would hold a message is said as it will be")
  class WhatWouldHoldIt {

    private void stop(String subject, String period) {
      scene.store.put(
          """
          {"resourceType":"Flag","id":"stop","status":"active"%s,
           "identifier":[{"system":"https://anbu-health.github.io/fhir/sid/outreach-stop","value":"stop"}],
           "code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/outreach-stop","code":"stop"}]},
           "subject":%s}
          """
              .formatted(period, subject));
    }

    private void managed(String patient) {
      scene.store.put(
          scene
              .store
              .json("Patient/" + patient)
              .replaceFirst(
                  "\"name\"",
                  "\"managingOrganization\":{\"reference\":\"Organization/branch\"},\"name\""));
    }

    @ParameterizedTest
    @DisplayName("C26 C33 a kill switch of everything, a clinic or a scenario")
    @ValueSource(
        strings = {
          "{\"identifier\":{\"system\":\"https://anbu-health.github.io/fhir/sid/outreach-stop\",\"value\":\"everything\"}}",
          "{\"reference\": \"Organization/branch\"}",
          "{\"reference\": \"PlanDefinition/care\"}"
        })
    void aKillSwitchHoldsItAndIsNamed(String subject) {
      aBusyClinic().patient("p");
      managed("p");
      scene.treated("p", "2026-03-02");
      stop(subject, "");
      Parameters said = projected("p", "2026-03-10");
      assertThat(sends(said)).isEmpty();
      assertThat(all(said, "held"))
          .hasSize(2)
          .extracting(one -> part(one, "step") + " " + part(one, "reason"))
          .containsExactlyInAnyOrder("skin kill-switch", "sleep kill-switch");
      assertThat(
              operation()
                  .ofAll(new StringType("2026-03-10"), null)
                  .getParameter("held")
                  .getValue()
                  .primitiveValue())
          .isEqualTo("2");
      scene.until("2026-03-05T16:00:00+09:00");
      assertThat(scene.taken).isEmpty();
      assertThat(scene.request("sleep").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("kill-switch");
    }

    @Test
    @DisplayName(
        "C26 C33 one with an end lets it go at the next look, and what it leaves goes as ever")
    void oneWithAnEndLetsItGoAtTheNextLook() {
      scene.scenario("care", step("skin", 3)).scenario("other", step("sleep", 3)).patient("p");
      scene.treated("p", "2026-03-02");
      stop(
          "{\"reference\": \"PlanDefinition/care\"}",
          ",\"period\":{\"end\":\"2026-03-05T11:02:00+09:00\"}");
      Parameters said = projected("p", "2026-03-10");
      scene.until("2026-03-09T23:59:59+09:00");
      assertThat(sends(said)).hasSize(2).isEqualTo(sent("p"));
      assertThat(all(said, "send"))
          .extracting(one -> part(one, "step") + " " + part(one, "deferred"))
          .containsExactlyInAnyOrder("skin kill-switch", "sleep -");
    }

    @Test
    @DisplayName("C26 D15 of a household's messages the first goes, the others are told of it")
    void aHouseholdIsToldOnce() {
      scene =
          new DispatchScene(
                  "2026-03-02T12:00:00+09:00",
                  "sms",
                  FrequencyCap.NONE,
                  JurisdictionPack.of("KR"),
                  SharedNumber.HOUSEHOLD)
              .words("skin", "treatment", "피부는 좀 어떠신가요?")
              .words("sleep", "treatment", "잠은 잘 주무시나요?")
              .scenario("care", step("skin", 3, digest("care")), step("sleep", 3, digest("care")));
      List<String> family = List.of("a", "b", "c");
      family.forEach(one -> scene.patient(one, "010-5600-7777"));
      family.forEach(one -> scene.treated(one, one.equals("c") ? "2026-03-01" : "2026-03-02"));
      List<Parameters> said = family.stream().map(one -> projected(one, "2026-03-10")).toList();
      scene.until("2026-03-09T23:59:59+09:00");
      for (int i = 0; i < 3; i++) {
        assertThat(sends(said.get(i))).isEqualTo(sent(family.get(i)));
        assertThat(all(said.get(i), "not-sent").map(one -> part(one, "reason")).toList())
            .isEqualTo(i == 1 ? List.of("household-told", "household-told") : List.of());
      }
      assertThat(scene.taken).hasSize(2);
    }
  }

  @Nested
  @DisplayName("C20 a calendar by week with owners")
  class OfAProgramme {

    private static final String FIRST_WEEK =
        """
        {"id": "anchor", "trigger": [{"type": "named-event", "name": "programme-week"}], "extension": [
          {"url": "https://anbu-health.github.io/fhir/StructureDefinition/programme-week", "extension": [
            {"url": "month", "valueInteger": 12}, {"url": "week", "valueInteger": 1}]}]}
        """;

    private String owned(String step, int days, String owner) {
      return step(
          step,
          days,
          extension("step-owner", "\"valueReference\": {\"reference\": \"%s\"}".formatted(owner)));
    }

    private void programme() {
      scene.store.put("{\"resourceType\": \"Organization\", \"id\": \"desk-team\"}");
      scene.store.put("{\"resourceType\": \"Practitioner\", \"id\": \"director\"}");
      scene.scenario(
          "thanks",
          FIRST_WEEK,
          List.of(
              owned("skin", 1, "Organization/desk-team"),
              owned("sleep", 8, "Practitioner/director"),
              step("checkup", 15)));
      scene.patient("p").patient("q");
      scene.clock.moveTo(Instant.parse("2026-11-22T01:00:00Z"));
      scene.reconciler.reconcile(List.of("p", "q"));
    }

    @Test
    @DisplayName("C20 each week's requests come from its owner")
    void eachRequestComesFromTheOwnerOfItsStep() {
      programme();
      assertThat(scene.request("skin").getRequester().getReference())
          .isEqualTo("Organization/desk-team");
      assertThat(scene.request("sleep").getRequester().getReference())
          .isEqualTo("Practitioner/director");
      assertThat(scene.request("checkup").hasRequester()).isFalse();
    }

    @Test
    @DisplayName("C20 the projection says who answers for what on which day")
    void saysWhoAnswersForWhatIsToCome() {
      programme();
      assertThat(all(projected("p", "2026-12-31"), "send"))
          .extracting(one -> part(one, "step") + " " + owner(one))
          .containsExactly(
              "skin Organization/desk-team", "sleep Practitioner/director", "checkup -");
      assertThat(all(operation().ofAll(new StringType("2026-12-31"), null), "count"))
          .extracting(one -> part(one, "date") + " " + owner(one) + " " + part(one, "messages"))
          .containsExactly(
              "2026-12-08 Organization/desk-team 2",
              "2026-12-15 Practitioner/director 2",
              "2026-12-22 - 2");
    }

    @Test
    @DisplayName("C20 a step goes on without an owner who is deleted")
    void goesOnWithoutAnOwnerWhoIsGone() {
      programme();
      scene.store.delete("Practitioner/director");
      intake()
          .process(
              List.of(
                  new Change(1, "Practitioner", "director", "2", Change.Action.DELETED, Set.of())));
      scene.patient("r");
      scene.reconciler.reconcile(List.of("r"));
      assertThat(all(projected("r", "2026-12-31"), "send"))
          .extracting(one -> part(one, "step") + " " + owner(one))
          .contains("sleep -");
    }

    private ChangeIntake intake() {
      return new ChangeIntake(
          scene.reconciler,
          scene.catalog,
          scene.store,
          new GonePatients(scene.store, scene.store),
          new MemoryOutbox(),
          List.of(),
          new DeadLetters(scene.store, DispatchScene.SEOUL, scene.clock));
    }

    private static String owner(ParametersParameterComponent one) {
      return one.getPart().stream()
          .filter(part -> part.getName().equals("owner"))
          .map(part -> ((Reference) part.getValue()).getReference())
          .findFirst()
          .orElse("-");
    }
  }
}
