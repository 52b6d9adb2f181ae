package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SharedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silence, guardians and what is not made up for. */
class PersonRulesTest {

  private final Scene scene = new Scene().clock("2026-04-01T09:00:00+09:00");

  /** Valid long enough that only a rule of its own keeps it from coming late. */
  private static Step patient(String id, Offset offset, Purpose purpose) {
    return Scene.step(id, Step.Direction.AFTER, offset, purpose, Scene.months(2));
  }

  private static Step reminder(String priority) {
    Step step = Scene.before("reminder", Scene.days(1));
    return new Step(
        step.id(),
        step.title(),
        step.direction(),
        step.offset(),
        step.window(),
        step.validFor(),
        step.purpose(),
        step.activity(),
        priority,
        step.conditions());
  }

  @BeforeEach
  void aTreatmentOfToday() {
    scene.plans(
        Scene.scenario(
            "care",
            Scene.procedures(Scene.BOTOX),
            patient("week", Scene.days(7), Purpose.TREATMENT),
            patient("month", Scene.months(1), Purpose.TREATMENT)));
    scene.procedure("p", "2026-04-01");
  }

  private void complains(String from, String until) {
    scene.complaints.clear();
    scene.complaints.add(
        new Surroundings.ComplaintSpan(
            "Task/t/_history/1", Scene.at(from), until == null ? null : Scene.at(until)));
  }

  private void mutes(String from, String until, String... channels) {
    Instant start = Scene.at(from);
    scene.consents.clear();
    scene.consents.add(
        new ConsentRecord(
            "Consent/mute/_history/1",
            false,
            Set.of(),
            Set.of(channels),
            start,
            start,
            Scene.at(until)));
  }

  @Nested
  @DisplayName("X17 an open complaint")
  class AnOpenComplaint {

    @ParameterizedTest
    @EnumSource(value = Purpose.class, names = "TRANSACTIONAL", mode = EnumSource.Mode.EXCLUDE)
    void mutesEverythingElse(Purpose purpose) {
      scene.consent(purpose);
      scene.plans(
          Scene.scenario(
              "care", Scene.procedures(Scene.BOTOX), patient("x", Scene.days(7), purpose)));
      complains("2026-03-31T10:00:00+09:00", null);
      assertThat(scene.reasons()).containsExactly(Reason.OPEN_COMPLAINT);
      assertThat(scene.decisive().inputs()).containsExactly("Task/t/_history/1");
    }

    @Test
    void leavesAppointmentReminders() {
      scene.plans(Scene.scenario("visit", Scene.appointments(), reminder("routine")));
      scene.appointment("a", "2026-04-10T10:00:00+09:00", "booked");
      complains("2026-03-31T10:00:00+09:00", null);
      assertThat(scene.keys()).containsExactly("visit:reminder:Appointment/a");
    }

    @Test
    void withdrawsWhatIsPendingAndGivesBackOnlyWhatIsStillAhead() {
      scene.reconcile();
      assertThat(scene.requests).allMatch(RequestRecord::active);
      complains("2026-04-02T10:00:00+09:00", null);
      scene.clock("2026-04-02T11:00:00+09:00").reconcile();
      assertThat(scene.requests)
          .extracting(RequestRecord::reason)
          .containsExactly("open-complaint", "open-complaint");
      complains("2026-04-02T10:00:00+09:00", "2026-04-20T10:00:00+09:00");
      scene.clock("2026-04-20T10:00:00+09:00").reconcile();
      assertThat(scene.request("care:week:Procedure/p").active()).isFalse();
      assertThat(scene.request("care:month:Procedure/p").active()).isTrue();
    }

    @Test
    void leavesNothingToMakeUpForThoughNothingWasPlannedBefore() {
      complains("2026-03-31T10:00:00+09:00", "2026-04-20T10:00:00+09:00");
      scene.clock("2026-04-21T09:00:00+09:00");
      assertThat(scene.keys()).containsExactly("care:month:Procedure/p");
      assertThat(scene.reasons()).containsExactly(Reason.OPEN_COMPLAINT);
    }
  }

  @Nested
  @DisplayName("C31, D18: a mute for a while")
  class AMute {

    @Test
    void holdsBackOnlyWhatIsDueInIt() {
      mutes("2026-04-01T00:00:00+09:00", "2026-04-20T00:00:00+09:00");
      assertThat(scene.keys()).containsExactly("care:month:Procedure/p");
      assertThat(scene.reasons()).containsExactly(Reason.MUTED);
      assertThat(scene.decisive().inputs()).contains("Consent/mute/_history/1");
    }

