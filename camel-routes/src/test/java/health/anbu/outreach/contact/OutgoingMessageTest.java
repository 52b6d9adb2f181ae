package health.anbu.outreach.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMessageTest {

  @Test
  void aLogLineNamesNeitherNumberNorText() {
    assertThat(to("+821012345678")).asString().doesNotContain("1012345678").doesNotContain("안녕");
  }

  @Test
  void aNumberOutsideE164IsRefusedWithoutBeingRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> to("010-1234-5678"))
        .withMessage("to must be an E.164 number");
  }

  @Test
  void onLineItTakesAUserIdAndNoNumber() {
    String user = "U" + "0f".repeat(16);
    assertThat(onLine(user).to()).isEqualTo(user);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onLine("+821012345678"))
        .withMessage("to must be a LINE user id");
  }

  private static OutgoingMessage onLine(String to) {
    return new OutgoingMessage("1", "line", to, null, "こんにちは", "ja", null, null, null, false);
  }

  @ParameterizedTest
  @CsvSource({
    "kim@example.org, kim@example.org",
    "' Kim.Ha@Example.ORG ', Kim.Ha@example.org",
    "kim@한국.example, kim@xn--3e0b707e.example"
  })
  void anEmailAddressHasOneSpelling(String written, String read) {
    assertThat(EmailAddress.read(written)).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kim",
        "kim@example",
        "Kim <kim@example.org>",
        "kim@example.org, lee@example.org",
        "kim@example.org\r\nBcc: lee@example.org",
        "a@b@example.org",
        "kim@-example.org",
        ".kim@example.org"
      })
  void whatIsNoPlainAddressIsNone(String text) {
    assertThat(EmailAddress.read(text)).isEmpty();
  }

  private static OutgoingMessage to(String number) {
    return new OutgoingMessage(
        "0d1f-1", "sms", number, null, "안녕하세요", "ko", null, null, null, false);
  }
}
