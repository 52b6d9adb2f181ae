package health.anbu.outreach.simulator;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import java.util.UUID;

/** The mails that come back: of a person, of their answering machine, of a mail server. */
final class PatientMail extends MimeMessage {
  private static final String SERVER = "mailer-daemon@simulator.anbu.example";

  private PatientMail() {
    super(Session.getInstance(new Properties()));
  }

  static PatientMail reply(AcceptedMessage answered, String from, String to, String text)
      throws MessagingException {
    PatientMail mail = new PatientMail();
    mail.address(from, to, "Re: " + (answered == null ? "" : answered.title()));
    if (answered != null) {
      mail.setHeader("In-Reply-To", "<" + answered.providerId() + ">");
    }
    mail.setText(text, "UTF-8");
    mail.saveChanges();
    return mail;
  }

  static PatientMail automatic(String from, String to, String text) throws MessagingException {
    PatientMail mail = reply(null, from, to, text);
    mail.setHeader("Auto-Submitted", "auto-replied");
    mail.saveChanges();
    return mail;
  }

  /**
   * A report of RFC 3464.
   *
   * @param code enhanced status code, such as 5.1.1
   */
  static PatientMail bounce(AcceptedMessage sent, String to, String action, String code)
      throws MessagingException {
    String fields =
        """
        Reporting-MTA: dns; simulator.anbu.example

        Final-Recipient: rfc822; %s
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; %s simulated
        """
            .formatted(sent.to(), action, code, code);
    return report(sent, to, "delivery-status", fields);
  }

  /** A report of RFC 5965: the recipient calls it spam. */
  static PatientMail unwanted(AcceptedMessage sent, String to) throws MessagingException {
    String fields =
        """
        Feedback-Type: abuse
        User-Agent: simulator
        Version: 1
        """;
    return report(sent, to, "feedback-report", fields);
  }

  private static PatientMail report(AcceptedMessage sent, String to, String type, String fields)
      throws MessagingException {
    PatientMail mail = new PatientMail();
    mail.address(SERVER, to, "Report");
    mail.setHeader("Auto-Submitted", "auto-replied");
    MimeMultipart parts = new MimeMultipart("report; report-type=" + type);
    parts.addBodyPart(part("text/plain; charset=us-ascii", "A report about your mail."));
    parts.addBodyPart(part("message/" + type, fields));
    String headers =
        "From: <%s>\r\nTo: <%s>\r\nMessage-ID: <%s>\r\n"
            .formatted(sent.from(), sent.to(), sent.providerId());
    parts.addBodyPart(part("text/rfc822-headers", headers));
    mail.setContent(parts);
    mail.saveChanges();
    return mail;
  }

  private static MimeBodyPart part(String type, String content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content.replaceAll("\\R", "\r\n"), "us-ascii");
    part.setHeader("Content-Type", type);
    return part;
  }

  private void address(String from, String to, String subject) throws MessagingException {
    setFrom(new InternetAddress(from));
    setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    setSubject(subject, "UTF-8");
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + UUID.randomUUID() + "@patient.example>");
  }
}
