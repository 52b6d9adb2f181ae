package health.anbu.outreach.route;

import static health.anbu.outreach.route.DispatchScene.digest;
import static health.anbu.outreach.route.DispatchScene.step;
import static health.anbu.outreach.route.DispatchScene.window;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SharedNumber;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.plan.DerivedId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Treated on 2 March at noon; two questions and an advice are due two days later. */
@DisplayName("C25 digest of several messages")
class DigestTest {

  private static final String JOINED_IN =
      "https://anbu-health.github.io/fhir/StructureDefinition/joined-in";
  private static final String SPOUSE =
      """
      {"url": "https://anbu-health.github.io/fhir/StructureDefinition/message-variable", "extension": [
        {"url": "name", "valueString": "spouse"},
        {"url": "expression", "valueExpression": {
          "language": "text/fhirpath", "expression": "%patient.contact.name.text"}}]},
      """;
  private static final String SKIN = "피부는 좀 어떠신가요?";
  private static final String SLEEP = "잠은 잘 주무시나요?";
  private static final String TEETH = "치실을 써 보세요.";

  private static final String DISCREETLY = "안부를 여쭙니다.";
  private static final String DISCREET =
      """
      {"url": "https://anbu-health.github.io/fhir/StructureDefinition/message-content", "extension": [
        {"url": "language", "valueCode": "ko"}, {"url": "discreet", "valueBoolean": true},
        {"url": "body", "valueString": "#{patientName}, #{clinicName}입니다. 안부를 여쭙니다."}]},
      """;

  private static final Instant TEN = Instant.parse("2026-03-04T01:00:00Z");

  private DispatchScene scene = scene("sms", FrequencyCap.NONE);

  private static DispatchScene scene(String channels, FrequencyCap cap) {
    return new DispatchScene("2026-03-02T12:00:00+09:00", channels, cap)
        .words("skin", "treatment", SKIN)
        .words("sleep", "treatment", SLEEP)
        .words("teeth", "treatment", TEETH)
        .patient("p");
  }

  private DispatchScene asks() {
    return scene
        .scenario("one", step("skin", 2, digest("care")), step("sleep", 2, digest("care")))
        .scenario("two", step("teeth", 2, digest("care")))
        .treated("p", "2026-03-02");
  }

  private List<Communication> messages() {
    return scene.store.all(Communication.class);
  }

  private CommunicationRequestStatus status(String step) {
    return scene.request(step).getStatus();
  }

  private static String all(String... words) {
    return "김하나 님, 안부의원입니다. " + String.join("\n\n", words);
  }

  @Nested
  class WhatIsDueOnOneDay {

    @Test
    void goesAsOneMessageThatGreetsOnceAndKeepsTheWordsOfEach() {
      asks().until("2026-03-05T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-04T10:00");
      assertThat(scene.texts()).containsExactly(all(SKIN, SLEEP, TEETH));
    }

    @Test
    void isSettledByTheOneMessageForEachOfThem() {
      asks().until("2026-03-05T00:00:00+09:00");
      assertThat(messages())
          .singleElement()
          .satisfies(
              message ->
                  assertThat(message.getBasedOn())
                      .extracting(Reference::getReference)
                      .containsExactlyInAnyOrderElementsOf(
                          scene.store.all(CommunicationRequest.class).stream()
                              .map(r -> "CommunicationRequest/" + r.getIdElement().getIdPart())
                              .toList()));
      assertThat(scene.store.all(CommunicationRequest.class))
          .hasSize(3)
          .allSatisfy(
              r -> assertThat(r.getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED))
          .allSatisfy(
              r ->
                  assertThat(scene.store.json("CommunicationRequest/" + r.getIdPart()))
                      .contains("one message with"));
    }

    @Test
    void isSaidInTheSameOrderWhoeverComesFirst() {
      asks();
      scene.clock.moveTo(TEN);
      for (String step : List.of("teeth", "sleep", "skin", "teeth", "sleep", "skin")) {
        scene.fire(scene.request(step).getIdPart(), "p");
      }
      assertThat(scene.texts()).containsExactly(all(SKIN, SLEEP, TEETH));
    }

