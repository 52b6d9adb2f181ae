package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C25 the text of a digest")
class DigestTextTest {

  private static final Labelling ADVERTISING =
      new Labelling("(광고)", "안부의원", "02-123-4567", "무료수신거부 080-1", Map.of(), null, List.of());

  private static Rendered message(String language, String text, ContentButton... buttons) {
    return new Rendered(
        language, "ltr", null, List.of(text), text, null, List.of(buttons), Map.of(), List.of());
  }

  private static String text(String... texts) {
    return ((Rendered)
            DigestText.of(
                Stream.of(texts).map(text -> message("en", text)).toList(), Labelling.none()))
        .text();
  }

  @Test
  void saysOnceWhatAllOpenAndCloseWith() {
    assertThat(
            text(
                "Hello Ms Kim, this is Anbu. How is your skin? Call us any time.",
                "Hello Ms Kim, this is Anbu. How do you sleep? Call us any time."))
        .isEqualTo(
            "Hello Ms Kim, this is Anbu. How is your skin?\n\nHow do you sleep? Call us any time.");
  }

  @Test
  void breaksAtLinesAndAtTheMarksOfEachScript() {
    assertThat(text("김하나 님, 안녕하세요.\n가나다", "김하나 님, 안녕하세요.\n라마바"))
        .isEqualTo("김하나 님, 안녕하세요.\n가나다\n\n라마바");
    assertThat(text("安否クリニックです。一。", "安否クリニックです。二。")).isEqualTo("安否クリニックです。一。\n\n二。");
    assertThat(text("سلام؟ یک", "سلام؟ دو")).isEqualTo("سلام؟ یک\n\nدو");
  }

  @Test
  void keepsEveryWordOfMessagesThatHaveNothingInCommon() {
    assertThat(text("One. Two.", "Three. Four.", "Five."))
        .isEqualTo("One. Two.\n\nThree. Four.\n\nFive.");
  }

  @Test
  void saysOnceWhatIsTheSameAltogether() {
    assertThat(text("Drink water.", "Sleep well.", "Drink water."))
        .isEqualTo("Drink water.\n\nSleep well.");
  }

  @Test
  void bearsEachLabelOnce() {
    Rendered joined =
        (Rendered) DigestText.of(List.of(message("ko", "하나."), message("ko", "둘.")), ADVERTISING);
    assertThat(joined.text()).isEqualTo("(광고) 안부의원 02-123-4567\n하나.\n\n둘.\n\n무료수신거부 080-1");
  }

  @Test
  void isRefusedWithoutItsLabels() {
    Labelling unset = new Labelling(null, null, null, null, Map.of(), null, List.of("a number"));
    assertThat(DigestText.of(List.of(message("ko", "하나.")), unset)).isInstanceOf(NotRendered.class);
  }

  @Test
  void isNotMadeOfSeveralLanguagesOrOfMoreButtonsThanFit() {
    assertThat(
            DigestText.of(List.of(message("ko", "하나."), message("en", "Two.")), Labelling.none()))
        .isInstanceOf(NotRendered.class);
    ContentButton[] buttons =
        Stream.of("a", "b", "c")
            .map(label -> new ContentButton(label, "https://c.example/" + label))
            .toArray(ContentButton[]::new);
    assertThat(
            DigestText.of(
                List.of(
                    message("en", "One.", buttons[0], buttons[1]),
                    message("en", "Two.", buttons[2])),
                Labelling.none()))
        .isInstanceOf(NotRendered.class);
    assertThat(
            DigestText.of(
                List.of(
                    message("en", "One.", buttons[0], buttons[1]),
                    message("en", "Two.", buttons[1])),
                Labelling.none()))
        .isInstanceOf(Rendered.class);
  }
}
