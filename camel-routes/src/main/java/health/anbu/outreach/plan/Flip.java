package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.util.EnumMap;
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
          Map.entry("scenario-active", PLAN_STATUS),
          Map.entry("in-plan", PLAN_STATUS),
          Map.entry(BeforeSending.QUIET_HOURS, CLOCK),
          Map.entry(BeforeSending.FREQUENCY_CAP, "anbu.frequency-cap"),
          Map.entry(BeforeSending.COMPLETE, WORDS));

  private static final Map<Reason, String> NO = new EnumMap<>(Reason.class);

  static {
    NO.put(Reason.VISITED_SINCE, "Encounter.period");
    NO.put(Reason.APPOINTMENT_MOVED, "Appointment.start");
    NO.put(Reason.APPOINTMENT_CANCELLED, "Appointment.status");
    NO.put(Reason.ANCHOR_CANCELLED, ANCHOR_STATUS);
    NO.put(Reason.ANCHOR_ENTERED_IN_ERROR, ANCHOR_STATUS);
    NO.put(Reason.ANCHOR_GONE, "the anchor");
    NO.put(Reason.DECEASED, "Patient.deceased[x]");
    NO.put(Reason.INACTIVE, "Patient.active");
    NO.put(Reason.MERGED, "Patient.link");
    NO.put(Reason.OPT_OUT, CONSENT);
    NO.put(Reason.NO_CONSENT, CONSENT);
    NO.put(Reason.TOO_LATE, "PlanDefinition.action.extension:validFor");
    NO.put(Reason.NO_ADDRESS, TELECOM);
    NO.put(Reason.NO_LANGUAGE, WORDS);
    NO.put(Reason.NO_BIRTH_DATE, "Patient.birthDate");
    NO.put(Reason.IMPRECISE_DATE, ANCHOR_DATE);
    NO.put(Reason.UNKNOWN_ZONE, "Patient.extension:timezone");
    NO.put(Reason.SHARED_NUMBER, TELECOM);
    NO.put(Reason.GUARDIAN_NEEDED, "RelatedPerson");
    NO.put(Reason.CONDITION_FALSE, CONDITION);
    NO.put(Reason.CONDITION_FAILED, CONDITION);
    NO.put(Reason.EXIT_CONDITION, "PlanDefinition.extension:exitCondition");
    NO.put(Reason.SCENARIO_INACTIVE, PLAN_STATUS);
    NO.put(Reason.NOT_IN_PLAN, "PlanDefinition.action");
    NO.put(Reason.PROGRAMME_OVER, ANCHOR_DATE);
    NO.put(Reason.REVIEW_PENDING, "Task.status");
    NO.put(Reason.QUIET_HOURS, CLOCK);
    NO.put(Reason.FREQUENCY_CAP, "anbu.frequency-cap");
    NO.put(Reason.MISSING_VARIABLE, "ActivityDefinition.extension:messageVariable");
    NO.put(Reason.LABEL_MISSING, "anbu.clinic");
    NO.put(Reason.ADVERTISING_NOT_ON_CHANNEL, "anbu.clinic.channels");
    NO.put(Reason.CHANNEL_UNAVAILABLE, "anbu.channels");
    NO.put(Reason.GO_LIVE, "anbu.live.go-live");
    NO.put(Reason.NOT_ON_ALLOW_LIST, "anbu.live.allow-list");
    NO.put(Reason.SHADOW_MODE, "anbu.mode");
    NO.put(Reason.PROVIDER_REJECTED, "Communication.statusReason");
    NO.put(Reason.PROVIDER_UNREACHABLE, "anbu.channels");
    NO.put(Reason.UNKNOWN_OUTCOME, "Communication.extension:deliveryStatus");
    NO.put(Reason.RECIPIENT_BLOCKED, CONSENT);
    NO.put(Reason.CHANNELS_EXHAUSTED, TELECOM);
    NO.put(Reason.OPEN_COMPLAINT, "Task.status");
    NO.put(Reason.SUPERSEDED, "PlanDefinition.extension:collisionPriority");
    NO.put(Reason.NUMBER_INVALID, TELECOM);
  }

  /** Empty where nobody has said yet what would turn it round; a test sees to it. */
  public static Optional<Flip> of(String rule, Reason reason) {
    return reason == null
        ? Optional.ofNullable(YES.get(rule)).map(element -> new Flip("yes." + rule, element))
        : Optional.ofNullable(NO.get(reason))
            .map(element -> new Flip("no." + reason.code(), element));
  }
}
