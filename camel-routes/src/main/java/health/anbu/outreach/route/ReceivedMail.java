package health.anbu.outreach.route;

import health.anbu.outreach.contact.EmailAddress;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.Receipt;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A mail that came in, as what it means: receipts, a message of somebody, or nothing for us. */
final class ReceivedMail {
  private static final Pattern MACHINE =
      Pattern.compile("(?i)(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@.*");

  private ReceivedMail() {}

  /** A list of Receipt, an InboundMessage, or null. */
  static Object read(MimeMessage mail, String mailbox, Instant now)
      throws MessagingException, IOException {
    if (DeliveryReport.isReport(mail)) {
      return DeliveryReport.read(mail).map(report -> List.of(receipt(report, now))).orElse(null);
    }
    Optional<String> from = sender(mail);
    return from.isEmpty() ? null : message(mail, from.get(), mailbox, now);
  }

  private static Receipt receipt(DeliveryReport report, Instant now) {
    return new Receipt(
        SmtpCode.PROVIDER,
        report.mailId(),
        report.messageId(),
        report.status(),
        report.code(),
        now,
        report.messageId() + ":" + (report.unwanted() ? "unwanted" : report.code()),
        report.unwanted());
  }

  private static InboundMessage message(MimeMessage mail, String from, String mailbox, Instant now)
      throws MessagingException, IOException {
    return new InboundMessage(
        "email",
        SmtpCode.PROVIDER,
        id(mail),
        from,
        mailbox,
        ReplyText.of(mail, mail.getSubject()),
        now,
        false,
        automatic(mail, from));
  }

  private static Optional<String> sender(MimeMessage mail) throws MessagingException {
    Address[] from = mail.getFrom();
    return from != null && from.length > 0 && from[0] instanceof InternetAddress address
        ? EmailAddress.read(address.getAddress())
        : Optional.empty();
  }

  /** The same for every copy; what the sender chose is never used as it is. */
  private static String id(MimeMessage mail) throws MessagingException {
    String id = String.valueOf(mail.getMessageID()) + mail.getSentDate();
    return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** RFC 3834, and what older answering machines say instead. */
  private static boolean automatic(MimeMessage mail, String from) throws MessagingException {
    String submitted = header(mail, "Auto-Submitted");
    return !submitted.isEmpty() && !submitted.startsWith("no")
        || header(mail, "Precedence").matches("auto_reply|bulk|junk|list")
        || !header(mail, "X-Autoreply").isEmpty()
        || !header(mail, "X-Autorespond").isEmpty()
        || header(mail, "Return-Path").equals("<>")
        || mail.isMimeType("multipart/report")
        || MACHINE.matcher(from).matches();
  }

  private static String header(MimeMessage mail, String name) throws MessagingException {
    String value = mail.getHeader(name, null);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }
}