    @Test
    void isNotMadeUpForWhenItEnds() {
      mutes("2026-04-01T00:00:00+09:00", "2026-04-20T00:00:00+09:00");
      scene.clock("2026-04-20T09:00:00+09:00");
      assertThat(scene.keys()).containsExactly("care:month:Procedure/p");
      assertThat(scene.reasons()).containsExactly(Reason.MUTED);
    }

    @Test
    void thatEndedBeforeOneOfItsStepsWasDueLeavesThatStep() {
      mutes("2026-04-01T00:00:00+09:00", "2026-04-05T00:00:00+09:00");
      assertThat(scene.keys()).hasSize(2);
    }

    @Test
    void ofOneChannelLeavesTheOthers() {
      mutes("2026-04-01T00:00:00+09:00", "2026-04-20T00:00:00+09:00", "kakao");
      assertThat(scene.plan().messages().get(0).permit().channels()).containsExactly("sms");
      scene.clock("2026-04-21T09:00:00+09:00");
      assertThat(scene.keys()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"stat, true", "urgent, false", "routine, false"})
    @DisplayName("C47 critical messages pass a mute, by the policy of the pack")
    void letsOnlyCriticalMessagesPass(String priority, boolean passes) {
      scene.plans(Scene.scenario("visit", Scene.appointments(), reminder(priority)));
      scene.appointment("a", "2026-04-10T10:00:00+09:00", "booked");
      mutes("2026-04-01T00:00:00+09:00", "2026-04-20T00:00:00+09:00");
      assertThat(scene.keys()).hasSize(passes ? 1 : 0);
    }

    @Test
    void anOptOutIsPassedByNothing() {
      scene.plans(Scene.scenario("visit", Scene.appointments(), reminder("stat")));
      scene.appointment("a", "2026-04-10T10:00:00+09:00", "booked");
      scene.optOut(Set.of());
      assertThat(scene.reasons()).containsExactly(Reason.OPT_OUT);
    }
  }

  @Nested
  @DisplayName("C30, D3: death, merge and inactivity, taken back")
  class TakenBack {

    @ParameterizedTest
    @ValueSource(strings = {"deceased", "merged", "inactive"})
    void restoresOnlyFutureSteps(String what) {
      scene.reconcile();
      scene.deceased = what.equals("deceased");
      scene.mergedInto = what.equals("merged") ? "other" : null;
      scene.active = !what.equals("inactive");
      scene.clock("2026-04-03T09:00:00+09:00").reconcile();
      assertThat(scene.requests).extracting(RequestRecord::reason).containsExactly(what, what);
      scene.deceased = false;
      scene.mergedInto = null;
      scene.active = true;
      scene.clock("2026-04-15T09:00:00+09:00").reconcile();
      assertThat(scene.request("care:week:Procedure/p").active()).isFalse();
      assertThat(scene.request("care:month:Procedure/p").active()).isTrue();
      assertThat(scene.reconcile().difference().isEmpty()).isTrue();
    }

    @Test
    void noGuardianHearsOfADeadChild() {
      child("2016-01-01", "ja");
      scene.deceased = true;
      assertThat(scene.reasons()).containsExactly(Reason.DECEASED, Reason.DECEASED);
    }
  }

  private void child(String born, String language) {
    scene.birthDate = LocalDate.parse(born);
    scene.guardians.add(
        new Surroundings.Guardian(
            "RelatedPerson/mother/_history/1",
            List.of(new Address(Address.Kind.MOBILE, "+821000000099")),
            language));
  }

  @Nested
  @DisplayName("C49, D15: a child")
  class AChild {

    @Test
    void isReachedThroughTheGuardianInTheGuardiansLanguage() {
      child("2016-01-01", "ja");
      assertThat(scene.keys()).hasSize(2);
      PatientFacts reached = scene.facts().reached(scene.clinic(), scene.now);
      assertThat(reached.addresses()).extracting(Address::value).containsExactly("+821000000099");
      assertThat(reached.language()).isEqualTo("ja");
      assertThat(scene.plan().trace().steps().get(0).entries())
          .filteredOn(entry -> entry.rule().equals("guardian-reached"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.passed()).isTrue())
          .satisfies(
              entry -> assertThat(entry.inputs()).contains("RelatedPerson/mother/_history/1"));
    }

    @Test
    void withoutAGuardianIsNotWrittenTo() {
      scene.birthDate = LocalDate.of(2016, 1, 1);
      assertThat(scene.reasons()).containsOnly(Reason.GUARDIAN_NEEDED);
    }

