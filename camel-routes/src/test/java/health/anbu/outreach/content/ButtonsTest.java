package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.content.Rendering.Rendered;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("S5.14 calls to action: a few, and each leads somewhere")
class ButtonsTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final String BOOK = "https://clinic.example/book";
  private static final String ASK = "https://clinic.example/ask";

  private static final List<ContentButton> BOOK_AND_ASK =
      List.of(ContentButton.of("ご予約はこちら", "book"), ContentButton.of("ご相談はこちら", "ask"));

  @Nested
  class OnAChannelWithButtons {

    @ParameterizedTest
    @ValueSource(strings = {"kakao", "line", "whatsapp", "email"})
    void leadWhereTheClinicSays(String channel) {
      Rendered message = render(channel, links(BOOK, ASK), BOOK_AND_ASK, Labelling.none());
      assertThat(message.buttons())
          .containsExactly(new ContentButton("ご予約はこちら", BOOK), new ContentButton("ご相談はこちら", ASK));
      assertThat(message.text()).isEqualTo("その後いかがですか。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://clinic.example/book", "javascript:alert(1)", "/book"})
    void areLeftOutWithAReasonWhereTheClinicSaysNothingUsable(String address) {
      Rendered message = render("line", links(address, ASK), BOOK_AND_ASK, Labelling.none());
      assertThat(message.buttons()).extracting(ContentButton::label).containsExactly("ご相談はこちら");
      assertThat(message.omitted())
          .containsExactly("button book (anbu.clinic.booking-url is no https address)");
    }

    @Test
    void areNeverMoreThanTwoAlsoWhereEachPartHasItsOwn() {
      List<ContentButton> three =
          List.of(
              ContentButton.of("a", "book"),
              ContentButton.of("b", "ask"),
              new ContentButton("c", "https://clinic.example/c"));
      Rendered message = render("kakao", links(BOOK, ASK), three, Labelling.none());
      assertThat(message.buttons()).extracting(ContentButton::label).containsExactly("a", "b");
      assertThat(message.omitted()).containsExactly("button c (more than 2)");
    }

    @Test
    void areLeftOutWhereNobodyKnowsTheAction() {
      List<ContentButton> unknown = List.of(ContentButton.of("?", "dance"));
      assertThat(render("line", links(BOOK, ASK), unknown, Labelling.none()).omitted())
          .containsExactly("button dance (no such action)");
    }
  }

  @Nested
  @DisplayName("S5.12, C41 on a channel without buttons")
  class OnAChannelWithoutButtons {

    @ParameterizedTest
    @ValueSource(strings = {"sms", "letter", "fax"})
    void areWrittenIntoTheText(String channel) {
      Rendered message = render(channel, links(BOOK, ASK), BOOK_AND_ASK, Labelling.none());
      assertThat(message.buttons()).isEmpty();
      assertThat(message.text()).isEqualTo("その後いかがですか。\n\nご予約はこちら\n" + BOOK + "\nご相談はこちら\n" + ASK);
    }

    @Test
    void standBeforeTheLabelThatMustComeLast() {
      Labelling iran = Labels.of("IR", "recall", "sms", "x", "02", null);
      assertThat(render("sms", links(BOOK, ""), BOOK_AND_ASK, iran).text())
          .endsWith("ご予約はこちら\n" + BOOK + "\n\nلغو ۱۱");
    }

    @Test
    void areNotReadOutOnThePhone() {
      assertThat(render("phone", links(BOOK, ASK), BOOK_AND_ASK, Labelling.none()).text())
          .isEqualTo("その後いかがですか。");
    }
  }

  @Test
  void haveEitherAnAddressOrAnAction() {
    assertThatThrownBy(() -> new ContentButton("x", null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ContentButton("x", BOOK, "book"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ClinicLinks links(String book, String ask) {
    return new ClinicLinks(Map.of("book", book, "ask", ask));
  }

  private static Rendered render(
      String channel, ClinicLinks links, List<ContentButton> buttons, Labelling labelling) {
    MessageContent content = new MessageContent("ja", null, null, null, "その後いかがですか。", buttons);
    return (Rendered)
        MessageRenderer.render(
            new MessageTemplate("test", "1", List.of(content)),
            "ja",
            channel,
            Map.of("clinicName", new VariableValue.Text("安否クリニック")),
            labelling,
            new ClinicLocale("ja", TOKYO, links));
  }
}
