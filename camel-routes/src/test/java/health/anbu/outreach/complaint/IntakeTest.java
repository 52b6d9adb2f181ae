package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.complaint.IntakeDecision.Accepted;
import health.anbu.outreach.complaint.IntakeDecision.Reason;
import health.anbu.outreach.complaint.IntakeDecision.Refused;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

  private static IncomingFeedback saying(String text) {
    return new IncomingFeedback("web", text, null, null, null, NOW, null);
  }

  private static IncomingFeedback from(Sender sender) {
    return new IncomingFeedback("web", "hello", null, sender, null, NOW, null);
  }

  private static void assertRefused(IncomingFeedback feedback, Reason reason, String names) {
    assertThat(Intake.check(feedback, NOW))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.message()).contains(names);
            });
  }

  @Nested
  class Text {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u200B\u200C", "\u3000", "\u3164"})
    void isRefusedWhenNothingIsVisible(String text) {
      assertRefused(saying(text), Reason.NO_TEXT, "'text'");
    }

    @Test
    void isRefusedWhenAbsent() {
      assertRefused(saying(null), Reason.NO_TEXT, "'text'");
    }

    @Test
    void isKeptToTheByte() {
      String text = "  \u202Bسلام\u202C\r\n  e\u0301 🙂 한\u200C ";
      assertThat(Intake.check(saying(text), NOW))
          .isInstanceOfSatisfying(
              Accepted.class, accepted -> assertThat(accepted.feedback().text()).isEqualTo(text));
    }

    @Test
    void mayHaveTenThousandCharactersHoweverManyBytes() {
      assertThat(Intake.check(saying("🙂".repeat(10_000)), NOW)).isInstanceOf(Accepted.class);
      assertRefused(saying("가".repeat(10_001)), Reason.TEXT_TOO_LONG, "at most 10000");
    }

    @Test
    void isRefusedWhenItCannotBeStored() {
      assertRefused(saying("a\0b"), Reason.TEXT_NOT_UNICODE, "UTF-8");
      assertRefused(saying("a\uD83D"), Reason.TEXT_NOT_UNICODE, "UTF-8");
    }
  }

  @Nested
  class ASender {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "010-1234-5678",
          "+82 10 1234 5678",
          "۰۹۱۲۳۴۵۶۷۸۹",
          "０９０－１２３４－５６７８",
          "(02) 123-4567"
        })
    void mayWriteTheNumberAsPeopleDo(String phone) {
      assertThat(Intake.check(from(Sender.ofPhone(phone)), NOW)).isInstanceOf(Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "123", "+", "0101234567890123456", "010;1234567"})
    void isRefusedWithoutARealNumber(String phone) {
      assertRefused(from(Sender.ofPhone(phone)), Reason.BAD_PHONE, "'from.phone'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b", "a b@example.org", "a@example.org,b@example.org"})
    void isRefusedWithoutARealAddress(String email) {
      assertRefused(from(new Sender(null, null, email, null)), Reason.BAD_EMAIL, "'from.email'");
    }

    @Test
    void isRefusedWithAnIdThatIsNone() {
      assertRefused(
          from(new Sender(null, null, null, "../Patient/1")), Reason.BAD_PATIENT, "'from.patient'");
    }

    @Test
    void mayStayUnnamed() {
      assertThat(Intake.check(from(null), NOW)).isInstanceOf(Accepted.class);
    }
  }

  @Nested
  class TheRest {
    @Test
    void refusesAnUnknownChannel() {
      assertRefused(
          new IncomingFeedback("pigeon", "hello", null, null, null, NOW, null),
          Reason.UNKNOWN_CHANNEL,
          "web");
    }

    @Test
    void refusesALanguageThatIsNone() {
      assertRefused(
          new IncomingFeedback("web", "hello", "한국어", null, null, NOW, null),
          Reason.BAD_LANGUAGE,
          "'language'");
    }

    @Test
    void refusesWhatComesFromTheFuture() {
      Instant tomorrow = NOW.plusSeconds(86_400);
      assertRefused(
          new IncomingFeedback("web", "hello", null, null, null, tomorrow, null),
          Reason.RECEIVED_IN_FUTURE,
          "'receivedAt'");
    }

    @Test
    void refusesALocationThatIsNone() {
      assertRefused(
          new IncomingFeedback("web", "hello", null, null, "http://evil.example/", NOW, null),
          Reason.BAD_LOCATION,
          "'location'");
    }
  }
}
