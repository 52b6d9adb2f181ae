package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.Flip;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X2 what would turn a rule round is said in four languages")
class FlipWordsTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko", "ja", "fa"})
  void ofEveryReason(String language) {
    Properties words = FlipWords.words(language);
    assertThat(Stream.of(Reason.values()).map(reason -> Flip.of("any", reason).orElseThrow()))
        .allSatisfy(flip -> assertThat(words.getProperty(flip.key())).as(flip.key()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ja", "fa"})
  void withTheSameKeysInEachLanguage(String language) {
    assertThat(new TreeSet<>(FlipWords.words(language).keySet()))
        .isEqualTo(new TreeSet<>(FlipWords.words("en").keySet()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko", "ja", "fa"})
  void ofEveryRuleThatCanBeTurnedRound(String language) {
    Stream.of("patient-alive", "contact-permitted", "anchor-found", "message-complete")
        .map(rule -> Flip.of(rule, null).orElseThrow())
        .forEach(flip -> assertThat(FlipWords.text(flip, language)).isNotBlank());
  }
}
