package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Permit;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SharedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of one step in the order in which they are asked; the first "no" decides. */
final class StepRules {

  /** What the rules said, with the message when all of them said yes. */
  record Verdict(List<Trace.Entry> entries, ZonedDateTime due, Optional<PlannedMessage> message) {}

  private static final List<Function<Candidate, Trace.Entry>> BEFORE_DUE =
      List.of(
          StepRules::patientAlive,
          StepRules::patientActive,
          StepRules::patientNotMerged,
          StepRules::anchorStands,
          StepRules::anchorCameFrom,
          StepRules::anchorDated,
          StepRules::goldenTimeKnown,
          StepRules::afterGoLive,
          StepRules::conditionsHold,
          StepRules::notExited,
          StepRules::notVisitedSince,
          StepRules::zoneKnown,
          StepRules::numberOwn,
          PersonRules::noOpenComplaint);

  /** Systems write a year such as 9999 for "never": nothing counts from there. */
  private static final int NEVER = 9000;

  private StepRules() {}

  static Verdict judge(Candidate candidate) {
    List<Trace.Entry> entries = new ArrayList<>();
    for (Function<Candidate, Trace.Entry> rule : BEFORE_DUE) {
      Trace.Entry entry = rule.apply(candidate);
      entries.add(entry);
      if (!entry.passed()) {
        return new Verdict(entries, null, Optional.empty());
      }
    }
    return judgeDue(candidate, entries);
  }

  private static Verdict judgeDue(Candidate candidate, List<Trace.Entry> entries) {
    DueTime time = DueTime.of(candidate);
    PersonRules.guardian(candidate, time.notBefore(candidate.now())).ifPresent(entries::add);
    if (entries.stream().anyMatch(entry -> !entry.passed())) {
      return new Verdict(entries, time.due(), Optional.empty());
    }
    Permit permit = permit(candidate, time);
    entries.add(
        entry("contact-permitted", permit.reason(), permit.source(), proof(candidate, permit)));
    if (permit.granted()) {
      withoutAddress(candidate).ifPresent(entries::add);
      beforeItsEnd(candidate, time).ifPresent(entries::add);
      entries.add(inTime(candidate, time));
      PersonRules.notMadeUpFor(candidate, time).ifPresent(entries::add);
    }
    if (candidate.step().anyHour()) {
      entries.add(anchorEntry(candidate, "quiet-hours", null, "an answer may come at any hour"));
    }
    boolean refused = entries.stream().anyMatch(entry -> !entry.passed());
    return new Verdict(
        entries,
        time.due(),
        refused ? Optional.empty() : Optional.of(message(candidate, time, permit)));
  }

  private static PlannedMessage message(Candidate candidate, DueTime time, Permit permit) {
    return new PlannedMessage(
        candidate.key(),
        candidate.scenario(),
        candidate.step(),
        candidate.anchor().evidence(),
        candidate.anchorDate(),
        time.due(),
        time.sendBy() == null ? null : time.sendBy().toInstant(),
        permit);
  }

  private static Permit permit(Candidate candidate, DueTime time) {
    Instant at = time.notBefore(candidate.now());
    boolean itsOwn =
        candidate.anchor().isConsent() || candidate.law().on(candidate.now()).trade() != null;
    return at.isAfter(candidate.now()) || itsOwn
        ? permit(candidate, at)
        : candidate.index().permitNow(candidate.step(), () -> permit(candidate, at));
  }

  private static Permit permit(Candidate candidate, Instant at) {
    PatientFacts facts = candidate.facts().reached(candidate.clinic(), at);
    return facts.permit(
        candidate.step(),
        candidate.anchor().evidence(),
        candidate.anchorDate(),
        candidate.clinic(),
        at);
  }

