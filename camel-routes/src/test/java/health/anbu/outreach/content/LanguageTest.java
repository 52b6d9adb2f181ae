package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.Rendering.Rendered;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  private static final List<String> LANGUAGES = List.of("ko", "ja", "fa", "en");
  private static final List<String> CHANNELS = List.of("sms", "kakao", "line", "email", "letter");

  @Nested
  @DisplayName("C36 one message, one language")
  class OneLanguage {

    /** Every text names its language; many random templates, some with half of their texts. */
    @RepeatedTest(20)
    void isNeverMixedWithAnother() {
      Random random = new Random(4711);
      for (int round = 0; round < 300; round++) {
        MessageRenderer renderer = new MessageRenderer(template(random));
        for (String channel : CHANNELS) {
          String wanted = LANGUAGES.get(random.nextInt(4));
          Rendering rendering =
              renderer.render(
                  new Occasion(wanted, channel, random.nextBoolean()),
                  Map.of("clinicName", new VariableValue.Text("Anbu")),
                  Labelling.none(),
                  new ClinicLocale("ja", ZoneId.of("Asia/Tokyo")));
          if (rendering instanceof Rendered message) {
            assertOneLanguage(message);
          }
        }
      }
    }

    private static void assertOneLanguage(Rendered message) {
      String all = message.title() + message.text() + message.buttons() + message.image();
      for (String other : LANGUAGES) {
        if (!other.equals(message.language())) {
          assertThat(all).doesNotContain("<" + other + ">");
        }
      }
      assertThat(message.text()).contains("<" + message.language() + ">");
    }

    private static MessageTemplate template(Random random) {
      List<MessageContent> contents = new ArrayList<>();
      for (String language : LANGUAGES) {
        for (String channel : Arrays.asList(null, "sms", "line", "email")) {
          for (String part : List.of("guidance", "precautions")) {
            if (random.nextBoolean()) {
              contents.add(content(random, language, channel, part));
            }
          }
        }
      }
      return new MessageTemplate("random", "1", contents);
    }

    private static MessageContent content(
        Random random, String language, String channel, String part) {
      String mark = "<" + language + ">";
      return new MessageContent(
          language,
          channel,
          part,
          random.nextBoolean(),
          random.nextBoolean() ? "title " + mark : null,
          "body " + mark,
          random.nextBoolean() ? new ContentImage("image/png", "https://x.example", mark) : null,
          random.nextBoolean() ? List.of(new ContentButton(mark, "https://x.example")) : List.of());
    }
  }

  @Nested
  @DisplayName("C36, S4.27, S4.11 a message in Persian")
  class Persian {

    private static final String BODY =
        "#{patientName}، امیدواریم از درمان خود راضی باشید. نوبت: #{day}. تلفن: #{phone}";

    @ParameterizedTest
    @CsvSource({
      "male, , جناب آقای رضا احمدی",
      "female, , سرکار خانم رضا احمدی",
      "female, دکتر, سرکار خانم دکتر رضا احمدی",
      ", خانم, سرکار خانم رضا احمدی",
      "other, , رضا احمدی",
      "unknown, , رضا احمدی",
      ", , رضا احمدی"
    })
    void addressesWithTheHonorificOrNeutrally(String gender, String prefix, String addressed) {
      VariableValue name = new VariableValue.Name("احمدی", "رضا", null, prefix, gender);
      assertThat(render(name, "021-1234").text())
          .isEqualTo(
              addressed
                  + "، امیدواریم از درمان خود راضی باشید. نوبت: سه‌شنبه ۹ تیر ۱۴۰۵."
                  + " تلفن: \u2068021-1234\u2069");
    }

    @Test
    void keepsNumbersDialableAndNamesInOnePiece() {
      VariableValue name = new VariableValue.Name("O'Brien", "Siobhán", null, null, "female");
      String text = render(name, "+98 21 1234 5678").text();
      assertThat(text)
          .startsWith("\u2068سرکار خانم Siobhán O'Brien\u2069،")
          .endsWith("\u2068+98 21 1234 5678\u2069");
    }

    @Test
    void isRightToLeft() {
      VariableValue name = new VariableValue.Name("احمدی", "رضا", null, null, "male");
      assertThat(render(name, "021").direction()).isEqualTo("rtl");
    }

    private static Rendered render(VariableValue name, String phone) {
      MessageContent content = new MessageContent("fa", null, null, null, BODY, List.of());
      return (Rendered)
          MessageRenderer.render(
              new MessageTemplate("test", "1", List.of(content)),
              "fa",
              "sms",
              Map.of(
                  "patientName",
                  name,
                  "day",
                  new VariableValue.Day(LocalDate.of(2026, 6, 30)),
                  "phone",
                  new VariableValue.Text(phone)),
              Labelling.none(),
              new ClinicLocale("fa", ZoneId.of("Asia/Tehran")));
    }
  }
}
