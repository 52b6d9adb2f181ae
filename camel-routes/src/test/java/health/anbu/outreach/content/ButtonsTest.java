package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  class WithAnAddressOfTheScenariosOwn {

    private List<ContentButton> to(String url) {
      return List.of(new ContentButton("보기", url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://clinic.example/c?id=7", "https://CLINIC.example/c"})
    void leadToAHostOfTheClinics(String url) {
      assertThat(render("line", links(BOOK, ""), to(url), Labelling.none()).buttons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://partner.example/a", "https://www.partner.example/a"})
    void leadToAHostThatTheClinicTrusts(String url) {
      ClinicLinks trusting = new ClinicLinks(Map.of("book", BOOK), Set.of("partner.example"));
      assertThat(render("line", trusting, to(url), Labelling.none()).buttons()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/a",
          "https://evilpartner.example/a",
          "https://clinic.example.evil.example/a"
        })
    void areLeftOutWhereAnybodyElseIs(String url) {
      ClinicLinks trusting = new ClinicLinks(Map.of("book", BOOK), Set.of("partner.example"));
      Rendered message = render("sms", trusting, to(url), Labelling.none());
      assertThat(message.text()).isEqualTo("その後いかがですか。");
      assertThat(message.omitted())
          .singleElement()
          .asString()
          .startsWith("button 보기 (")
          .endsWith("is no host of the clinic's, nor in anbu.clinic.link-hosts)");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://clinic.example/a?patient=7",
          "https://clinic.example/a?x=1&name=kim",
          "https://clinic.example/a?to=kim%40example.org",
          "https://clinic.example/a?Phone=01000000001"
        })
    void areLeftOutWhereTheAddressSaysWhoThePatientIs(String url) {
      assertThat(render("line", links(BOOK, ""), to(url), Labelling.none()).omitted())
          .containsExactly("button 보기 (says who the patient is)");
    }

    @Test
    void areLeftOutWithANameBeforeTheHost() {
      List<ContentButton> forged = to("https://clinic.example@evil.example/a");
      assertThat(render("line", links(BOOK, ""), forged, Labelling.none()).omitted())
          .containsExactly("button 보기 (has a name before its host)");
    }
  }

  @Nested
  class ThatTheMessageNeeds {

    private Rendering render(String ask) {
      List<ContentButton> needed =
          List.of(ContentButton.of("予約", "book"), ContentButton.of("回答する", "ask").asNeeded());
      MessageContent content = new MessageContent("ja", null, null, null, "質問票です。", needed);
      return MessageRenderer.render(
          new MessageTemplate("test", "1", List.of(content)),
          "ja",
          "line",
          Map.of(),
          Labelling.none(),
          new ClinicLocale("ja", TOKYO, links("", ask)));
    }

    @Test
    void keepItFromBeingSentWhereTheyLeadNowhere() {
      assertThat(render(""))
          .isEqualTo(
              new NotRendered(
                  "missing-variable", "button ask (anbu.clinic.question-url is no https address)"));
    }

    @Test
    void areThereWhereTheyResolve() {
      assertThat(((Rendered) render(ASK)).buttons())
          .containsExactly(new ContentButton("回答する", ASK));
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
