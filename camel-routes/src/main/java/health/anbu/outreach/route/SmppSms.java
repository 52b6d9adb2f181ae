package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.StatusQuestion;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks SMPP 3.4 for the kamelets {@code smpp-sms-sink} and {@code smpp-sms-query-action}. The
 * protocol has no idempotency key and cannot be asked for a text, so that a submit without answer
 * stays unknown and is for a person.
 */
public class SmppSms {
  private static final Logger LOG = LoggerFactory.getLogger(SmppSms.class);

  private SmppLink link;

  public void setLink(SmppLink link) {
    this.link = link;
  }

  /** Turns the {@link OutgoingMessage} in the body into its {@link SendOutcome}. */
  public void send(Exchange exchange) {
    OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(link.account().complete() ? send(message) : notConfigured());
  }

  private static SendOutcome notConfigured() {
    return new SendOutcome.Refused(
        SmppStatus.PROVIDER, "not-configured", "channel-unavailable", true, false);
  }

  private SendOutcome send(OutgoingMessage message) {
    return link.bound()
        .map(session -> submit(session, message))
        .orElseGet(() -> new SendOutcome.Throttled(ProviderAnswers.PAUSE));
  }

  private SendOutcome submit(SMPPSession session, OutgoingMessage message) {
    try {
      String id = answer(session, message);
      return id == null || id.isBlank()
          ? new SendOutcome.Unknown("no-message-id", false)
          : new SendOutcome.Accepted(SmppStatus.PROVIDER, link.account().messageIds().ofAnswer(id));
    } catch (NegativeResponseException e) {
      return SmppStatus.refused(e.getCommandStatus());
    } catch (PDUException e) {
      // It was never written: the SMSC's protocol has no room for it.
      return ProviderCode.permanent("provider-rejected").refused(SmppStatus.PROVIDER, "pdu");
    } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
      LOG.debug("a submit stays without an answer", e);
      return new SendOutcome.Unknown(e.getClass().getSimpleName(), false);
    }
  }

  private String answer(SMPPSession session, OutgoingMessage message)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    SmppText text = SmppText.of(message.text());
    String from = link.account().from();
    return session
        .submitShortMessage(
            "",
            typeOfNumber(from),
            plan(from),
            digits(from),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            digits(message.to()),
            new ESMClass(),
            (byte) 0,
            (byte) 0,
            null,
            null,
            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
            (byte) 0,
            text.dataCoding(),
            (byte) 0,
            text.shortMessage(),
            text.parameters())
        .getMessageId();
  }

  private static TypeOfNumber typeOfNumber(String sender) {
    if (sender.startsWith("+")) {
      return TypeOfNumber.INTERNATIONAL;
    }
    return sender.matches("[0-9]+") ? TypeOfNumber.UNKNOWN : TypeOfNumber.ALPHANUMERIC;
  }

  private static NumberingPlanIndicator plan(String sender) {
    return sender.startsWith("+") ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN;
  }

  private static String digits(String number) {
    return number.startsWith("+") ? number.substring(1) : number;
  }

  /**
   * A {@link StatusQuestion} in the body becomes a {@link Receipt} or nothing; every other question
   * is one that SMPP has no answer to.
   */
  public void ask(Exchange exchange) {
    Object asked = exchange.getMessage().getBody();
    exchange.getMessage().removeHeaders("*");
    exchange
        .getMessage()
        .setBody(
            asked instanceof StatusQuestion question
                ? link.bound().map(session -> receipt(session, question)).orElse(null)
                : new SendOutcome.Unknown("cannot-be-asked", false));
  }

  private Receipt receipt(SMPPSession session, StatusQuestion question) {
    String from = link.account().from();
    try {
      int state =
          session
              .queryShortMessage(
                  question.providerId(), typeOfNumber(from), plan(from), digits(from))
              .getMessageState()
              .value();
      return SmppDeliveries.receipt(
          question.providerId(),
          question.messageId(),
          SmppStatus.ofState(state),
          "",
          link.account().clock().instant());
    } catch (PDUException
        | ResponseTimeoutException
        | InvalidResponseException
        | NegativeResponseException
        | IOException e) {
      LOG.debug("the SMSC does not say what became of a message", e);
      return null;
    }
  }
}