  /** The channels of the clinic that lead nowhere for this patient: the others are used. */
  private static Optional<Trace.Entry> withoutAddress(Candidate candidate) {
    String nowhere =
        candidate.clinic().channelOrder().stream()
            .filter(channel -> candidate.reached().stream().noneMatch(a -> a.takes(channel)))
            .map(channel -> channel + ": " + Reason.NO_ADDRESS.code())
            .collect(Collectors.joining(", "));
    return nowhere.isEmpty()
        ? Optional.empty()
        : Optional.of(
            entry(
                "channel-has-address",
                null,
                nowhere,
                List.of(candidate.facts().evidence().versioned())));
  }

  /** The consents that decided, and the patient with the addresses. */
  private static List<String> proof(Candidate candidate, Permit permit) {
    List<String> inputs = new ArrayList<>(permit.proof());
    inputs.add(candidate.facts().evidence().versioned());
    return inputs;
  }

  private static Trace.Entry patientAlive(Candidate candidate) {
    return patient(candidate, "patient-alive", candidate.facts().deceased(), Reason.DECEASED);
  }

  private static Trace.Entry patientActive(Candidate candidate) {
    String modifier = candidate.facts().evidence().unknownModifier();
    if (modifier != null) {
      return entry(
          "patient-active",
          Reason.UNKNOWN_MODIFIER,
          modifier,
          List.of(candidate.facts().evidence().versioned()));
    }
    return patient(candidate, "patient-active", !candidate.facts().active(), Reason.INACTIVE);
  }

  private static Trace.Entry patientNotMerged(Candidate candidate) {
    String into = candidate.facts().mergedInto();
    return entry(
        "patient-not-merged",
        into == null ? null : Reason.MERGED,
        into == null ? "" : "replaced by Patient/" + into,
        List.of(candidate.facts().evidence().versioned()));
  }

  private static Trace.Entry patient(
      Candidate candidate, String rule, boolean refused, Reason reason) {
    return entry(
        rule, refused ? reason : null, "", List.of(candidate.facts().evidence().versioned()));
  }

  /** What is not understood starts nothing; a visit or an appointment still stops what it stops. */
  private static Trace.Entry anchorStands(Candidate candidate) {
    String modifier = candidate.anchor().evidence().unknownModifier();
    if (modifier != null) {
      return anchorEntry(candidate, "anchor-stands", Reason.UNKNOWN_MODIFIER, modifier);
    }
    Reason reason = candidate.anchor().resource().map(e -> standing(candidate, e)).orElse(null);
    String detail = candidate.anchor().resource().map(e -> "status " + e.status()).orElse("");
    return anchorEntry(candidate, "anchor-stands", reason, detail);
  }

  private static Reason standing(Candidate candidate, ClinicalEvent event) {
    if (event.enteredInError()) {
      return Reason.ANCHOR_ENTERED_IN_ERROR;
    }
    if (started(candidate.scenario().anchor(), event)) {
      return null;
    }
    boolean cancelled = candidate.anchor().isAppointment() && event.withdrawn();
    return cancelled ? Reason.APPOINTMENT_CANCELLED : Reason.ANCHOR_CANCELLED;
  }

  private static boolean started(Anchor anchor, ClinicalEvent event) {
    return anchor instanceof Anchor.Event data
        ? data.triggers().stream().anyMatch(t -> t.matches(event) && t.matchesStatus(event))
        : event.finishedVisit();
  }

  /** A status that follows another one; what was planned from it once needs no second proof. */
  private static Trace.Entry anchorCameFrom(Candidate candidate) {
    ClinicalEvent event = candidate.anchor().event();
    if (event == null || !(candidate.scenario().anchor() instanceof Anchor.Event anchor)) {
      return anchorEntry(candidate, "anchor-came-from", null, "does not apply");
    }
    boolean fits =
        anchor.triggers().stream()
            .filter(trigger -> trigger.matches(event) && trigger.matchesStatus(event))
            .anyMatch(trigger -> trigger.comesFrom(event));
    if (fits) {
      return anchorEntry(candidate, "anchor-came-from", null, cameFrom(event));
    }
    if (event.previousStatus() != null) {
      return anchorEntry(candidate, "anchor-came-from", Reason.OTHER_TRANSITION, cameFrom(event));
    }
    boolean known = candidate.existing().filter(r -> r.active() || r.wentOut()).isPresent();
    return anchorEntry(
        candidate,
        "anchor-came-from",
        known ? null : Reason.TRANSITION_UNKNOWN,
        known ? "as it was when it was planned" : "the status before is not recorded");
  }

