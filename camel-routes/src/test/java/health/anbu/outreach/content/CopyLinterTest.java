package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.anbu.outreach.content.CopyFinding.Rule;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyLinterTest {

  @Nested
  @DisplayName("S1.9, S1.22, C38 the check before a template is submitted")
  class Wording {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ko | BOOKING_ONLY     | 예약하세요 | #{patientName}, 다시 오실 때입니다. 지금 전화로 예약하세요.",
          "ja | BOOKING_ONLY     | ご予約はこちら | #{patientName}、次回のご予約はこちら。",
          "fa | BOOKING_ONLY     | نوبت بگیرید | #{patientName}، نوبت بگیرید.",
          "en | BOOKING_ONLY     | Book now | #{patientName}. Book now",
          "ko | ADVERTISING_WORD | 할인 | 이번 달 할인 중입니다",
          "ja | ADVERTISING_WORD | クーポン | クーポンをお送りします",
          "fa | ADVERTISING_WORD | تخفیف | این ماه تخفیف داریم",
          "en | ADVERTISING_WORD | % off | Now 20% off",
          "ko | HEALTH_WORD      | 보톡스 | 보톡스 시술은 어떠신가요?",
          "ja | HEALTH_WORD      | ボトックス | ボトックスの後、いかがですか。",
          "fa | HEALTH_WORD      | بوتاکس | حال شما پس از بوتاکس چطور است؟",
          "en | HEALTH_WORD      | Botox | How are you after Botox?",
          "ko | HANDWRITTEN_LABEL | (광고) | (광고) 안녕하세요",
          "ko | DOUBLE_HONORIFIC | #{patientName} 님 | #{patientName} 님, 안녕하세요",
          "ja | DOUBLE_HONORIFIC | #{patientName}様 | #{patientName}様",
          "fa | DOUBLE_HONORIFIC | خانم #{patientName} | خانم #{patientName}"
        })
    void isFoundWhereItStands(String language, Rule rule, String excerpt, String body) {
      List<CopyFinding> findings =
          lint(language, "sms", body, "recall").stream().filter(f -> f.rule() == rule).toList();
      assertThat(findings).extracting(CopyFinding::excerpt).containsExactly(excerpt);
      CopyFinding finding = findings.get(0);
      assertThat(body.substring(finding.position(), finding.position() + finding.length()))
          .isEqualTo(excerpt);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ko | #{patientName}, 시술 부위는 좀 어떠신가요? 불편하시면 예약해 주세요.",
          "ja | #{patientName}、その後いかがですか。ご予約はこちらから承ります。ケアのポイントもご覧ください。",
          "fa | #{patientName}، حال شما چطور است؟ به‌ویژه اگر درد دارید، نوبت بگیرید.",
          "en | #{patientName}, how are you? Feel free to call, or book now if it is a great deal."
        })
    void thatCaresIsLeftAlone(String language, String body) {
      assertThat(lint(language, "sms", body, "recall")).isEmpty();
    }

    @Test
    void ofAdvertisingMayAdvertise() {
      assertThat(lint("ko", "sms", "작은 선물을 준비했어요. 감사합니다.", "advertising")).isEmpty();
    }

    @Test
    void mayNameTheTreatmentOnAPrivateChannel() {
      assertThat(lint("ko", "kakao", "보톡스 시술 부위는 어떠신가요?", "treatment")).isEmpty();
    }
  }

  @Nested
  class Form {

    @Test
    void mustFitTheChannel() {
      assertThat(rules("kakao", "어떠신가요? " + "가".repeat(1000))).containsExactly(Rule.TOO_LONG);
      assertThat(rules("sms", "어떠신가요? " + "가".repeat(1000))).containsExactly(Rule.TOO_LONG);
      assertThat(rules("email", "어떠신가요? " + "가".repeat(1000))).isEmpty();
    }

    @Test
    void mustHaveWholePlaceholders() {
      CopyFinding finding = lint("ko", "kakao", "#{ok} #{a b}", "treatment").get(0);
      assertThat(finding.rule()).isEqualTo(Rule.MALFORMED_PLACEHOLDER);
      assertThat(finding.position()).isEqualTo(6);
    }

    @Test
    void mustNotHideAnything() {
      assertThat(rules("kakao", "안녕\u202E하세요")).containsExactly(Rule.INVISIBLE_CHARACTER);
      assertThat(rules("kakao", "안녕\n하세요")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "#{x}, https://anbu.test, BUTTON_VARIABLE",
      "보기, https://anbu.test/#{x}, BUTTON_VARIABLE",
      "열다섯글자가넘는버튼이름이에요길다, https://anbu.test, BUTTON_REFUSED",
      "보기, javascript:alert(1), BUTTON_REFUSED"
    })
    void mustHaveButtonsThatProvidersTake(String label, String url, Rule rule) {
      MessageContent content =
          new MessageContent(
              "ko", "kakao", null, null, "안녕", List.of(new ContentButton(label, url)));
      assertThat(CopyLinter.lint(template(content), "treatment", "KR"))
          .extracting(CopyFinding::rule)
          .containsExactly(rule);
    }
  }

  @Nested
  @DisplayName("C39 links and what they give away")
  class Links {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "어떠신가요? https://clinic.example/p?name=#{patientName} | ADDRESS_VARIABLE, BARE_LINK",
          "어떠신가요? www.clinic.example/#{caseNumber} | ADDRESS_VARIABLE, BARE_LINK",
          "어떠신가요? https://bit.ly/3abc | DOUBTFUL_LINK, BARE_LINK",
          "어떠신가요? http://clinic.example | DOUBTFUL_LINK",
          "어떠신가요? https://10.0.0.1/a | DOUBTFUL_LINK, BARE_LINK",
          "어떠신가요? https://bank.example@evil.example/ | DOUBTFUL_LINK, BARE_LINK",
          "어떠신가요? https://clinic.example/care | BARE_LINK"
        })
    void inATextAreFound(String body, String rules) {
      assertThat(rules("email", body)).extracting(Rule::name).isEqualTo(List.of(rules.split(", ")));
    }

    @ParameterizedTest
    @CsvSource({
      "https://clinic.example/?p=#{patientName}",
      "http://clinic.example/#{patientName}",
      "www.clinic.example?#{patientName}",
      "HTTPS://clinic.example/a/b?c=d&e=#{patientName}"
    })
    void withAVariableAreNeverSent(String address) {
      MessageContent content =
          new MessageContent("ko", null, null, null, "보기 " + address, List.of());
      Rendering rendering =
          MessageRenderer.render(
              template(content),
              "ko",
              "sms",
              Map.of("patientName", new VariableValue.Text("김하늘")),
              Labelling.none(),
              new ClinicLocale("ko", ZoneId.of("Asia/Seoul")));
      assertThat(rendering).isInstanceOf(Rendering.NotRendered.class);
    }

    @Test
    void shortenedInAButtonAreFound() {
      MessageContent content =
          new MessageContent(
              "ko",
              "kakao",
              null,
              null,
              "어떠신가요?",
              List.of(new ContentButton("보기", "https://bit.ly/3abc")));
      assertThat(CopyLinter.lint(template(content), "treatment", "KR"))
          .extracting(CopyFinding::rule)
          .containsExactly(Rule.DOUBTFUL_LINK);
    }
  }

  @Nested
  @DisplayName("C39 what gives away a treatment")
  class HealthWords {

    @Test
    void inATitleAreFoundOnEveryChannel() {
      MessageContent content =
          new MessageContent("en", "email", null, "Your implant", "How are you?", List.of());
      assertThat(CopyLinter.lint(template(content), "treatment", "KR"))
          .extracting(CopyFinding::field, CopyFinding::rule)
          .containsExactly(tuple("title", Rule.HEALTH_WORD));
    }

    @Test
    @DisplayName("X20 words that call themselves discreet and are not may not go live")
    void inDiscreetWordsAreStopped() {
      MessageContent content =
          new MessageContent("ko", "kakao", null, true, null, "보톡스 시술은 어떠신가요?", null, List.of());
      assertThat(CopyLinter.lint(template(content), "treatment", "KR"))
          .filteredOn(CopyFinding::blocking)
          .extracting(CopyFinding::rule)
          .containsExactly(Rule.NOT_DISCREET);
    }
  }

  private static List<Rule> rules(String channel, String body) {
    return lint("ko", channel, body, "treatment").stream().map(CopyFinding::rule).toList();
  }

  private static List<CopyFinding> lint(
      String language, String channel, String body, String purpose) {
    MessageContent content = new MessageContent(language, channel, null, null, body, List.of());
    return CopyLinter.lint(template(content), purpose, "KR");
  }

  private static MessageTemplate template(MessageContent content) {
    return new MessageTemplate("test", null, List.of(content));
  }
}
