package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.util.Map;
import java.util.Optional;

/**
 * Which input would turn a rule's answer round: the element of a record, of the scenario or of the
 * settings that somebody would have to change.
 *
 * @param key names the words for it: {@code no.} and the reason, or {@code yes.} and the rule
 * @param element such as {@code Patient.deceased[x]}
 */
public record Flip(String key, String element) {

  private static final String CONSENT = "Consent.provision";
  private static final String TELECOM = "Patient.telecom";
  private static final String ANCHOR_STATUS = "status of the anchor";
  private static final String ANCHOR_DATE = "date of the anchor";
  private static final String CONDITION = "PlanDefinition.action.condition";
  private static final String PLAN_STATUS = "PlanDefinition.status";
  private static final String WORDS = "ActivityDefinition.extension:messageContent";
  private static final String CLOCK = "the time";

  private static final Map<String, String> YES =
      Map.ofEntries(
          Map.entry("patient-alive", "Patient.deceased[x]"),
          Map.entry("patient-active", "Patient.active"),
          Map.entry("patient-not-merged", "Patient.link"),
          Map.entry("anchor-found", "the anchor"),
          Map.entry("anchor-stands", ANCHOR_STATUS),
          Map.entry("anchor-dated", ANCHOR_DATE),
          Map.entry("after-go-live", "anbu.live.go-live"),
          Map.entry("conditions-hold", CONDITION),
          Map.entry("not-exited", "PlanDefinition.extension:exitCondition"),
          Map.entry("not-visited-since", "Encounter.period"),
          Map.entry("zone-known", "Patient.extension:timezone"),
          Map.entry("number-own", TELECOM),
          Map.entry("contact-permitted", CONSENT),
          Map.entry("channel-has-address", TELECOM),
          Map.entry("in-time", CLOCK),
          Map.entry("guardian-reached", "RelatedPerson"),
          Map.entry("no-open-complaint", "Task.status"),
          Map.entry("not-made-up-for", CLOCK),
          Map.entry("anchor-came-from", ANCHOR_STATUS),
          Map.entry("one-at-once", CLOCK),
          Map.entry("one-at-a-time", "PlanDefinition.extension:oneAtATime"),
          Map.entry("no-collision", "PlanDefinition.extension:collisionPriority"),
          Map.entry("golden-time-known", "the golden-time table"),
          Map.entry("in-segment", "Group.member"),
          Map.entry("before-its-end", "PlanDefinition.extension:until"),
          Map.entry("scenario-active", PLAN_STATUS),
          Map.entry("in-plan", PLAN_STATUS),
          Map.entry(BeforeSending.QUIET_HOURS, CLOCK),
          Map.entry(BeforeSending.SEND_WINDOW, "PlanDefinition.action.extension:sendWindow"),
          Map.entry(BeforeSending.DIGEST, "PlanDefinition.action.extension:digest"),
          Map.entry(BeforeSending.FREQUENCY_CAP, "anbu.frequency-cap"),
          Map.entry(BeforeSending.NOT_STOPPED, "Flag.status"),
          Map.entry(BeforeSending.COMPLETE, WORDS));

  /** By code, so that an answer that was written down by another version is told too. */
  private static final Map<String, String> NO =
      Map.ofEntries(
          Map.entry("visited-since", "Encounter.period"),
          Map.entry("appointment-moved", "Appointment.start"),
          Map.entry("appointment-cancelled", "Appointment.status"),
          Map.entry("anchor-cancelled", ANCHOR_STATUS),
          Map.entry("anchor-entered-in-error", ANCHOR_STATUS),
          Map.entry("anchor-gone", "the anchor"),
          Map.entry("unknown-modifier", "modifierExtension"),
          Map.entry("deceased", "Patient.deceased[x]"),
          Map.entry("inactive", "Patient.active"),
          Map.entry("merged", "Patient.link"),
          Map.entry("opt-out", CONSENT),
          Map.entry("no-consent", CONSENT),
          Map.entry("too-late", "PlanDefinition.action.extension:validFor"),
          Map.entry("no-address", TELECOM),
          Map.entry("no-language", WORDS),
          Map.entry("no-birth-date", "Patient.birthDate"),
          Map.entry("imprecise-date", ANCHOR_DATE),
          Map.entry("unknown-zone", "Patient.extension:timezone"),
          Map.entry("shared-number", TELECOM),
          Map.entry("guardian-needed", "RelatedPerson"),
          Map.entry("condition-false", CONDITION),
          Map.entry("condition-failed", CONDITION),
          Map.entry("exit-condition", "PlanDefinition.extension:exitCondition"),
          Map.entry("scenario-inactive", PLAN_STATUS),
          Map.entry("not-in-plan", "PlanDefinition.action"),
          Map.entry("programme-over", ANCHOR_DATE),
          Map.entry("review-pending", "Task.status"),
          Map.entry("quiet-hours", CLOCK),
          Map.entry("send-window", "PlanDefinition.action.extension:sendWindow"),
          Map.entry("digest", "PlanDefinition.action.extension:digest"),
          Map.entry("frequency-cap", "anbu.frequency-cap"),
          Map.entry("missing-variable", "ActivityDefinition.extension:messageVariable"),
          Map.entry("label-missing", "anbu.clinic"),
          Map.entry("advertising-not-on-channel", "anbu.clinic.channels"),
          Map.entry("channel-unavailable", "anbu.channels"),
          Map.entry("go-live", "anbu.live.go-live"),
          Map.entry("not-on-allow-list", "anbu.live.allow-list"),
          Map.entry("shadow-mode", "anbu.mode"),
          Map.entry("provider-rejected", "Communication.statusReason"),
          Map.entry("provider-unreachable", "anbu.channels"),
          Map.entry("unknown-outcome", "Communication.extension:deliveryStatus"),
          Map.entry("recipient-blocked", CONSENT),
          Map.entry("channels-exhausted", TELECOM),
          Map.entry("open-complaint", "Task.status"),
          Map.entry("superseded", "PlanDefinition.extension:collisionPriority"),
          Map.entry("number-invalid", TELECOM),
          Map.entry("withdrawn", "CommunicationRequest.status"),
          Map.entry("collision", "PlanDefinition.extension:collisionPriority"),
          Map.entry("one-at-a-time", "PlanDefinition.extension:oneAtATime"),
          Map.entry("other-transition", ANCHOR_STATUS),
          Map.entry("transition-unknown", ANCHOR_STATUS),
          Map.entry("no-golden-time", "the golden-time table"),
          Map.entry("not-in-segment", "Group.member"),
          Map.entry("consent-expired", CONSENT),
          Map.entry("muted", CONSENT),
          Map.entry("kill-switch", "Flag.status"),
          Map.entry("too-long", WORDS),
          Map.entry("past-until", "PlanDefinition.extension:until"),
          Map.entry("throttled", "anbu.throttle"),
          Map.entry("household-told", "anbu.clinic.shared-number"),
          Map.entry("sensitive-content", WORDS));

  /** Empty where nobody has said yet what would turn it round; a test sees to it. */
  public static Optional<Flip> of(String rule, Reason reason) {
    return reason == null
        ? Optional.ofNullable(YES.get(rule)).map(element -> new Flip("yes." + rule, element))
        : Optional.ofNullable(NO.get(reason.code()))
            .map(element -> new Flip("no." + reason.code(), element));
  }
}
