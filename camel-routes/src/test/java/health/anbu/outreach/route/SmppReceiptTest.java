package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.Gsm7;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppReceiptTest {

  @ParameterizedTest
  @CsvSource({
    "id:1234567890 sub:001 dlvrd:001 submit date:1608011415 done date:1608011417 stat:DELIVRD err:000 Text:Hello,1234567890,DELIVRD,000",
    "id:261BD3E2 sub:001 dlvrd:001 submit date:190305131326 done date:190305131326 stat:DELIVRD err:0 Text:report,261BD3E2,DELIVRD,0",
    "id:7a44aaba-336f-4a92-9502-dd106aa7369f stat:UNDELIV err:001 text:,7a44aaba-336f-4a92-9502-dd106aa7369f,UNDELIV,001",
    "ID:0123456797 STAT:DELIVRD ERR:000 TEXT:,0123456797,DELIVRD,000",
    "stat:DELIVRD id:0123456798 err:000 text:id:999 stat:UNDELIV,0123456798,DELIVRD,000",
    "id:0123456796 stat:EXPIRED,0123456796,EXPIRED,''",
    "nothing at all,'','',''"
  })
  void isReadInAnyOrderAndCase(String text, String id, String stat, String error) {
    assertThat(SmppReceipt.read(text)).isEqualTo(new SmppReceipt(id, stat, error));
  }

  @Test
  void endsBeforeANullCharacter() {
    assertThat(SmppReceipt.read("id:18\u0000").id()).isEqualTo("18");
  }

  @ParameterizedTest
  @CsvSource({
    "DELIVRD,DELIVERED",
    "ACCEPTD,ACCEPTED",
    "ENROUTE,ACCEPTED",
    "EXPIRED,FAILED_TEMPORARY",
    "UNDELIV,FAILED_PERMANENT",
    "REJECTD,FAILED_PERMANENT",
    "DELETED,FAILED_PERMANENT",
    "UNKNOWN,UNKNOWN"
  })
  void meansAStatus(String stat, String status) {
    assertThat(ProviderCode.of("smpp", stat).status()).hasToString(status);
  }

  @Test
  void findsItsMessageThoughTheNotationDiffers() {
    SmppMessageIds ids = SmppMessageIds.of("hex-then-decimal");
    assertThat(ids.ofAnswer("70BA8A69")).isEqualTo(ids.ofReceipt("1891273321"));
    SmppMessageIds other = SmppMessageIds.of("decimal-then-hex");
    assertThat(other.ofAnswer("1891273321")).isEqualTo(other.ofReceipt("70BA8A69"));
    assertThat(SmppMessageIds.of("").ofReceipt("0012")).isEqualTo("0012");
  }

  @ParameterizedTest
  @CsvSource({"0123456789,0,true", "가나다,8,true"})
  void aShortTextGoesInOnePart(String text, byte coding, boolean one) {
    SmppText coded = SmppText.of(text);
    assertThat(coded.coding()).isEqualTo(coding);
    assertThat(coded.fitsOnePart()).isEqualTo(one);
  }

  @Test
  void theLimitsOfAPartAreThoseOfTheAlphabets() {
    assertThat(SmppText.of("x".repeat(160)).fitsOnePart()).isTrue();
    assertThat(SmppText.of("x".repeat(159) + "€").fitsOnePart()).isFalse();
    assertThat(SmppText.of("가".repeat(70)).fitsOnePart()).isTrue();
    assertThat(SmppText.of("가".repeat(71)).fitsOnePart()).isFalse();
  }

  @Test
  void theDefaultAlphabetIsReadAsItWasWritten() {
    String text = "@£$ Æß €[]{}~^|\\ ÄÖÑÜ§ à";
    assertThat(Gsm7.decode(Gsm7.encode(text))).isEqualTo(text);
    assertThat(Gsm7.encode("@A€")).containsExactly(0x00, 0x41, 0x1B, 0x65);
    assertThat(Gsm7.encode("Æ")).containsExactly(0x1C);
  }
}
