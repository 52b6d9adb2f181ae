package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Picture;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An outreach message as e-mail: the same message always has the same Message-ID. */
final class MailMessage extends MimeMessage {
  private static final String UTF_8 = "UTF-8";
  private static final Set<String> RIGHT_TO_LEFT = Set.of("fa", "ar", "he", "ur", "ps", "ckb");
  private static final int LONGEST_HEADER = 250;

  /** Line ends begin another header; direction marks make one name look like another. */
  private static final Pattern NOT_IN_A_HEADER =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private final String id;

  private MailMessage(Session session, String id) {
    super(session);
    this.id = id;
  }

  /** The Message-ID without its angle brackets: our id of the attempt at the sender's domain. */
  static String id(OutgoingMessage message, EmailAccount account) {
    return message.messageId() + "@" + account.domain();
  }

  static MailMessage of(OutgoingMessage message, EmailAccount account, Session session)
      throws MessagingException {
    MailMessage mail = new MailMessage(session, id(message, account));
    mail.setFrom(sender(account));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(message.to()));
    mail.setSubject(header(message.title()), UTF_8);
    mail.setSentDate(Date.from(account.clock().instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    // One line each: folded, they break the DKIM signature at some servers.
    mail.setHeader("List-Unsubscribe", "<" + account.unsubscribe().of(message.messageId()) + ">");
    mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    mail.setContentLanguage(new String[] {message.language()});
    mail.write(message);
    mail.saveChanges();
    return mail;
  }

  private static InternetAddress sender(EmailAccount account) throws MessagingException {
    try {
      String name = header(account.clinicName());
      return name.isBlank()
          ? new InternetAddress(account.from())
          : new InternetAddress(account.from(), name, UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("this JDK lacks UTF-8", e);
    }
  }

  /** One line, whatever a record brought along. */
  static String header(String text) {
    String line = NOT_IN_A_HEADER.matcher(text).replaceAll(" ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_HEADER
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_HEADER));
  }

  private void write(OutgoingMessage message) throws MessagingException {
    String text = text(message);
    boolean rightToLeft = RIGHT_TO_LEFT.contains(message.language().split("-")[0]);
    if (!rightToLeft && message.picture() == null) {
      setText(text, UTF_8);
      return;
    }
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(html(message, rightToLeft ? "rtl" : "ltr"), UTF_8, "html");
    setContent(new MimeMultipart("alternative", plain, html));
  }

  private static String text(OutgoingMessage message) {
    Picture picture = message.picture();
    String shown = picture == null ? "" : "\n\n" + picture.title() + ": " + picture.url();
    return (message.text() + shown + links(message)).replaceAll("\\R", "\r\n");
  }

  private static String links(OutgoingMessage message) {
    return message.buttons().stream()
        .map(button -> "\n\n" + button.label() + ": " + button.url())
        .collect(Collectors.joining());
  }

  private static String html(OutgoingMessage message, String direction) {
    String text = (message.text() + links(message)).replaceAll("\\R", "\r\n");
    return """
        <!DOCTYPE html>
        <html lang="%s" dir="%s"><head><meta charset="utf-8"></head>
        <body dir="%s"><p style="white-space: pre-line">%s</p>%s</body></html>
        """
        .formatted(escape(message.language()), direction, direction, escape(text), image(message));
  }

  private static String image(OutgoingMessage message) {
    return message.picture() == null
        ? ""
        : "<p><img style=\"max-width: 100%%\" src=\"%s\" alt=\"%s\"></p>"
            .formatted(escape(message.picture().url()), escape(message.picture().title()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + ">");
  }
}
