package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import health.anbu.outreach.content.VariableValue.Day;
import health.anbu.outreach.content.VariableValue.Missing;
import health.anbu.outreach.content.VariableValue.Moment;
import health.anbu.outreach.content.VariableValue.Name;
import health.anbu.outreach.content.VariableValue.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRendererTest {

  private static final ClinicLocale SEOUL =
      new ClinicLocale(
          "ko", ZoneId.of("Asia/Seoul"), new ClinicLinks(Map.of(), Set.of("anbu.test")));
  private static final String NAME = "안부의원";
  private static final String PHONE = "02-123-4567";
  private static final String FREE = "080-123-4567";
  private static final ZonedDateTime AT = ZonedDateTime.parse("2026-06-30T05:30:00Z[UTC]");

  private static final MessageTemplate REMINDER =
      template(
          content("ko", "#{patientName:은/는} #{appointmentTime}에 뵙겠습니다. #{clinicName}"),
          content("ja", "#{patientName}、#{appointmentTime}にお待ちしております。#{clinicName}"),
          content("fa", "#{patientName}، #{appointmentTime} منتظر شما هستیم. #{clinicName}"),
          content("en", "#{patientName}, we expect you on #{appointmentTime}. #{clinicName}"));

  @Nested
  class AReminderInEachLanguage {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ko | ltr | 김하늘 님은 2026년 6월 30일 (화) 오후 2:30에 뵙겠습니다. 안부의원",
          "ja | ltr | 김하늘 様、2026年6月30日(火) 14:30にお待ちしております。안부의원",
          "fa | rtl | سرکار خانم 김하늘، سه‌شنبه ۹ تیر ۱۴۰۵ ساعت ۱۴:۳۰ منتظر شما هستیم. 안부의원",
          "en | ltr | 김하늘, we expect you on Tuesday, 30 June 2026 at 2:30 PM. 안부의원"
        })
    void readsNaturally(String language, String direction, String text) {
      Rendered message = rendered(REMINDER, language, "sms", facts(), Labelling.none());
      assertThat(withoutIsolates(message.text())).isEqualTo(text);
      assertThat(message.direction()).isEqualTo(direction);
      assertThat(message.language()).isEqualTo(language);
      assertThat(message.parts()).containsExactly(message.text());
    }

    @Test
    void doesNotDependOnTheDefaultsOfTheJvm() {
      Locale locale = Locale.getDefault();
      TimeZone zone = TimeZone.getDefault();
      String expected = rendered(REMINDER, "fa", "sms", facts(), Labelling.none()).text();
      try {
        for (String other : List.of("th-TH-u-ca-buddhist", "ar-SA", "en-US", "hi-IN-u-nu-deva")) {
          Locale.setDefault(Locale.forLanguageTag(other));
          TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
          assertThat(rendered(REMINDER, "fa", "sms", facts(), Labelling.none()).text())
              .isEqualTo(expected);
        }
      } finally {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
      }
    }

    @Test
    void givesProvidersTheValuesOfTheirOwnTemplate() {
      Rendered message = rendered(REMINDER, "ko", "kakao", facts(), Labelling.none());
      assertThat(message.parameters())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "patientName:은/는", "김하늘 님은",
                  "appointmentTime", "2026년 6월 30일 (화) 오후 2:30",
                  "clinicName", "안부의원"));
    }
  }

  @Nested
  class APatientOfAnotherLanguage {

    @ParameterizedTest
    @CsvSource({
      "ko-KR, ko",
      "fa-AF, fa",
      "prs, fa",
      "prs-AF, fa",
      "fa_IR, fa",
      "KO, ko",
      "jpn, ja",
      "xx, ko",
      "zh-Hant-TW, ko",
      ", ko"
    })
    void isServedInTheNearestOne(String patient, String served) {
      assertThat(rendered(REMINDER, patient, "sms", facts(), Labelling.none()).language())
          .isEqualTo(served);
    }

    @Test
    void getsTheVariantWhereThereIsOne() {
      MessageTemplate both = template(content("fa", "سلام"), content("fa-AF", "سلام از کابل"));
      assertThat(rendered(both, "fa-AF", "sms", Map.of(), Labelling.none()).text())
          .isEqualTo("سلام از کابل");
    }

    @Test
    void getsEnglishWhereTheClinicsLanguageIsMissingToo() {
      MessageTemplate english = template(content("ja", "こんにちは"), content("en", "Hello"));
      assertThat(rendered(english, "fr", "sms", Map.of(), Labelling.none()).text())
          .isEqualTo("Hello");
    }

    @Test
    void getsNothingWhereThereIsNone() {
      MessageTemplate japanese = template(content("ja", "こんにちは"));
      assertThat(notRendered(japanese, "fa", Map.of(), Labelling.none()).reason())
          .isEqualTo("no-language");
    }
  }

  @Nested
  class ContentForSeveralChannels {

    private final MessageTemplate template =
        template(
            content("ko", "모두에게"),
            new MessageContent("ko", "sms", null, "제목", "문자", List.of()),
            new MessageContent("ko", "email", "greeting", "메일", "인사", List.of()),
            new MessageContent(
                "ko",
                "email",
                "advice",
                null,
                "주의",
                List.of(button("자세히", "https://anbu.test/a"))));

    @Test
    void prefersTheContentOfTheChannel() {
      assertThat(text("sms")).isEqualTo("문자");
    }

    @Test
    void takesWhatIsMeantForEveryChannelOtherwise() {
      assertThat(text("kakao")).isEqualTo("모두에게");
    }

    @Test
    void keepsThePartsApartAndInOrder() {
      Rendered message = rendered(template, "ko", "email", Map.of(), advertising("email"));
      assertThat(message.parts())
          .containsExactly("(광고) 안부의원 02-123-4567\n인사", "주의\n\n무료수신거부 080-123-4567");
      assertThat(message.title()).isEqualTo("(광고) 메일");
      assertThat(message.buttons()).extracting(ContentButton::label).containsExactly("자세히");
    }

    private String text(String channel) {
      return rendered(template, "ko", channel, Map.of(), Labelling.none()).text();
    }
  }

  @Nested
  class AVariableThatIsNotThere {

    @Test
    void stopsTheMessageWhenItIsUnknown() {
      NotRendered no =
          notRendered(template(content("ko", "#{typo} 님")), "ko", facts(), Labelling.none());
      assertThat(no).isEqualTo(new NotRendered("missing-variable", "typo (no such variable)"));
    }

    @Test
    void stopsTheMessageWithItsReason() {
      Map<String, VariableValue> facts = Map.of("dueDate", new Missing("no birth date"));
      NotRendered no =
          notRendered(template(content("ko", "#{dueDate}")), "ko", facts, Labelling.none());
      assertThat(no).isEqualTo(new NotRendered("missing-variable", "dueDate (no birth date)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B\u202E", "\u3164"})
    void stopsTheMessageWhenItSaysNothing(String empty) {
      Map<String, VariableValue> facts = Map.of("clinicName", new Text(empty));
      assertThat(
              notRendered(template(content("ko", "#{clinicName}")), "ko", facts, Labelling.none()))
          .isEqualTo(new NotRendered("missing-variable", "clinicName (empty)"));
    }

    @Test
    void stopsTheMessageWhenItsValueIsNull() {
      for (VariableValue value :
          List.of(
              new Text(null),
              new Day(null),
              new Moment(null),
              new VariableValue.Number(null),
              new Missing(null),
              new Name(null, " ", "-", "Dr.", "male"))) {
        assertThat(
                notRendered(
                        template(content("en", "#{x}")), "en", Map.of("x", value), Labelling.none())
                    .reason())
            .isEqualTo("missing-variable");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#{", "#{a b}", "#{a:은}", "#{a.b}", "#{1a}", "#{}", "#{clinicName"})
    void stopsTheMessageWhenItIsMisspelt(String body) {
      assertThat(
              notRendered(template(content("ko", body)), "ko", facts(), Labelling.none()).reason())
          .isEqualTo("missing-variable");
    }

    @Test
    void stopsTheMessageInAButton() {
      MessageTemplate template =
          template(
              new MessageContent(
                  "ko", null, null, null, "안녕", List.of(button("보기", "https://x/#{patientName}"))));
      assertThat(notRendered(template, "ko", facts(), Labelling.none()).reason())
          .isEqualTo("missing-variable");
    }
  }

  @Nested
  class AdvertisingInKorea {

    private final MessageTemplate thanks =
        template(
            content("ko", "#{patientName}, 감사합니다."),
            content("ja", "#{patientName}、ありがとうございます。"),
            content("fa", "#{patientName}، سپاسگزاریم."),
            content("en", "#{patientName}, thank you."));

    @ParameterizedTest
    @ValueSource(strings = {"sms", "kakao", "line", "whatsapp", "email", "letter"})
    void isLabelledOnEveryChannelAndInEveryLanguage(String channel) {
      for (String language : List.of("ko", "ja", "fa", "en")) {
        String text = rendered(thanks, language, channel, facts(), advertising(channel)).text();
        assertThat(text).startsWith("(광고) 안부의원 02-123-4567\n").contains("무료수신거부 080-123-4567");
      }
    }

    @Test
    void endsWithTheFreeOptOut() {
      assertThat(rendered(thanks, "ko", "sms", facts(), advertising("sms")).text())
          .isEqualTo("(광고) 안부의원 02-123-4567\n김하늘 님, 감사합니다.\n\n무료수신거부 080-123-4567");
    }

    @Test
    void explainsTheOptOutInThePatientsLanguage() {
      assertThat(rendered(thanks, "en", "sms", facts(), advertising("sms")).text())
          .endsWith("무료수신거부 080-123-4567\nFree opt-out 080-123-4567");
    }

    @Test
    void doesNotGoWithoutAFreeNumber() {
      Labelling labelling = Labels.of("KR", "advertising", "sms", NAME, PHONE, null);
      assertThat(notRendered(thanks, "ko", facts(), labelling))
          .isEqualTo(new NotRendered("label-missing", "not set: free opt-out number"));
    }

    @Test
    void doesNotGoWithoutASender() {
      Labelling labelling = Labels.of("KR", "advertising", "sms", " ", "\u200B", FREE);
      assertThat(notRendered(thanks, "ko", facts(), labelling).detail())
          .isEqualTo("not set: clinic name, clinic phone");
    }

    @Test
    void doesNotGoWhenTheFinalTextIsNotLabelled() {
      LabelledText labels = new LabelledText(advertising("sms"), "ko");
      String good = rendered(thanks, "ko", "sms", facts(), advertising("sms")).text();
      assertThat(labels.fault(null, good)).isEmpty();
      assertThat(labels.fault(null, " " + good)).isPresent();
      assertThat(labels.fault(null, good.substring(1))).isPresent();
      assertThat(labels.fault(null, good.replace("무료수신거부", "수신거부"))).isPresent();
      assertThat(labels.fault(null, good.replace(PHONE, ""))).isPresent();
      assertThat(labels.fault(null, good + " ")).isPresent();
      assertThat(labels.fault("감사", good)).isPresent();
      assertThat(labels.fault(null, good.replace("감사", "#{patientName}"))).isPresent();
    }

    @Test
    void letsATemplateQuoteTheOptOut() {
      MessageTemplate quoting = template(content("ko", "감사합니다. 그만 받으시려면 #{optOut}"));
      assertThat(rendered(quoting, "ko", "sms", facts(), advertising("sms")).text())
          .contains("그만 받으시려면 무료수신거부 080-123-4567\n\n무료수신거부 080-123-4567");
    }
  }

  @Nested
  class ANameThatMeansHarm {

    private static final List<String> HARM =
        List.of(
            "#{clinicName}",
            "##{{clinicName}}",
            "#\u200B{optOut}",
            "\u202E(고광)",
            "(광고)",
            "( 광 고 )",
            "(광(광고)고)",
            "［광고］",
            "무료수신거부 010-9999-9999",
            "무료\u200B수신거부",
            "لغو ۱۱",
            "\r\n\r\n",
            "\u2028\u2029",
            "\u2066\u2067\u2068\u2069",
            "$1\\",
            "${jndi:ldap://x}",
            "<script>alert(1)</script>",
            "null",
            "\uD800",
            "\u0000",
            "%n%s",
            "'; DROP TABLE");

    @Test
    void neitherBreaksNorForgesALabel() {
      Random random = new Random(7);
      MessageTemplate thanks = template(content("ko", "#{patientName:이/가} 받는 글"));
      for (int round = 0; round < 5_000; round++) {
        Map<String, VariableValue> facts = Map.of("patientName", harmful(random));
        Rendering rendering =
            MessageRenderer.render(thanks, "ko", "sms", facts, advertising("sms"), SEOUL);
        if (rendering instanceof Rendered message) {
          assertLabelledOnce(message.text());
        } else {
          assertThat(((NotRendered) rendering).reason()).isEqualTo("missing-variable");
        }
      }
    }

    @Test
    void cannotHoldBackTheSuffix() {
      MessageTemplate hello = template(content("fa", "سلام #{patientName}"));
      Labelling labelling = Labels.of("IR", "treatment", "sms", NAME, PHONE, null);
      for (String harm : HARM) {
        Map<String, VariableValue> facts =
            Map.of("patientName", new Name(null, null, "علی " + harm, null, null));
        assertThat(rendered(hello, "fa", "sms", facts, labelling).text())
            .endsWith("\n\nلغو ۱۱")
            .containsOnlyOnce("لغو ۱۱");
      }
    }

    @Test
    void isShortenedWhenItIsEndless() {
      Map<String, VariableValue> facts =
          Map.of("patientName", new Name(null, null, "𠮷".repeat(5_000), null, null));
      assertThat(
              rendered(
                      template(content("en", "#{patientName}")),
                      "en",
                      "sms",
                      facts,
                      Labelling.none())
                  .text())
          .isEqualTo("𠮷".repeat(80) + "…");
    }

    private static void assertLabelledOnce(String text) {
      assertThat(text)
          .startsWith("(광고) 안부의원 02-123-4567\n")
          .endsWith("\n\n무료수신거부 080-123-4567")
          .containsOnlyOnce("(광고)")
          .containsOnlyOnce("무료수신거부")
          .doesNotContain("#{", "\u202E", "\u200B", "\u2028", "\u0000");
      assertThat(text.lines()).hasSize(4);
      assertThat(text.chars().filter(c -> c == '\u2068').count())
          .isEqualTo(text.chars().filter(c -> c == '\u2069').count());
    }

    private static Name harmful(Random random) {
      StringBuilder name = new StringBuilder();
      for (int piece = random.nextInt(5); piece >= 0; piece--) {
        String harm = HARM.get(random.nextInt(HARM.size()));
        int from = random.nextInt(harm.length());
        name.append(random.nextBoolean() ? harm : harm.substring(from));
        name.append(random.nextBoolean() ? "김" : "");
      }
      String value = name.toString();
      return random.nextBoolean()
          ? new Name(value, "하늘", null, value, value)
          : new Name(null, null, value, null, "female");
    }
  }

  @Nested
  class TextOfTwoDirections {

    @Test
    void isolatesAPhoneNumberInPersian() {
      MessageTemplate call = template(content("fa", "تلفن: #{clinicPhone}."));
      assertThat(
              rendered(call, "fa", "sms", Map.of("clinicPhone", new Text(PHONE)), Labelling.none())
                  .text())
          .isEqualTo("تلفن: \u206802-123-4567\u2069.");
    }

    @Test
    void isolatesAPersianNameInEnglish() {
      Map<String, VariableValue> facts =
          Map.of("patientName", new Name("محمدی", "زهرا", "زهرا محمدی", null, "female"));
      assertThat(
              rendered(
                      template(content("en", "Hello #{patientName}!")),
                      "en",
                      "sms",
                      facts,
                      Labelling.none())
                  .text())
          .isEqualTo("Hello \u2068زهرا محمدی\u2069!");
    }

    @Test
    void leavesPlainTextPlain() {
      assertThat(rendered(REMINDER, "ko", "sms", facts(), Labelling.none()).text())
          .doesNotContain("\u2068");
    }
  }

  private static String withoutIsolates(String text) {
    return text.replace("\u2068", "").replace("\u2069", "");
  }

  private static Labelling advertising(String channel) {
    return Labels.of("KR", "advertising", channel, NAME, PHONE, FREE);
  }

  private static Map<String, VariableValue> facts() {
    return Map.of(
        "patientName", new Name("김", "하늘", "김하늘", null, "female"),
        "clinicName", new Text(NAME),
        "appointmentTime", new Moment(AT),
        "dueDate", new Day(LocalDate.of(2026, 6, 30)),
        "referrals", new VariableValue.Number(BigDecimal.valueOf(5)));
  }

  private static ContentButton button(String label, String url) {
    return new ContentButton(label, url);
  }

  private static MessageContent content(String language, String body) {
    return new MessageContent(language, null, null, null, body, List.of());
  }

  private static MessageTemplate template(MessageContent... contents) {
    return new MessageTemplate("test", "1", List.of(contents));
  }

  private static Rendered rendered(
      MessageTemplate template,
      String language,
      String channel,
      Map<String, VariableValue> facts,
      Labelling labelling) {
    Rendering rendering =
        MessageRenderer.render(template, language, channel, facts, labelling, SEOUL);
    assertThat(rendering).isInstanceOf(Rendered.class);
    return (Rendered) rendering;
  }

  private static NotRendered notRendered(
      MessageTemplate template,
      String language,
      Map<String, VariableValue> facts,
      Labelling labelling) {
    Rendering rendering =
        MessageRenderer.render(template, language, "sms", facts, labelling, SEOUL);
    assertThat(rendering).isInstanceOf(NotRendered.class);
    return (NotRendered) rendering;
  }
}
