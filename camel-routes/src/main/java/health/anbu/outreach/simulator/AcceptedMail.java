package health.anbu.outreach.simulator;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;

/** What the simulated mail server keeps of a mail. */
final class AcceptedMail {
  private AcceptedMail() {}

  static AcceptedMessage of(byte[] content, String to, String from, AcceptedMessages messages)
      throws IOException {
    try {
      return read(content, to, from, messages);
    } catch (MessagingException e) {
      throw new IOException("this is no mail", e);
    }
  }

  private static AcceptedMessage read(
      byte[] content, String to, String from, AcceptedMessages messages)
      throws MessagingException, IOException {
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    String id = String.valueOf(mail.getMessageID()).replaceAll("[<>]", "");
    String link = mail.getHeader("List-Unsubscribe", null);
    return new AcceptedMessage(
        "email",
        Carrier.SMTP,
        to,
        from,
        text(mail).replaceAll("\r\n", "\n").stripTrailing(),
        mail.getSubject(),
        messages.timestamp(),
        id,
        id.replaceFirst("@.*", ""),
        null,
        null,
        link == null ? null : link.replaceAll("[<>]", ""),
        "250",
        messages.now().toString());
  }

  private static String text(Part part) throws MessagingException, IOException {
    return part.getContent() instanceof Multipart parts
        ? text(parts.getBodyPart(0))
        : String.valueOf(part.getContent());
  }
}
