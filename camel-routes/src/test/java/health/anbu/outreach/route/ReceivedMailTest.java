package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.Receipt;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedMailTest {

  private static final String ID = "0b6ff0a2-7f1c-5c39-8d0e-0f3f4d0f7a11";
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private static Object read(String mail) throws MessagingException, IOException {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    MimeMessage message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    return ReceivedMail.read(message, "hello@clinic.example", NOW);
  }

  private static String bounce(String id) {
    return """
        From: MAILER-DAEMON@mx.example.org
        To: hello@clinic.example
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Mon, 2 Mar 2026 10:00:00 +0900

        Final-Recipient: rfc822; kim@example.org
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <kim@example.org>:
            Recipient address rejected
        --b
        Content-Type: message/rfc822

        From: hello@clinic.example
        Message-ID: <%s@clinic.example>
        Subject: x

        body
        --b--
        """
        .formatted(id);
  }

  @Nested
  class ABounce {
    @Test
    void tellsWhichOfOurMailsDidNotArriveAndWhy() throws MessagingException, IOException {
      List<?> receipts = (List<?>) read(bounce(ID));
      Receipt receipt = (Receipt) receipts.get(0);
      assertThat(receipt.messageId()).isEqualTo(ID);
      assertThat(receipt.status()).isEqualTo(DeliveryStatus.FAILED_PERMANENT);
      assertThat(ProviderCode.of("smtp", receipt.code()).reason()).isEqualTo("number-invalid");
    }

    @Test
    void ofAMailThatIsNotOursIsNothing() throws MessagingException, IOException {
      assertThat(read(bounce("other"))).isNull();
    }
  }

  private static InboundMessage written(String headers, String body)
      throws MessagingException, IOException {
    return (InboundMessage)
        read("From: Kim <Kim@example.org>\nMessage-ID: <1@x>\n" + headers + "\n\n" + body);
  }

  @Nested
  class AMailOfAPerson {
    @Test
    void isTheirWordsAlone() throws MessagingException, IOException {
      InboundMessage message =
          written(
              "Subject: Re: x\nContent-Type: text/plain; charset=UTF-8",
              "I waited an hour.\n\nOn Mon, 2 Mar 2026, Clinic wrote:\n> How are you?");
      assertThat(message.text()).isEqualTo("I waited an hour.");
      assertThat(message.from()).isEqualTo("Kim@example.org");
      assertThat(message.automatic()).isFalse();
    }

    @Test
    void isTheSubjectWhereThereAreNoOtherWords() throws MessagingException, IOException {
      assertThat(written("Subject: unsubscribe", "").text()).isEqualTo("unsubscribe");
    }

    @Test
    void mayBeHtml() throws MessagingException, IOException {
      String html = "<html><head><style>p{}</style></head><p>STOP</p></html>";
      assertThat(written("Content-Type: text/html", html).text()).isEqualTo("STOP");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; x=y",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "Return-Path: <>"
      })
  void anAnsweringMachineSaysSo(String header) throws MessagingException, IOException {
    assertThat(written(header, "STOP").automatic()).isTrue();
  }

  @Test
  void aPersonMaySayThatTheyAreNone() throws MessagingException, IOException {
    assertThat(written("Auto-Submitted: no", "STOP").automatic()).isFalse();
  }
}
