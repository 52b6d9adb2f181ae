package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {

  @Nested
  class AWordAlone {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "STOP", "stop", " Stop. ", "Stop!", "ＳＴＯＰ", "STOPALL", "stop all", "UNSUBSCRIBE", "end",
          "QUIT", "revoke", "OPTOUT", "opt-out", "opt out", "cancel", "수신거부", "수신 거부", "무료수신거부",
          "[수신거부]", "停止", "配信停止", "「配信停止」", "لغو", "«لغو»", "لغو۱۱", "لغو ۱۱", "لغو 11"
        })
    void optsOut(String message) {
      assertThat(OptOutWords.recognise(message, "KR")).as(message).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"۱۱", "11", "١١", "«۱۱»"})
    void inIranIsAlsoEleven(String message) {
      assertThat(OptOutWords.recognise(message, "IR")).isPresent();
      assertThat(OptOutWords.recognise(message, "KR")).isEmpty();
    }

    @Test
    void tellsThatItMayCancelAVisit() {
      assertThat(OptOutWords.recognise("لغو", "IR"))
          .hasValueSatisfying(optOut -> assertThat(optOut.mayCancelVisit()).isTrue());
      assertThat(OptOutWords.recognise("CANCEL", "US"))
          .hasValueSatisfying(optOut -> assertThat(optOut.mayCancelVisit()).isTrue());
      assertThat(OptOutWords.recognise("لغو۱۱", "IR"))
          .hasValueSatisfying(optOut -> assertThat(optOut.mayCancelVisit()).isFalse());
    }

    @Test
    void namesItsLanguage() {
      assertThat(OptOutWords.recognise("수신거부", "KR"))
          .hasValueSatisfying(optOut -> assertThat(optOut.language()).isEqualTo(Language.KO));
    }
  }

  @Nested
  class AWordInASentence {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "لطفا نوبت من را لغو کنید",
          "안 멈춰요",
          "피가 안 멈춰요",
          "薬を中止しました",
          "中止",
          "The bleeding won't stop",
          "Can I stop taking the pills?",
          "수신거부는 어떻게 하나요?",
          "停止線はどこですか",
          "cancel my appointment",
          "Please stop",
          "11시에 갈게요",
          "nonstop",
          "",
          "   "
        })
    void doesNot(String message) {
      assertThat(OptOutWords.recognise(message, "IR")).as(message).isEmpty();
    }
  }
}
