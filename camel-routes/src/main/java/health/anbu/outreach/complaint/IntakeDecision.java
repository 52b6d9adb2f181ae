package health.anbu.outreach.complaint;

/** Whether feedback can be taken in; a refusal says what to change. */
public sealed interface IntakeDecision {

  record Accepted(IncomingFeedback feedback) implements IntakeDecision {}

  /**
   * @param message a sentence for the sender that names the field and the mend
   */
  record Refused(Reason reason, String message) implements IntakeDecision {}

  enum Reason {
    UNKNOWN_CHANNEL("unknown-channel"),
    NO_TEXT("no-text"),
    TEXT_TOO_LONG("text-too-long"),
    TEXT_NOT_UNICODE("text-not-unicode"),
    BAD_LANGUAGE("bad-language"),
    BAD_NAME("bad-name"),
    BAD_PHONE("bad-phone"),
    BAD_EMAIL("bad-email"),
    BAD_PATIENT("bad-patient"),
    BAD_LOCATION("bad-location"),
    RECEIVED_IN_FUTURE("received-in-future"),
    BAD_IDEMPOTENCY_KEY("bad-idempotency-key");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
