package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.SendOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends e-mail over SMTP for the kamelet {@code smtp-email-sink}. */
public class SmtpEmail {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpEmail.class);
  private static final int CONNECT_MS = 5000;
  private static final Pattern REPLY =
      Pattern.compile("([45][0-9]{2})[ -](?:([45]\\.[0-9]{1,3}\\.[0-9]{1,3})\\b)?");

  private final EmailAccount account = new EmailAccount();

  /** The account, filled from the kamelet's properties. */
  public EmailAccount getAccount() {
    return account;
  }

  /** Turns the {@link OutgoingMessage} in the body into its {@link SendOutcome}. */
  public void send(Exchange exchange) {
    OutgoingMessage message = exchange.getMessage().getBody(OutgoingMessage.class);
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(account.complete() ? send(message) : notConfigured());
  }

  private static SendOutcome notConfigured() {
    return new SendOutcome.Refused(
        SmtpCode.PROVIDER, "not-configured", "channel-unavailable", true, false);
  }

  private SendOutcome send(OutgoingMessage message) {
    Session session = Session.getInstance(properties());
    SmtpDelivery delivery = new SmtpDelivery(session);
    try {
      return send(message, session, delivery);
    } finally {
      close(delivery);
    }
  }

  private static void close(SmtpDelivery delivery) {
    try {
      delivery.close();
    } catch (MessagingException e) {
      LOG.debug("a connection to the mail server was not closed properly");
    }
  }

  private SendOutcome send(OutgoingMessage message, Session session, SmtpDelivery delivery) {
    try {
      MailMessage mail = MailMessage.of(message, account, session);
      delivery.connect(
          account.host(), account.port(), blankToNull(account.username()), account.password());
      delivery.sendMessage(mail, mail.getAllRecipients());
      return new SendOutcome.Accepted(SmtpCode.PROVIDER, MailMessage.id(message, account));
    } catch (AuthenticationFailedException e) {
      return SmtpCode.of("535").refused(SmtpCode.PROVIDER, "535");
    } catch (MessagingException e) {
      return failed(delivery, e);
    }
  }

  /** A server that said no has not taken it; silence after the last line leaves it open. */
  private static SendOutcome failed(SmtpDelivery delivery, MessagingException failure) {
    Matcher reply = REPLY.matcher(said(delivery));
    if (delivery.getLastReturnCode() >= 400 && reply.lookingAt()) {
      return refused(reply.group(1), reply.group(2));
    }
    LOG.debug("a mail was not handed over: {}", failure.getClass().getSimpleName());
    return delivery.handedOver()
        ? new SendOutcome.Unknown("no-answer", false)
        : new SendOutcome.Throttled(ProviderAnswers.PAUSE);
  }

  private static String said(SmtpDelivery delivery) {
    return delivery.getLastServerResponse() == null ? "" : delivery.getLastServerResponse();
  }

  private static SendOutcome refused(String reply, String enhanced) {
    if (reply.equals("421") || reply.equals("450") || reply.equals("452")) {
      return new SendOutcome.Throttled(ProviderAnswers.PAUSE);
    }
    String code = enhanced == null ? plain(reply) : enhanced;
    return SmtpCode.of(code).refused(SmtpCode.PROVIDER, code);
  }

  /** Without an enhanced code, 550, 551 and 553 speak of the mailbox. */
  private static String plain(String reply) {
    return switch (reply) {
      case "550", "551", "553" -> "5.1.1";
      default -> reply;
    };
  }

  private Properties properties() {
    Properties properties =
        account.tls().properties("smtp", CONNECT_MS, account.responseTimeout().toMillis());
    properties.setProperty("mail.smtp.auth", Boolean.toString(!account.username().isBlank()));
    properties.setProperty("mail.smtp.from", account.from());
    properties.setProperty("mail.smtp.localhost", account.domain());
    properties.setProperty("mail.smtp.dsn.notify", "FAILURE,DELAY");
    properties.setProperty("mail.smtp.dsn.ret", "HDRS");
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