  private static String cameFrom(ClinicalEvent event) {
    String before = event.previousStatus();
    return before == null ? "" : before.isEmpty() ? "had no other status before" : "was " + before;
  }

  private static Trace.Entry anchorDated(Candidate candidate) {
    When date = candidate.anchor().date();
    Reason missing =
        candidate.scenario().anchor() instanceof Anchor.Birthday
            ? Reason.NO_BIRTH_DATE
            : Reason.IMPRECISE_DATE;
    if (date instanceof When.Unknown unknown) {
      return anchorEntry(candidate, "anchor-dated", missing, "date given: " + unknown.text());
    }
    LocalDate day = candidate.anchorDate().toLocalDate();
    return day.getYear() < NEVER
        ? anchorEntry(candidate, "anchor-dated", null, "")
        : anchorEntry(candidate, "anchor-dated", missing, "date given: " + day);
  }

  private static Trace.Entry goldenTimeKnown(Candidate candidate) {
    GoldenTime golden = candidate.step().golden();
    if (golden == null) {
      return anchorEntry(candidate, "golden-time-known", null, "does not apply");
    }
    if (golden.missing()) {
      return anchorEntry(
          candidate,
          "golden-time-known",
          Reason.NO_GOLDEN_TIME,
          "no table has the time '" + golden.entry() + "' for this treatment");
    }
    String detail =
        golden.planned() == null
            ? "no table: the step's own offset " + candidate.step().offset()
            : golden.entry() + ": " + golden.planned().offset() + " by " + golden.planned().table();
    return anchorEntry(candidate, "golden-time-known", null, detail);
  }

  private static Trace.Entry afterGoLive(Candidate candidate) {
    Instant goLive = candidate.clinic().goLive();
    boolean older = goLive != null && candidate.anchorDate().toInstant().isBefore(goLive);
    return anchorEntry(
        candidate,
        "after-go-live",
        older ? Reason.GO_LIVE : null,
        goLive == null ? "" : "" + goLive);
  }

  private static Trace.Entry conditionsHold(Candidate candidate) {
    List<Condition> all = new ArrayList<>(candidate.scenario().conditions());
    all.addAll(candidate.step().conditions());
    for (Condition condition : all) {
      Condition.Answer answer = candidate.answer(condition);
      if (answer != Condition.Answer.TRUE) {
        Reason reason =
            answer == Condition.Answer.FALSE ? Reason.CONDITION_FALSE : Reason.CONDITION_FAILED;
        return condition instanceof Segment && answer == Condition.Answer.FALSE
            ? anchorEntry(
                candidate, "in-segment", Reason.NOT_IN_SEGMENT, "not in " + condition.expression())
            : anchorEntry(candidate, "conditions-hold", reason, condition.expression());
      }
    }
    return anchorEntry(candidate, "conditions-hold", null, all.size() + " conditions");
  }

  private static Trace.Entry notExited(Candidate candidate) {
    for (Condition exit : candidate.scenario().exits()) {
      // An exit that cannot be asked stops: silence is the safe side.
      if (candidate.answer(exit) != Condition.Answer.FALSE) {
        return anchorEntry(candidate, "not-exited", Reason.EXIT_CONDITION, exit.expression());
      }
    }
    return anchorEntry(candidate, "not-exited", null, "");
  }

