package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.CopyFinding.Rule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("C39 a text that a channel does not take is found, and never cut")
class LengthsTest {

  private static MessageContent said(String channel, String part, String body) {
    return new MessageContent("ko", channel, part, null, body, List.of());
  }

  private static List<CopyFinding> tooLong(MessageContent... contents) {
    MessageTemplate template = new MessageTemplate("test", "1", List.of(contents));
    return CopyLinter.lint(template, "treatment", "KR").stream()
        .filter(finding -> finding.rule() == Rule.TOO_LONG)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "kakao, 1000, true", "kakao, 1001, false",
    "line, 5000, true", "line, 5001, false",
    "whatsapp, 4096, true", "whatsapp, 4097, false",
    "sms, 1000, true", "sms, 1001, false",
    "email, 100000, true", "letter, 100000, true"
  })
  void asMuchAsEachChannelTakes(String channel, int letters, boolean fits) {
    assertThat(ChannelLength.fault(channel, "가".repeat(letters), "KR").isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"IR, 670, true", "IR, 671, false", "JP, 670, true", "US, 671, false"})
  void aTextMessageByTheCarriersOfTheCountry(String country, int letters, boolean fits) {
    assertThat(ChannelLength.fault("sms", "س".repeat(letters), country).isEmpty()).isEqualTo(fits);
  }

  @Nested
  class OnWrite {

    @Test
    void saysWhereAndHowMuch() {
      CopyFinding finding = tooLong(said("kakao", null, "어떠신가요? " + "가".repeat(1200))).get(0);
      assertThat(finding.blocking()).isTrue();
      assertThat(finding.position()).isEqualTo(1000);
      assertThat(finding.excerpt()).hasSize(20);
      assertThat(finding.advice())
          .isEqualTo(
              "an AlimTalk holds 1000 characters, this has 1207: shorten it, or write shorter"
                  + " words for that channel");
    }

    @Test
    void countsVariablesAsLongAsTheyUsuallyAre() {
      String body = "#{patientName}" + "가".repeat(988);
      assertThat(tooLong(said("kakao", null, body))).isEmpty();
      assertThat(tooLong(said("kakao", null, body + "가"))).hasSize(1);
    }

    @Test
    void looksAtTheWordsForEveryChannelWhereAChannelHasNoneOfItsOwn() {
      MessageContent general = said(null, null, "가".repeat(1100));
      assertThat(tooLong(general)).isNotEmpty();
      assertThat(tooLong(general, said("kakao", null, "짧게"), said("sms", null, "짧게"))).isEmpty();
    }

    @Test
    void addsThePartsTogetherAndNamesTheOneInWhichItBecomesTooMuch() {
      List<CopyFinding> findings =
          tooLong(
              said("kakao", "guidance", "가".repeat(600)),
              said("kakao", "precautions", "나".repeat(600)));
      assertThat(findings).hasSize(1);
      assertThat(findings.get(0).part()).isEqualTo("precautions");
      assertThat(findings.get(0).position()).isEqualTo(398);
    }

    @Test
    void looksAtDiscreetWordsToo() {
      MessageContent discreet =
          new MessageContent("ko", null, null, true, null, "가".repeat(1100), null, List.of());
      assertThat(tooLong(said(null, null, "짧게"), discreet)).isNotEmpty();
    }
  }
}
