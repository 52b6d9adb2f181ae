package health.anbu.outreach.route;

import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** Reads what the SMSC delivers, for the kamelet {@code smpp-sms-receipt-source}. */
public class SmppDeliveries {
  private static final byte INTERNATIONAL = 1;

  private SmppLink link;

  public void setLink(SmppLink link) {
    this.link = link;
  }

  /** Leaves a list of receipts or an inbound message in the body, or null for nothing for us. */
  public void read(Exchange exchange) {
    DeliverSm delivery = exchange.getMessage().getBody(DeliverSm.class);
    exchange.getMessage().removeHeaders("*");
    boolean report =
        delivery.isSmscDeliveryReceipt() || delivery.isIntermediateDeliveryNotification();
    exchange.getMessage().setBody(report ? receipts(delivery) : inbound(delivery));
  }

  private List<Receipt> receipts(DeliverSm delivery) {
    SmppReceipt told = SmppReceipt.read(SmppText.read(delivery));
    String id = id(delivery, told);
    String stat = told.stat().isEmpty() ? state(delivery) : told.stat();
    if (id.isEmpty() || stat.isEmpty()) {
      return null;
    }
    return List.of(receipt(id, null, stat, told.error(), link.account().clock().instant()));
  }

  static Receipt receipt(String id, String messageId, String stat, String error, Instant at) {
    ProviderCode meaning = SmppStatus.ofReceipt(stat);
    return new Receipt(
        SmppStatus.PROVIDER,
        id,
        messageId,
        meaning.status(),
        stat,
        at,
        id + ":" + stat + ":" + error,
        meaning.optOut());
  }

  /** The parameter repeats the answer to the letter; the text may use another notation. */
  private String id(DeliverSm delivery, SmppReceipt told) {
    OptionalParameter.COctetString exact =
        delivery.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    SmppMessageIds ids = link.account().messageIds();
    return exact == null || exact.getValueAsString().isBlank()
        ? ids.ofReceipt(told.id())
        : ids.ofAnswer(exact.getValueAsString());
  }

  private static String state(DeliverSm delivery) {
    OptionalParameter.Byte state =
        delivery.getOptionalParameter(OptionalParameter.Message_state.class);
    return state == null ? "" : SmppStatus.ofState(state.getValue());
  }

  private InboundMessage inbound(DeliverSm delivery) {
    Instant now = link.account().clock().instant();
    String from = number(delivery.getSourceAddrTon(), delivery.getSourceAddr());
    String to = number(delivery.getDestAddrTon(), delivery.getDestAddress());
    String text = SmppText.read(delivery);
    return from.isBlank() || to.isBlank()
        ? null
        : new InboundMessage(
            "sms", SmppStatus.PROVIDER, id(from, to, text, now), from, to, text, now, false);
  }

  /** SMPP gives inbound messages no id; the SMSC repeats one within minutes if we fail. */
  private static String id(String from, String to, String text, Instant now) {
    String copy = from + "|" + to + "|" + text + "|" + now.truncatedTo(ChronoUnit.HOURS);
    return UUID.nameUUIDFromBytes(copy.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String number(byte typeOfNumber, String address) {
    String number = address == null ? "" : address.strip();
    return typeOfNumber == INTERNATIONAL && number.matches("[0-9]+") ? "+" + number : number;
  }
}
