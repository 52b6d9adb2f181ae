package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.contact.Button;
import health.anbu.outreach.contact.OutgoingMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "S5.12, S5.14 on LINE buttons stand under the text, and words stand for them elsewhere")
class LineBubbleTest {

  private static final List<Button> ASK = List.of(new Button("相談する", "https://clinic.example/ask"));

  private static OutgoingMessage message(String text, String language, List<Button> buttons) {
    return new OutgoingMessage(
        "4f0c1b1e-0000-4000-8000-000000000001",
        "line",
        "U4af4980629000000000000000000000a",
        null,
        text,
        language,
        null,
        Map.of(),
        buttons,
        false);
  }

  private static ObjectNode written(OutgoingMessage message) {
    ObjectNode flex = ProviderAnswers.JSON.createObjectNode();
    LineBubble.write(message, flex);
    return flex;
  }

  @Test
  void hasTheWholeTextAndEveryButton() {
    ObjectNode flex = written(message("その後いかがですか。", "ja", ASK));
    assertThat(flex.at("/contents/body/contents/0/text").asText()).isEqualTo("その後いかがですか。");
    assertThat(flex.at("/contents/body/contents/0/wrap").asBoolean()).isTrue();
    assertThat(flex.at("/contents/footer/contents/0/action/uri").asText())
        .isEqualTo("https://clinic.example/ask");
    assertThat(flex.at("/contents/direction").asText()).isEqualTo("ltr");
  }

  @Test
  void isWrittenFromTheRightInPersian() {
    assertThat(written(message("حالتان چطور است؟", "fa", ASK)).at("/contents/direction").asText())
        .isEqualTo("rtl");
  }

  @Test
  void isToldInWordsWithItsLinksWhereItCannotBeShown() {
    assertThat(written(message("いかがですか。", "ja", ASK)).path("altText").asText())
        .isEqualTo("いかがですか。\n\n相談する\nhttps://clinic.example/ask");
  }

  @Test
  void saysThatThereIsMoreWhereThePreviewIsTooNarrow() {
    ObjectNode flex = written(message("あ".repeat(1500), "ja", ASK));
    assertThat(flex.path("altText").asText()).hasSize(400).endsWith("…");
    assertThat(flex.at("/contents/body/contents/0/text").asText()).hasSize(1500);
  }

  @Test
  void isAPlainTextWithLinksWhereItHasNoButtonsOrTooMuchText() {
    assertThat(LineBubble.fits(message("x", "ja", List.of()))).isFalse();
    assertThat(LineBubble.fits(message("あ".repeat(2000), "ja", ASK))).isTrue();
    assertThat(LineBubble.fits(message("あ".repeat(2001), "ja", ASK))).isFalse();
  }
}
