package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcknowledgementTextTest {

  private static final Map<Language, String> SYMPATHY =
      Map.of(
          Language.KO, "불편을 끼쳐 죄송합니다",
          Language.JA, "申し訳ございません",
          Language.FA, "عذر می‌خواهیم",
          Language.EN, "we are sorry");

  private static String text(Language language, FeedbackCategory category, Urgency urgency) {
    return AcknowledgementText.of(
        language, new Classification(category, urgency, null, 0.9, "test-1", List.of()));
  }

  @Nested
  class ToAComplaint {
    @ParameterizedTest
    @EnumSource(Language.class)
    void showsSympathyAndSaysWhoAnswersByWhen(Language language) {
      assertThat(text(language, FeedbackCategory.COMPLAINT, Urgency.ROUTINE))
          .contains(SYMPATHY.get(language), "#{clinicName}", "#{answerBy}", "#{reference}");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsWhoIsInDangerNotToWait(Language language) {
      String routine = text(language, FeedbackCategory.COMPLAINT, Urgency.ROUTINE);
      assertThat(text(language, FeedbackCategory.COMPLAINT, Urgency.STAT))
          .startsWith(routine)
          .hasSizeGreaterThan(routine.length());
    }
  }

  @Nested
  class ToEverythingElse {
    @ParameterizedTest
    @EnumSource(FeedbackCategory.class)
    void isWrittenInEachLanguage(FeedbackCategory category) {
      for (Language language : Language.values()) {
        assertThat(
                Language.ofScript(
                    text(language, category, Urgency.ROUTINE).replaceAll("#\\{\\w+}", "")))
            .contains(language);
      }
    }

    @Test
    void promisesNothingForPraise() {
      assertThat(text(Language.KO, FeedbackCategory.PRAISE, Urgency.ROUTINE))
          .doesNotContain("#{answerBy}");
    }
  }
}
