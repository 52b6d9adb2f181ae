package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Reason;
import java.util.List;

/** The rules that are asked right before sending, by what they object to. */
final class BeforeSending {

  static final String QUIET_HOURS = "quiet-hours";
  static final String SEND_WINDOW = "in-send-window";
  static final String DIGEST = "digest";
  static final String FREQUENCY_CAP = "within-frequency-cap";
  static final String NOT_STOPPED = "not-stopped";
  static final String COMPLETE = "message-complete";

  /** What was asked of every message that went out. */
  static final List<String> ASKED = List.of(QUIET_HOURS, SEND_WINDOW, FREQUENCY_CAP, COMPLETE);

  private BeforeSending() {}

  static String rule(Reason reason) {
    return switch (reason) {
      case HOUSEHOLD_TOLD -> "number-own";
      case WITHDRAWN -> Explanation.BY_STAFF;
      case COLLISION -> "no-collision";
      case ONE_AT_A_TIME -> "one-at-a-time";
      case OTHER_TRANSITION, TRANSITION_UNKNOWN -> "anchor-came-from";
      case NO_GOLDEN_TIME -> "golden-time-known";
      case NOT_IN_SEGMENT -> "in-segment";
      case QUIET_HOURS -> QUIET_HOURS;
      case SEND_WINDOW -> SEND_WINDOW;
      case DIGEST -> DIGEST;
      case FREQUENCY_CAP -> FREQUENCY_CAP;
      case KILL_SWITCH -> NOT_STOPPED;
      case MISSING_VARIABLE, LABEL_MISSING, NO_LANGUAGE, TOO_LONG, SENSITIVE_CONTENT -> COMPLETE;
      case CHANNELS_EXHAUSTED,
          CHANNEL_UNAVAILABLE,
          PROVIDER_REJECTED,
          PROVIDER_UNREACHABLE,
          RECIPIENT_BLOCKED,
          NUMBER_INVALID ->
          "channel-left";
      case SHADOW_MODE -> "mode-sends";
      case NOT_ON_ALLOW_LIST -> "on-allow-list";
      case UNKNOWN_OUTCOME -> "outcome-known";
      case TOO_LATE, PAST_UNTIL -> "in-time";
      case OPT_OUT, MUTED, CONSENT_EXPIRED, NO_CONSENT, NO_ADDRESS, ADVERTISING_NOT_ON_CHANNEL ->
          "contact-permitted";
      default -> Explanation.BEFORE_SENDING;
    };
  }
}