    @Test
    void whoseGuardianHasNoNumberIsNotWrittenToEither() {
      scene.birthDate = LocalDate.of(2016, 1, 1);
      scene.guardians.add(new Surroundings.Guardian("RelatedPerson/m", List.of(), null));
      assertThat(scene.reasons()).containsOnly(Reason.GUARDIAN_NEEDED);
    }

    @ParameterizedTest
    @CsvSource({"2015-12-31, true", "1999-12-31, false"})
    void ofWhomOnlyTheYearIsKnownIsOneUntilItCannotBeOneAnyMore(LocalDate by, boolean needed) {
      scene.birthDate = null;
      scene.bornBy = by;
      assertThat(scene.reasons().contains(Reason.GUARDIAN_NEEDED)).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({"2034-05-02, 2", "2026-04-08, 1", "2026-03-31, 0"})
    void isReachedThroughAGuardianUntilTheEndOfTheLastDay(LocalDate lastDay, int messages) {
      child("2016-01-01", "ko");
      Surroundings.Guardian mother = scene.guardians.remove(0);
      scene.guardians.add(
          new Surroundings.Guardian(
              mother.reference(), mother.addresses(), "ko", new When.Day(lastDay)));
      assertThat(scene.keys()).hasSize(messages);
    }

    @ParameterizedTest
    @CsvSource({
      "KR, 2007-04-08, false", "KR, 2007-04-09, true",
      "JP, 2008-04-08, false", "JP, 2008-04-09, true"
    })
    void isOfAgeAsTheLawOfThePlaceSaysOnTheDayOfTheMessage(
        String place, String born, boolean needed) {
      scene.jurisdiction = place;
      scene.birthDate = LocalDate.parse(born);
      boolean refused =
          scene.plan().trace().refusal("care:week:Procedure/p").stream()
              .anyMatch(Reason.GUARDIAN_NEEDED::equals);
      assertThat(refused).isEqualTo(needed);
    }

    @Test
    void theHigherAgeCountsWhereTwoLawsMeet() {
      scene.jurisdiction = "JP";
      scene.country = "KR";
      scene.birthDate = LocalDate.of(2008, 1, 1);
      assertThat(scene.reasons()).containsOnly(Reason.GUARDIAN_NEEDED);
    }
  }

  @ParameterizedTest
  @CsvSource({"send, 0, true", "send, 2, true", "no, 0, true", "no, 2, false"})
  @DisplayName("D15 a number that several patients have, by the policy of the clinic")
  void aSharedNumber(String policy, int others, boolean planned) {
    scene.override = List.of("shared | treatment | * | " + policy + " | the clinic's policy");
    scene.sharedWith = others;
    assertThat(scene.keys()).hasSize(planned ? 2 : 0);
    assertThat(scene.reasons()).hasSize(planned ? 0 : 2);
    child("2016-01-01", "ko");
    assertThat(scene.keys()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"NEUTRAL, 2, true", "HOUSEHOLD, 2, true", "BLOCK, 2, false", "BLOCK, 0, true"})
  @DisplayName("D15 what a clinic says on a number of several patients: neutral, once, or nothing")
  void aNumberThatTheClinicSharesWords(SharedNumber policy, int others, boolean planned) {
    scene.sharedNumber = policy;
    scene.sharedWith = others;
    assertThat(scene.keys()).hasSize(planned ? 2 : 0);
    assertThat(scene.reasons())
        .isEqualTo(planned ? List.of() : List.of(Reason.SHARED_NUMBER, Reason.SHARED_NUMBER));
  }

  @Test
  @DisplayName("X5 a patient abroad is written to by the strictest of both laws")
  void aPatientAbroad() {
    scene.country = "JP";
    assertThat(scene.plan().messages().get(0).permit().source())
        .isEqualTo(
            "KR 2026.3: Network Act art. 50 is about advertising only; "
                + "JP 2026.4: Act on Specified Electronic Mail is about advertising only");
  }

  @Test
  @DisplayName("S4.22 offers need a consent of their own, education does not")
  void offersNeedAConsentEducationDoesNot() {
    scene.plans(
        Scene.scenario(
            "long-term",
            Scene.procedures(Scene.BOTOX),
            patient("hygiene", Scene.days(7), Purpose.EDUCATION),
            patient("offer", Scene.days(8), Purpose.ADVERTISING)));
    scene.consent(Purpose.EDUCATION);
    assertThat(scene.keys()).containsExactly("long-term:hygiene:Procedure/p");
    assertThat(scene.reasons()).containsExactly(Reason.NO_CONSENT);
  }
}
