package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.SendOutcome;
import java.util.HashMap;
import java.util.Map;

/** What an SMSC answers (command_status of SMPP 3.4) and reports (stat of a receipt). */
final class SmppStatus {
  static final String PROVIDER = "smpp";

  private static final int NOT_BOUND = 0x04;
  private static final int QUEUE_FULL = 0x14;
  private static final int THROTTLED = 0x58;

  private static final Map<Integer, ProviderCode> ANSWERS = new HashMap<>();
  private static final Map<String, ProviderCode> RECEIPTS = new HashMap<>();

  static {
    var number = ProviderCode.permanent("number-invalid");
    var setup = ProviderCode.temporary("channel-unavailable");
    var later = ProviderCode.temporary("provider-unreachable");
    // Invalid destination address, its type or its plan.
    put(number, 0x0B, 0x50, 0x51);
    // Invalid source address, its type or plan, bind, system id, password, system type.
    put(setup, 0x0A, 0x48, 0x49, 0x0D, 0x0E, 0x0F, 0x53);
    // System error, delivery or submit failed for now, internal errors of the SMSC.
    put(later, 0x08, 0x45, 0x64, 0xFE);

    RECEIPTS.put("DELIVRD", new ProviderCode(DeliveryStatus.DELIVERED, "", false));
    RECEIPTS.put("ACCEPTD", new ProviderCode(DeliveryStatus.ACCEPTED, "", false));
    RECEIPTS.put("ENROUTE", new ProviderCode(DeliveryStatus.ACCEPTED, "", false));
    RECEIPTS.put("EXPIRED", later);
    RECEIPTS.put("UNDELIV", ProviderCode.permanent("provider-unreachable"));
    RECEIPTS.put("REJECTD", ProviderCode.permanent("provider-rejected"));
    RECEIPTS.put("DELETED", ProviderCode.permanent("provider-rejected"));
  }

  private SmppStatus() {}

  private static void put(ProviderCode meaning, int... statuses) {
    for (int status : statuses) {
      ANSWERS.put(status, meaning);
    }
  }

  /** A negative answer to a submit: the message was not taken. */
  static SendOutcome refused(int status) {
    if (status == THROTTLED || status == QUEUE_FULL || status == NOT_BOUND) {
      return new SendOutcome.Throttled(ProviderAnswers.PAUSE);
    }
    return ANSWERS
        .getOrDefault(status, ProviderCode.permanent("provider-rejected"))
        .refused(PROVIDER, "0x%02X".formatted(status));
  }

  /** The word after stat: in a receipt; one we do not know leaves us not knowing. */
  static ProviderCode ofReceipt(String stat) {
    return RECEIPTS.getOrDefault(stat, ProviderCode.unknown());
  }

  /** The word for a message_state, as the TLV 0x0427 and query_sm_resp carry it. */
  static String ofState(int state) {
    return switch (state) {
      case 1 -> "ENROUTE";
      case 2 -> "DELIVRD";
      case 3 -> "EXPIRED";
      case 4 -> "DELETED";
      case 5 -> "UNDELIV";
      case 6 -> "ACCEPTD";
      case 8 -> "REJECTD";
      default -> "UNKNOWN";
    };
  }
}
