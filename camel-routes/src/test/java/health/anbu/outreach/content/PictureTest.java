package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S5.12, C41 a picture, and words where there is no picture")
class PictureTest {

  private static final ContentImage BRUSHING =
      new ContentImage("image/png", "https://clinic.example/brush.png", "歯みがきの順番の図");

  @ParameterizedTest
  @ValueSource(strings = {"line", "whatsapp", "email"})
  void isShownWhereTheChannelShowsPictures(String channel) {
    Rendered message = (Rendered) render(channel, BRUSHING);
    assertThat(message.image()).isEqualTo(BRUSHING);
    assertThat(message.text()).isEqualTo("その後いかがですか。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "kakao", "letter", "fax"})
  void isToldInWordsElsewhere(String channel) {
    Rendered message = (Rendered) render(channel, BRUSHING);
    assertThat(message.image()).isNull();
    assertThat(message.text())
        .isEqualTo("その後いかがですか。\n\n歯みがきの順番の図\nhttps://clinic.example/brush.png");
  }

  @Test
  void isOneAtMost() {
    Rendered message = (Rendered) render("line", BRUSHING, BRUSHING);
    assertThat(message.image()).isEqualTo(BRUSHING);
    assertThat(message.omitted()).containsExactly("picture (more than 1)");
  }

  @Test
  void takesNoVariable() {
    ContentImage personal =
        new ContentImage("image/png", "https://clinic.example/#{patientName}.png", "図");
    assertThat(((NotRendered) render("line", personal)).reason()).isEqualTo("missing-variable");
  }

  private static Rendering render(String channel, ContentImage... images) {
    List<MessageContent> contents = new ArrayList<>();
    for (int i = 0; i < images.length; i++) {
      contents.add(
          new MessageContent(
              "ja", null, "part" + i, false, null, "その後いかがですか。", images[i], List.of()));
    }
    return MessageRenderer.render(
        new MessageTemplate("test", "1", contents),
        "ja",
        channel,
        Map.of("clinicName", new VariableValue.Text("安否クリニック")),
        Labelling.none(),
        new ClinicLocale("ja", ZoneId.of("Asia/Tokyo")));
  }
}
