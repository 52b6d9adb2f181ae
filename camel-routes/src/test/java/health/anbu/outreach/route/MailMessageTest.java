package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Picture;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class MailMessageTest {

  private static final Session SESSION = Session.getInstance(new Properties());

  private final MockEnvironment settings =
      new MockEnvironment()
          .withProperty("anbu.public-url", "https://anbu.clinic.example")
          .withProperty("anbu.channels.email.from", "hello@clinic.example")
          .withProperty("anbu.channels.email.link-secret", "a secret")
          .withProperty("anbu.clinic.name", "안부의원");

  private EmailAccount account() {
    EmailAccount account = new EmailAccount();
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
    account.setEndpoints(new ProviderEndpoints(settings, clock));
    return account;
  }

  private MailMessage mail(String title, String text, String language) throws MessagingException {
    OutgoingMessage message =
        new OutgoingMessage(
            "0b6ff0a2-7f1c-5c39-8d0e-0f3f4d0f7a11",
            "email",
            "kim@example.org",
            title,
            text,
            language,
            null,
            null,
            null,
            false);
    return MailMessage.of(message, account(), SESSION);
  }

  private static String raw(MailMessage mail) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  @Test
  void hasTheSameIdHoweverOftenItIsMade() throws MessagingException {
    assertThat(mail("a", "b", "ko").getMessageID())
        .isEqualTo("<0b6ff0a2-7f1c-5c39-8d0e-0f3f4d0f7a11@clinic.example>")
        .isEqualTo(mail("a", "b", "ko").getMessageID());
  }

  @Test
  void takesNoHeaderFromASubjectOrAName() throws MessagingException, IOException {
    settings.setProperty("anbu.clinic.name", "Clinic\r\nBcc: lee@example.org\r\n\r\nbody");
    MailMessage mail = mail("Hello\r\nBcc: lee@example.org\u2028X: y", "text", "en");
    String headers = raw(mail).split("\r\n\r\n")[0];
    assertThat(headers.lines()).noneMatch(line -> line.matches("(?i)(bcc|x):.*"));
    assertThat(mail.getSubject()).isEqualTo("Hello Bcc: lee@example.org X: y");
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("kim@example.org"));
  }

  @Test
  void saysThatAMachineSentItAndHowToStopIt() throws MessagingException {
    MailMessage mail = mail("a", "b", "ko");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(mail.getHeader("List-Unsubscribe")[0])
        .startsWith("<https://anbu.clinic.example/webhooks/email/unsubscribe?t=0b6ff0a2-")
        .endsWith(">")
        .doesNotContain("kim", "\n");
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("안부의원");
    assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-03-02T01:00:00Z"));
    assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(1);
  }

  @Test
  void readsFromTheRightInPersian() throws MessagingException, IOException {
    MimeMultipart parts = (MimeMultipart) mail("یادآوری", "سلام <سارا>", "fa").getContent();
    assertThat(parts.getBodyPart(0).getContent()).isEqualTo("سلام <سارا>");
    assertThat((String) parts.getBodyPart(1).getContent())
        .contains("dir=\"rtl\"", "lang=\"fa\"", "سلام &lt;سارا&gt;");
  }

  @Test
  void isPlainTextInOtherLanguages() throws MessagingException, IOException {
    assertThat(mail("件名", "こんにちは\n佐藤様", "ja").getContent()).isEqualTo("こんにちは\r\n佐藤様");
  }

  @Test
  @DisplayName("S5.12, C41 a picture in a mail, in words where mails are read as plain text")
  void showsAPictureAndTellsItInWords() throws MessagingException, IOException {
    OutgoingMessage message =
        new OutgoingMessage(
            "0b6ff0a2-7f1c-5c39-8d0e-0f3f4d0f7a11",
            "email",
            "kim@example.org",
            "t",
            "How to brush",
            "en",
            null,
            null,
            null,
            false,
            new Picture("image/png", "https://clinic.example/a.png?x=1&y=2", "The \"order\""));
    MimeMultipart parts = (MimeMultipart) MailMessage.of(message, account(), SESSION).getContent();
    assertThat(parts.getBodyPart(0).getContent())
        .isEqualTo("How to brush\r\n\r\nThe \"order\": https://clinic.example/a.png?x=1&y=2");
    assertThat((String) parts.getBodyPart(1).getContent())
        .contains("dir=\"ltr\"", "How to brush")
        .contains(
            "<img style=\"max-width: 100%\" src=\"https://clinic.example/a.png?x=1&amp;y=2\""
                + " alt=\"The &quot;order&quot;\">");
  }
}
