package health.anbu.outreach.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why something is not planned, not sent or not sent now: the code system outreach-reason. */
public enum Reason {
  VISITED_SINCE,
  APPOINTMENT_MOVED,
  APPOINTMENT_CANCELLED,
  ANCHOR_CANCELLED,
  ANCHOR_ENTERED_IN_ERROR,
  ANCHOR_GONE,
  UNKNOWN_MODIFIER,
  DECEASED,
  INACTIVE,
  MERGED,
  OPT_OUT,
  NO_CONSENT,
  CONSENT_EXPIRED,
  MUTED,
  KILL_SWITCH,
  TOO_LONG,
  TOO_LATE,
  PAST_UNTIL,
  NO_ADDRESS,
  NO_LANGUAGE,
  NO_BIRTH_DATE,
  IMPRECISE_DATE,
  UNKNOWN_ZONE,
  SHARED_NUMBER,
  GUARDIAN_NEEDED,
  CONDITION_FALSE,
  CONDITION_FAILED,
  EXIT_CONDITION,
  SCENARIO_INACTIVE,
  NOT_IN_PLAN,
  PROGRAMME_OVER,
  REVIEW_PENDING,
  QUIET_HOURS,
  SEND_WINDOW,
  DIGEST,
  FREQUENCY_CAP,
  THROTTLED,
  MISSING_VARIABLE,
  LABEL_MISSING,
  SENSITIVE_CONTENT,
  ADVERTISING_NOT_ON_CHANNEL,
  CHANNEL_UNAVAILABLE,
  GO_LIVE,
  NOT_ON_ALLOW_LIST,
  SHADOW_MODE,
  PROVIDER_REJECTED,
  PROVIDER_UNREACHABLE,
  UNKNOWN_OUTCOME,
  RECIPIENT_BLOCKED,
  CHANNELS_EXHAUSTED,
  OPEN_COMPLAINT,
  SUPERSEDED,
  NUMBER_INVALID,
  WITHDRAWN,
  COLLISION,
  ONE_AT_A_TIME,
  OTHER_TRANSITION,
  TRANSITION_UNKNOWN,
  NO_GOLDEN_TIME,
  NOT_IN_SEGMENT,
  HOUSEHOLD_TOLD;

  private static final Set<Reason> DECIDED_AT_SEND =
      Set.of(
          TOO_LATE,
          QUIET_HOURS,
          SEND_WINDOW,
          THROTTLED,
          FREQUENCY_CAP,
          MISSING_VARIABLE,
          LABEL_MISSING,
          SENSITIVE_CONTENT,
          NO_LANGUAGE,
          TOO_LONG,
          NOT_ON_ALLOW_LIST,
          CHANNELS_EXHAUSTED,
          SUPERSEDED,
          HOUSEHOLD_TOLD);

  /** Said right before sending, about this one occasion: planning again does not bring it back. */
  public boolean decidedAtSend() {
    return DECIDED_AT_SEND.contains(this);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Reason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code().equals(code)).findFirst();
  }
}
