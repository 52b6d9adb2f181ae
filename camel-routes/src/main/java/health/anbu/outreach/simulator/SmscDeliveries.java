package health.anbu.outreach.simulator;

import health.anbu.outreach.route.SmppText;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** What the simulated SMSC brings to the product over the bind: receipts and texts of patients. */
final class SmscDeliveries {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm");
  private static final byte RECEIPT = 0x04;
  private static final byte PLAIN = 0;

  private SmscDeliveries() {}

  static List<WebhookSender.Delivery> receipts(
      SmscSimulator smsc, AcceptedMessage message, Carrier.Fate fate) {
    WebhookSender.Delivery onTheWay = () -> receipt(smsc, message, "ACCEPTD");
    WebhookSender.Delivery result = () -> receipt(smsc, message, fate.result());
    List<WebhookSender.Delivery> receipts =
        new ArrayList<>(fate.reordered() ? List.of(result, onTheWay) : List.of(onTheWay, result));
    if (fate.doubled()) {
      receipts.add(result);
    }
    return receipts;
  }

  private static boolean receipt(SmscSimulator smsc, AcceptedMessage message, String stat) {
    String day = OffsetDateTime.parse(message.at()).format(MINUTE);
    String text =
        "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:000 text:"
            .formatted(
                message.providerId(), stat.equals("DELIVRD") ? "001" : "000", day, day, stat);
    return deliver(
        smsc,
        message.to(),
        message.from(),
        RECEIPT,
        SmppText.of(text),
        new OptionalParameter.Receipted_message_id(message.providerId()));
  }

  static boolean inbound(SmscSimulator smsc, String from, String to, SmppText text) {
    return deliver(smsc, from, to, PLAIN, text, text.parameters());
  }

  /** False without a bind, or where the product did not take it. */
  private static boolean deliver(
      SmscSimulator smsc,
      String from,
      String to,
      byte kind,
      SmppText text,
      OptionalParameter... parameters) {
    return smsc.session()
        .map(session -> delivered(session, from, to, kind, text, parameters))
        .orElse(false);
  }

  private static boolean delivered(
      SMPPServerSession session,
      String from,
      String to,
      byte kind,
      SmppText text,
      OptionalParameter... parameters) {
    try {
      session.deliverShortMessage(
          "",
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          from.replace("+", ""),
          TypeOfNumber.INTERNATIONAL,
          NumberingPlanIndicator.ISDN,
          to.replace("+", ""),
          new ESMClass(kind),
          (byte) 0,
          (byte) 0,
          new RegisteredDelivery(),
          text.dataCoding(),
          text.shortMessage(),
          parameters);
      return true;
    } catch (PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | NegativeResponseException
        | IOException e) {
      return false;
    }
  }
}
