package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthTest {

  @Nested
  class OutsideKorea {

    @ParameterizedTest
    @CsvSource({
      "a, 160, GSM_7, 160, 1", "a, 161, GSM_7, 161, 2", "a, 306, GSM_7, 306, 2",
      "a, 307, GSM_7, 307, 3", "€, 80, GSM_7, 160, 1", "€, 81, GSM_7, 162, 2",
      "é, 160, GSM_7, 160, 1", "ç, 70, UCS_2, 70, 1", "س, 70, UCS_2, 70, 1",
      "س, 71, UCS_2, 71, 2", "س, 134, UCS_2, 134, 2", "س, 135, UCS_2, 135, 3",
      "𠮷, 35, UCS_2, 70, 1", "𠮷, 36, UCS_2, 72, 2", "𠮷, 67, UCS_2, 134, 3"
    })
    void countsWhatIsPaidFor(
        String letter, int times, TextLength.Encoding encoding, int units, int segments) {
      TextLength length = TextLength.of(letter.repeat(times), "IR");
      assertThat(length).isEqualTo(new TextLength(encoding, units, segments, true));
    }

    @Test
    void neverTearsAnEscapedCharacterApart() {
      assertThat(TextLength.segments("a".repeat(152) + "€" + "a".repeat(151), "US")).isEqualTo(2);
      assertThat(TextLength.segments("a".repeat(152) + "€" + "a".repeat(152), "US")).isEqualTo(3);
    }

    @Test
    void refusesMoreThanTenSegments() {
      assertThat(TextLength.of("a".repeat(1530), "US").fits()).isTrue();
      assertThat(TextLength.of("a".repeat(1531), "US").fits()).isFalse();
    }
  }

  @Nested
  class InKorea {

    @ParameterizedTest
    @CsvSource({
      "가, 45, 90, true, true", "가, 46, 92, false, true", "a, 90, 90, true, true",
      "a, 91, 91, false, true", "가, 1000, 2000, false, true", "가, 1001, 2002, false, false"
    })
    void countsBytesAsTheCarriersDo(
        String letter, int times, int bytes, boolean isShort, boolean fits) {
      TextLength length = TextLength.of(letter.repeat(times), "KR");
      assertThat(length).isEqualTo(new TextLength(TextLength.Encoding.EUC_KR, bytes, 1, fits));
      assertThat(length.koreanShort()).isEqualTo(isShort);
    }

    @Test
    void fallsBackToUcs2ForLettersThatEucKrLacks() {
      assertThat(TextLength.of("سلام", "KR").encoding()).isEqualTo(TextLength.Encoding.UCS_2);
    }

    @Test
    void knowsTheLimitOfAnAlimTalk() {
      assertThat(TextLength.fitsAlimTalk("가".repeat(1000))).isTrue();
      assertThat(TextLength.fitsAlimTalk("가".repeat(1001))).isFalse();
    }
  }
}