    @Test
    void waitsForTheLastOfTheDay() {
      scene
          .scenario(
              "one",
              step("skin", 2, digest("care")),
              step("sleep", 2, digest("care"), window("15:00", "18:00")))
          .treated("p", "2026-03-02")
          .until("2026-03-04T14:00:00+09:00");
      assertThat(scene.request("skin").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("digest");
      scene.until("2026-03-05T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-04T15:00");
      assertThat(scene.texts()).containsExactly(all(SKIN, SLEEP));
    }

    @Test
    void isNotWaitedForWhereItsOwnWindowWouldClose() {
      scene
          .scenario(
              "one",
              step("skin", 2, digest("care"), window("09:00", "12:00")),
              step("sleep", 2, digest("care"), window("15:00", "18:00")))
          .treated("p", "2026-03-02")
          .until("2026-03-05T00:00:00+09:00");
      assertThat(scene.times()).containsExactly("2026-03-04T09:00", "2026-03-04T15:00");
    }

    @Test
    void goesWithoutWhatWasWithdrawnMeanwhile() {
      scene
          .scenario("one", step("skin", 2, digest("care")), step("sleep", 2, digest("care")))
          .scenario("two", step("teeth", 2, digest("care")))
          .treated("p", "2026-03-02");
      scene.clock.moveTo(TEN);
      // Marked, and not sent yet.
      scene.fire(scene.request("skin").getIdPart(), "p");
      assertThat(scene.taken).isEmpty();
      CommunicationRequest taken = scene.request("sleep");
      taken.setStatus(CommunicationRequestStatus.REVOKED);
      scene.store.put(taken);
      scene.until("2026-03-05T00:00:00+09:00");
      assertThat(scene.texts()).containsExactly(all(SKIN, TEETH));
      assertThat(status("sleep")).isEqualTo(CommunicationRequestStatus.REVOKED);
    }

    @Test
    void countsOnceForTheFrequencyCap() {
      scene = scene("sms", new FrequencyCap(1, Duration.ofDays(7)));
      scene
          .scenario(
              "one",
              step("skin", 2, digest("care")),
              step("sleep", 2, digest("care")),
              step("teeth", 4))
          .treated("p", "2026-03-02")
          .until("2026-03-10T00:00:00+09:00");
      assertThat(scene.texts()).containsExactly(all(SKIN, SLEEP));
      assertThat(scene.request("teeth").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("frequency-cap");
    }
  }

  @Nested
  class GoesOnItsOwn {

    @Test
    void whatIsForAnotherPurpose() {
      scene
          .words("offer", "advertising", "새 소식이 있습니다.")
          .scenario("one", step("skin", 2, digest("care")))
          .scenario("two", step("offer", 2, digest("care")))
          .treated("p", "2026-03-02")
          .until("2026-03-05T00:00:00+09:00");
      assertThat(scene.texts()).hasSize(2).filteredOn(t -> t.startsWith("(광고)")).hasSize(1);
      assertThat(scene.texts()).noneMatch(t -> t.contains(SKIN) && t.contains("소식"));
    }

    @Test
    void whatIsOfAnotherGroup() {
      scene
          .scenario("one", step("skin", 2, digest("care")), step("sleep", 2, digest("night")))
          .treated("p", "2026-03-02")
          .until("2026-03-05T00:00:00+09:00");
      assertThat(scene.texts()).containsExactlyInAnyOrder(all(SKIN), all(SLEEP));
    }

    @Test
    void eachOnAChannelThatCarriesApprovedTemplatesOnly() {
      scene = scene("kakao", FrequencyCap.NONE);
      asks().until("2026-03-05T00:00:00+09:00");
      assertThat(scene.texts()).containsExactlyInAnyOrder(all(SKIN), all(SLEEP), all(TEETH));
    }

    @Test
    void whatCannotBeSaidNow() {
      scene
          .words("sleep", "treatment", "#{spouse} 님과", SPOUSE)
          .scenario("one", step("skin", 2, digest("care")), step("sleep", 2, digest("care")))
          .treated("p", "2026-03-02")
          .until("2026-03-05T00:00:00+09:00");
      assertThat(scene.texts()).containsExactly(all(SKIN));
      assertThat(status("sleep")).isEqualTo(CommunicationRequestStatus.REVOKED);
    }

    @Test
    void whatHasAnOptOutOnlyInItsLabel() {
      scene
          .words("offer", "advertising", "새 소식이 있습니다.")
          .words("news", "advertising", "새로 문을 열었습니다.")
          .scenario("two", step("offer", 2, digest("ads")), step("news", 2, digest("ads")))
          .treated("p", "2026-03-02")
          .until("2026-03-05T00:00:00+09:00");
      assertThat(scene.texts())
          .singleElement()
          .satisfies(t -> assertThat(t).startsWith("(광고)").containsOnlyOnce("무료수신거부"))
          .satisfies(t -> assertThat(t).contains("새 소식이").contains("새로 문을"));
    }
  }

  @Nested
  @DisplayName("C25 D15 on a number of several patients")
  class OnASharedNumber {

    private static final String OURS = "010-5600-7777";

    private void household(SharedNumber shared, String... family) {
      scene =
          new DispatchScene(
                  "2026-03-02T12:00:00+09:00",
                  "sms",
                  FrequencyCap.NONE,
                  JurisdictionPack.of("KR"),
                  shared)
              .words("skin", "treatment", SKIN, DISCREET)
              .words("sleep", "treatment", SLEEP)
              .words("teeth", "treatment", TEETH)
              .scenario("one", step("skin", 2, digest("care")), step("sleep", 2, digest("care")))
              .scenario("two", step("teeth", 2, digest("care")));
      for (String one : family) {
        scene.patient(one, OURS);
      }
      for (String one : family) {
        scene.treated(one, "2026-03-02");
      }
    }

    @ParameterizedTest
    @CsvSource({"a, b, c", "mother, father, child", "p1, p2, p3", "x, y, z"})
    void oneMessageTellsTheHouseholdAndAllOthersPointToIt(String one, String two, String three) {
      household(SharedNumber.HOUSEHOLD, one, two, three);
      scene.until("2026-03-06T00:00:00+09:00");
      assertThat(scene.texts()).hasSize(1).noneMatch(DigestTest::tells);
      assertThat(scene.store.all(CommunicationRequest.class))
          .filteredOn(r -> r.getStatus() == CommunicationRequestStatus.COMPLETED)
          .hasSize(3)
          .extracting(r -> r.getSubject().getReference())
          .containsOnly("Patient/" + Stream.of(one, two, three).min(String::compareTo).get());
      assertThat(scene.store.all(CommunicationRequest.class))
          .filteredOn(r -> r.getStatus() == CommunicationRequestStatus.REVOKED)
          .hasSize(6)
          .extracting(r -> r.getStatusReason().getCodingFirstRep().getCode())
          .containsOnly("household-told");
    }

    @Test
    void whereEachIsToldTheDigestOfEachNamesNobodyOnce() {
      household(SharedNumber.NEUTRAL, "a", "b");
      scene.until("2026-03-06T00:00:00+09:00");
      assertThat(scene.texts()).hasSize(2).noneMatch(DigestTest::tells);
      assertThat(messages()).allSatisfy(m -> assertThat(m.getBasedOn()).hasSize(3));
    }

    @Test
    void isOneMessageAlsoWithASensitiveMemberSinceItSaysNothing() {
      household(SharedNumber.NEUTRAL, "a", "b");
      labelled("a");
      scene.until("2026-03-06T00:00:00+09:00");
      assertThat(scene.texts()).hasSize(2).noneMatch(DigestTest::tells);
    }
  }

  private static boolean tells(String text) {
    return Stream.of("하나", SKIN, SLEEP, TEETH, DISCREETLY).anyMatch(text::contains);
  }

  /** A second treatment of that day, which nobody else may learn of. */
  private void labelled(String patient) {
    scene.store.put(
        """
        {"resourceType": "Procedure", "id": "s-%1$s", "status": "completed",
         "meta": {"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "PSY"}]},
         "code": {"coding": [{"system": "http://c.example/t", "code": "s"}], "text": "비밀 상담"},
         "subject": {"reference": "Patient/%1$s"}, "performedDateTime": "2026-03-02"}
        """
            .formatted(patient));
    scene.reconciler.reconcile(List.of(patient));
  }

  @Nested
  @DisplayName("C25 X20 a member about a sensitive treatment")
  class OfASensitiveTreatment {

    @Test
    void goesAloneInItsDiscreetWords() {
      scene
          .words("skin", "treatment", SKIN, DISCREET)
          .scenario("one", step("skin", 2, digest("care")))
          .scenario("two", step("teeth", 2, digest("care")))
          .treated("p", "2026-03-02");
      labelled("p");
      scene.until("2026-03-06T00:00:00+09:00");
      assertThat(scene.texts())
          .containsExactlyInAnyOrder(all(SKIN, TEETH), all(DISCREETLY))
          .noneMatch(text -> text.contains("비밀"));
    }

    @Test
    void goesTogetherWithOthersThatAreAsDiscreet() {
      scene
          .words("skin", "treatment", SKIN, DISCREET)
          .words("sleep", "treatment", SLEEP, DISCREET.replace(DISCREETLY, "편히 쉬고 계신지요."))
          .scenario("one", step("skin", 2, digest("care")), step("sleep", 2, digest("care")));
      labelled("p");
      scene.until("2026-03-06T00:00:00+09:00");
      assertThat(scene.texts())
          .singleElement()
          .satisfies(t -> assertThat(t).contains(DISCREETLY, "편히 쉬고").doesNotContain(SKIN, SLEEP));
    }

    @Test
    void isNotSaidWhereItHasNoDiscreetWordsWhateverGoesBesideIt() {
      scene
          .words("sleep", "treatment", "#{what} 뒤에 잠은 잘 주무시나요?", WHAT)
          .words("teeth", "treatment", TEETH, DISCREET)
          .scenario("one", step("sleep", 2, digest("care")))
          .scenario("two", step("teeth", 2, digest("care")));
      labelled("p");
      scene.until("2026-03-06T00:00:00+09:00");
      assertThat(scene.texts()).containsExactly(all(DISCREETLY));
      assertThat(scene.request("sleep").getStatusReason().getCodingFirstRep().getCode())
          .isEqualTo("sensitive-content");
    }

    private static final String WHAT =
        """
        {"url": "https://anbu-health.github.io/fhir/StructureDefinition/message-variable", "extension": [
          {"url": "name", "valueString": "what"},
          {"url": "expression", "valueExpression": {
            "language": "text/fhirpath", "expression": "code.text"}}]},
        """;
  }

  @Nested
  class WhenANodeDies {

    /** Sent, but the node was killed before it heard of it. */
    private List<String> killedAfterTheSend() {
      asks();
      List<String> ids = new ArrayList<>();
      scene.provider =
          dispatch -> {
            if (!dispatch.isSuspect()) {
              scene.takes(dispatch);
              ids.add(dispatch.message().messageId());
              return null;
            }
            ids.add(dispatch.message().messageId());
            return new SendOutcome.Accepted("test", dispatch.message().messageId());
          };
      scene.until("2026-03-05T00:00:00+09:00");
      return ids;
    }

    @Test
    void theProviderIsAskedForTheOneMessageAndAllAreSettledByIt() {
      List<String> ids = killedAfterTheSend();
      assertThat(ids).hasSize(2).containsOnly(ids.get(0));
      assertThat(scene.taken).hasSize(1);
      assertThat(messages()).singleElement().satisfies(m -> assertThat(m.getBasedOn()).hasSize(3));
      assertThat(scene.store.all(CommunicationRequest.class))
          .allSatisfy(
              r -> assertThat(r.getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED));
    }

    @Test
    void andTheProviderDoesNotHaveItItGoesOnce() {
      asks();
      List<Boolean> asked = new ArrayList<>();
      scene.provider =
          dispatch -> {
            asked.add(dispatch.isSuspect());
            if (asked.size() == 1) {
              return null;
            }
            return dispatch.isSuspect()
                ? new SendOutcome.Throttled(Duration.ZERO)
                : scene.takes(dispatch);
          };
      scene.until("2026-03-05T00:00:00+09:00");
      assertThat(asked).containsExactly(false, true, false);
      assertThat(scene.texts()).containsExactly(all(SKIN, SLEEP, TEETH));
    }

    @Test
    void andNobodyKnowsAllOfThemAreForStaff() {
      scene = scene("email,sms", FrequencyCap.NONE);
      scene.store.put(
          scene
              .store
              .json("Patient/p")
              .replaceFirst(
                  "\"telecom\": *\\[",
                  "\"telecom\":[{\"system\":\"email\",\"value\":\"p@example.org\"},"));
      asks();
      scene.provider =
          dispatch ->
              dispatch.isSuspect()
                  ? new SendOutcome.Unknown("the provider cannot be asked", false)
                  : null;
      scene.until("2026-03-05T00:00:00+09:00");
      assertThat(messages())
          .singleElement()
          .satisfies(m -> assertThat(m.getBasedOn()).hasSize(3))
          .satisfies(m -> assertThat(m.getStatus().toCode()).isEqualTo("unknown"));
      assertThat(scene.store.all(CommunicationRequest.class))
          .allSatisfy(r -> assertThat(r.getStatus()).isEqualTo(CommunicationRequestStatus.ONHOLD));
    }

    @Test
    void whatWasPlannedAnewMeanwhileIsSettledToo() {
      asks();
      scene.clock.moveTo(TEN);
      scene.provider =
          dispatch -> {
            if (!dispatch.isSuspect()) {
              scene.takes(dispatch);
              // Moved while nobody knows what the provider did.
              scene.treated("p", "2026-03-01");
              return null;
            }
            return new SendOutcome.Accepted("test", dispatch.message().messageId());
          };
      scene.until("2026-03-10T00:00:00+09:00");
      assertThat(scene.taken).hasSize(1);
      assertThat(scene.store.all(CommunicationRequest.class))
          .allSatisfy(
              r -> assertThat(r.getStatus()).isNotEqualTo(CommunicationRequestStatus.ACTIVE));
    }
  }

  @Nested
  class WhenAProviderRefuses {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allAreTriedAgainTogether(boolean permanent) {
      scene = scene("email,sms", FrequencyCap.NONE);
      scene.store.put(
          scene
              .store
              .json("Patient/p")
              .replaceFirst(
                  "\"telecom\": *\\[",
                  "\"telecom\":[{\"system\":\"email\",\"value\":\"p@example.org\"},"));
      asks();
      List<String> channels = new ArrayList<>();
      scene.provider =
          dispatch -> {
            channels.add(dispatch.getChannel());
            return channels.size() > 1
                ? scene.takes(dispatch)
                : permanent
                    ? new SendOutcome.Refused("test", "5", "number-invalid", true, false)
                    : new SendOutcome.Throttled(Duration.ofSeconds(30));
          };
      scene.until("2026-03-05T00:00:00+09:00");
      assertThat(channels).containsExactly("email", permanent ? "sms" : "email");
      assertThat(scene.texts()).containsExactly(all(SKIN, SLEEP, TEETH));
      assertThat(messages()).hasSize(permanent ? 2 : 1);
      assertThat(messages()).allSatisfy(m -> assertThat(m.getBasedOn()).hasSize(3));
    }
  }

  @Nested
  class OnTwoNodes {

    @Test
    void noneIsTakenAlongThatTheOtherIsSending() {
      asks();
      scene.clock.moveTo(TEN);
      // The other node has read, decided and marked just this one, and is calling its provider.
      CommunicationRequest sleep = scene.request("sleep");
      String own = DerivedId.of(sleep.getIdentifierFirstRep().getValue() + "|1");
      Extension mark = sleep.addExtension().setUrl(JOINED_IN);
      mark.addExtension("message", new IdType(own));
      mark.addExtension("leader", new IdType(sleep.getIdPart()));
      scene.store.put(sleep);
      for (int i = 0; i < 3; i++) {
        scene.fire(scene.request("skin").getIdPart(), "p");
        scene.fire(scene.request("teeth").getIdPart(), "p");
      }
      assertThat(scene.texts()).containsExactly(all(SKIN, TEETH));
    }

    @Test
    void whoeverMarksSecondLooksAgain() {
      asks();
      scene.clock.moveTo(TEN);
      String id = scene.request("skin").getIdPart();
      CompletableFuture<DueMessage.TimerEnd> end = new CompletableFuture<>();
      scene.store.failNext(new FhirStore.WriteConflict("changed", null), 1);
      assertThat(scene.dispatcher.decide(List.of(new DueMessage(id, DueTimer.fresh("p"), end))))
          .isEmpty();
      assertThat(end.join()).isInstanceOf(DueMessage.TimerEnd.Again.class);
      assertThat(scene.request("skin").getExtensionByUrl(JOINED_IN)).isNull();
    }
  }
}
