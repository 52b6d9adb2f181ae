package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/** Rules about what a scenario counts from: whether it stands, its date, and what came after it. */
final class AnchorRules {

  /** Systems write a year such as 9999 for "never": nothing counts from there. */
  private static final int NEVER = 9000;

  private AnchorRules() {}

  /** What is not understood starts nothing; a visit or an appointment still stops what it stops. */
  static Trace.Entry anchorStands(Candidate candidate) {
    String modifier = candidate.anchor().evidence().unknownModifier();
    if (modifier != null) {
      return StepRules.anchorEntry(candidate, "anchor-stands", Reason.UNKNOWN_MODIFIER, modifier);
    }
    Reason reason = candidate.anchor().resource().map(e -> standing(candidate, e)).orElse(null);
    String detail = candidate.anchor().resource().map(e -> "status " + e.status()).orElse("");
    return StepRules.anchorEntry(candidate, "anchor-stands", reason, detail);
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
  static Trace.Entry anchorCameFrom(Candidate candidate) {
    ClinicalEvent event = candidate.anchor().event();
    if (event == null || !(candidate.scenario().anchor() instanceof Anchor.Event anchor)) {
      return StepRules.anchorEntry(candidate, "anchor-came-from", null, "does not apply");
    }
    boolean fits =
        anchor.triggers().stream()
            .filter(trigger -> trigger.matches(event) && trigger.matchesStatus(event))
            .anyMatch(trigger -> trigger.comesFrom(event));
    if (fits) {
      return StepRules.anchorEntry(candidate, "anchor-came-from", null, cameFrom(event));
    }
    if (event.previousStatus() != null) {
      return StepRules.anchorEntry(
          candidate, "anchor-came-from", Reason.OTHER_TRANSITION, cameFrom(event));
    }
    boolean known = candidate.existing().filter(r -> r.active() || r.wentOut()).isPresent();
    return StepRules.anchorEntry(
        candidate,
        "anchor-came-from",
        known ? null : Reason.TRANSITION_UNKNOWN,
        known ? "as it was when it was planned" : "the status before is not recorded");
  }

  private static String cameFrom(ClinicalEvent event) {
    String before = event.previousStatus();
    return before == null ? "" : before.isEmpty() ? "had no other status before" : "was " + before;
  }

  static Trace.Entry anchorDated(Candidate candidate) {
    When date = candidate.anchor().date();
    Reason missing =
        candidate.scenario().anchor() instanceof Anchor.Birthday
            ? Reason.NO_BIRTH_DATE
            : Reason.IMPRECISE_DATE;
    if (date instanceof When.Unknown unknown) {
      return StepRules.anchorEntry(
          candidate, "anchor-dated", missing, "date given: " + unknown.text());
    }
    LocalDate day = candidate.anchorDate().toLocalDate();
    return day.getYear() < NEVER
        ? StepRules.anchorEntry(candidate, "anchor-dated", null, "")
        : StepRules.anchorEntry(candidate, "anchor-dated", missing, "date given: " + day);
  }

  static Trace.Entry goldenTimeKnown(Candidate candidate) {
    GoldenTime golden = candidate.step().golden();
    if (golden == null) {
      return StepRules.anchorEntry(candidate, "golden-time-known", null, "does not apply");
    }
    if (golden.missing()) {
      return StepRules.anchorEntry(
          candidate,
          "golden-time-known",
          Reason.NO_GOLDEN_TIME,
          "no table has the time '" + golden.entry() + "' for this treatment");
    }
    String detail =
        golden.planned() == null
            ? "no table: the step's own offset " + candidate.step().offset()
            : golden.entry() + ": " + golden.planned().offset() + " by " + golden.planned().table();
    return StepRules.anchorEntry(candidate, "golden-time-known", null, detail);
  }

  static Trace.Entry afterGoLive(Candidate candidate) {
    Instant goLive = candidate.clinic().goLive();
    boolean older = goLive != null && candidate.anchorDate().toInstant().isBefore(goLive);
    return StepRules.anchorEntry(
        candidate,
        "after-go-live",
        older ? Reason.GO_LIVE : null,
        goLive == null ? "" : "" + goLive);
  }

  /**
   * A finished visit that starts after the anchor's own, on a later local date, withdraws recalls;
   * it withdraws other steps only where the scenario says so.
   */
  static Trace.Entry notVisitedSince(Candidate candidate) {
    boolean applies =
        candidate.step().purpose() == Purpose.RECALL
            || candidate.scenario().anchor() instanceof Anchor.LastVisit
            || candidate.scenario().exitRules().contains("visited-since");
    if (!applies || candidate.anchor().recurs()) {
      return StepRules.anchorEntry(candidate, "not-visited-since", null, "does not apply");
    }
    ZonedDateTime from = ownVisit(candidate);
    return candidate
        .index()
        .visitAfter(from.toLocalDate())
        .map(
            visit ->
                StepRules.entry(
                    "not-visited-since",
                    Reason.VISITED_SINCE,
                    "visit of " + visit.start().in(candidate.zone()).toLocalDate(),
                    List.of(visit.evidence().versioned())))
        .orElseGet(() -> StepRules.anchorEntry(candidate, "not-visited-since", null, ""));
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
}