  /**
   * A finished visit that starts after the anchor's own, on a later local date, withdraws recalls;
   * it withdraws other steps only where the scenario says so.
   */
  private static Trace.Entry notVisitedSince(Candidate candidate) {
    boolean applies =
        candidate.step().purpose() == Purpose.RECALL
            || candidate.scenario().anchor() instanceof Anchor.LastVisit
            || candidate.scenario().exitRules().contains("visited-since");
    if (!applies || candidate.anchor().recurs()) {
      return anchorEntry(candidate, "not-visited-since", null, "does not apply");
    }
    ZonedDateTime from = ownVisit(candidate);
    return candidate
        .index()
        .visitAfter(from.toLocalDate())
        .map(
            visit ->
                entry(
                    "not-visited-since",
                    Reason.VISITED_SINCE,
                    "visit of " + visit.start().in(candidate.zone()).toLocalDate(),
                    List.of(visit.evidence().versioned())))
        .orElseGet(() -> anchorEntry(candidate, "not-visited-since", null, ""));
  }

  private static ZonedDateTime ownVisit(Candidate candidate) {
    String own = candidate.anchor().resource().map(ClinicalEvent::encounter).orElse(null);
    return candidate
        .index()
        .encounter(own)
        .filter(event -> event.start().known())
        .map(event -> event.start().in(candidate.zone()))
        .orElseGet(candidate::anchorDate);
  }

  private static Trace.Entry zoneKnown(Candidate candidate) {
    String text = candidate.facts().zoneText();
    return entry(
        "zone-known",
        null,
        text == null ? "" : Reason.UNKNOWN_ZONE.code() + ": the clinic's zone is used",
        List.of(candidate.facts().evidence().versioned()));
  }

  /**
   * A child's number is the guardian's anyway; who else shares one is up to the clinic and its
   * pack.
   */
  private static Trace.Entry numberOwn(Candidate candidate) {
    int shared = candidate.facts().sharedWith();
    SharedNumber policy = candidate.clinic().sharedNumber();
    boolean held =
        candidate.facts().sharesNumber(candidate.clinic(), candidate.now())
            && (policy == SharedNumber.BLOCK
                || candidate.channels().stream().allMatch(channel -> alone(candidate, channel)));
    return entry(
        "number-own",
        held ? Reason.SHARED_NUMBER : null,
        shared == 0
            ? ""
            : Reason.SHARED_NUMBER.code()
                + ": "
                + shared
                + " other patients, "
                + policy.name().toLowerCase(Locale.ROOT),
        List.of(candidate.facts().evidence().versioned()));
  }

  private static boolean alone(Candidate candidate, String channel) {
    return candidate.law().on(candidate.now()).rule(candidate.step().purpose(), channel).alone();
  }

  /** What is over stays over, for what is pending too. */
  private static Optional<Trace.Entry> beforeItsEnd(Candidate candidate, DueTime time) {
    return candidate
        .over()
        .map(
            over -> {
              boolean past =
                  !time.due().isBefore(over) || !candidate.now().isBefore(over.toInstant());
              return anchorEntry(
                  candidate,
                  "before-its-end",
                  past ? Reason.PAST_UNTIL : null,
                  "until " + over.toOffsetDateTime());
            });
  }

  /**
   * Only the first planning for a due time can be too late; what exists is judged again right
   * before sending. A pending request whose anchor moved is planned for the first time again.
   */
  private static Trace.Entry inTime(Candidate candidate, DueTime time) {
    Instant due = time.due().toInstant();
    boolean exists =
        candidate
            .existing()
            .filter(
                request ->
                    request.wentOut() || request.active() && due.equals(request.plannedDue()))
            .isPresent();
    boolean late = time.pastFor(candidate.now());
    return anchorEntry(
        candidate,
        "in-time",
        late && !exists ? Reason.TOO_LATE : null,
        "plannable until " + time.plannableUntil().toOffsetDateTime());
  }

  private static Trace.Entry anchorEntry(
      Candidate candidate, String rule, Reason reason, String detail) {
    return entry(rule, reason, detail, List.of(candidate.anchor().evidence().versioned()));
  }

  private static Trace.Entry entry(String rule, Reason reason, String detail, List<String> inputs) {
    return new Trace.Entry(rule, reason, detail, inputs);
  }
}
