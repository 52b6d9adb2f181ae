package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Permit;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SharedNumber;
import java.time.Instant;
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
          AnchorRules::anchorStands,
          AnchorRules::anchorCameFrom,
          AnchorRules::anchorDated,
          AnchorRules::goldenTimeKnown,
          AnchorRules::afterGoLive,
          StepRules::conditionsHold,
          StepRules::notExited,
          AnchorRules::notVisitedSince,
          StepRules::zoneKnown,
          StepRules::numberOwn,
          PersonRules::noOpenComplaint);

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

  static Trace.Entry anchorEntry(Candidate candidate, String rule, Reason reason, String detail) {
    return entry(rule, reason, detail, List.of(candidate.anchor().evidence().versioned()));
  }

  static Trace.Entry entry(String rule, Reason reason, String detail, List<String> inputs) {
    return new Trace.Entry(rule, reason, detail, inputs);
  }
}
