package health.anbu.outreach.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Decides what becomes of a message after its provider took it. */
final class Carrier {
  static final String KAKAO = "kakao";
  static final String TWILIO = "twilio";
  static final String SMTP = "smtp";
  static final String SMPP = "smpp";
  static final String LINE = "line";
  static final String WHATSAPP = "whatsapp";

  /** WhatsApp's result of a message that is sent and, without a word, never shown. */
  static final String BLOCKED = "blocked";

  /** Under this name it is remembered who wants no advertising over WhatsApp. */
  static final String MARKETING = "whatsapp-marketing";

  /** How long a late message is on its way. */
  private static final Duration LATE = Duration.ofDays(1);

  /** The provider's result code, when it is known, and how the receipts travel. */
  record Fate(String result, Instant at, boolean doubled, boolean reordered, boolean lost) {}

  private final Faults faults;
  private final AcceptedMessages messages;
  private final Pattern withoutKakao;

  Carrier(Faults faults, AcceptedMessages messages, String withoutKakao) {
    this.faults = faults;
    this.messages = messages;
    this.withoutKakao = Pattern.compile(withoutKakao);
  }

  Fate kakao(String number) {
    String result = withoutKakao.matcher(number).matches() ? "3019" : "1000";
    if (messages.blocks(KAKAO, number) || faults.strikes(KAKAO, FaultKind.BLOCKED)) {
      result = "3020";
    }
    return fate(KAKAO, result);
  }

  Fate sms() {
    return fate(TWILIO, "0");
  }

  /** LINE tells nothing of a message; what a fault does to receipts, it does to the webhook. */
  Fate line() {
    return fate(LINE, "0");
  }

  /**
   * @param result the code with which the message fails, "0" for none
   */
  Fate whatsapp(String number, boolean marketing, String result) {
    boolean blocked =
        messages.blocks(WHATSAPP, number) || faults.strikes(WHATSAPP, FaultKind.BLOCKED);
    String met = blocked ? BLOCKED : "0";
    if (marketing && (blocked || messages.blocks(MARKETING, number))) {
      met = "131050";
    }
    return fate(WHATSAPP, result.equals("0") ? met : result);
  }

  /** The word after stat: in the receipt of an SMSC. */
  Fate smpp() {
    return fate(SMPP, faults.strikes(SMPP, FaultKind.BLOCKED) ? "REJECTD" : "DELIVRD");
  }

  private Fate fate(String provider, String result) {
    Instant now = messages.now();
    boolean late = faults.strikes(provider, FaultKind.LATE_DELIVERY);
    return new Fate(
        result,
        late ? now.plus(LATE) : now,
        faults.strikes(provider, FaultKind.DUPLICATE_RECEIPT),
        faults.strikes(provider, FaultKind.REORDERED_RECEIPTS),
        faults.strikes(provider, FaultKind.LOST_RECEIPT));
  }
}
