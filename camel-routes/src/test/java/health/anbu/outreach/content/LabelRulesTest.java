package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.content.Rendering.Rendered;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRulesTest {

  private static final ClinicLocale CLINIC = new ClinicLocale("en", ZoneId.of("UTC"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KR | advertising   | sms   | ko | (광고) Anbu 02-1;body;;무료수신거부 080-1",
        "KR | advertising   | email | ja | (광고) Anbu 02-1;body;;무료수신거부 080-1;無料配信停止 080-1",
        "KR | recall        | sms   | ko | body",
        "KR | transactional | kakao | ko | body",
        "JP | advertising   | line  | ja | Anbu 02-1;body;;配信停止は「停止」と返信",
        "JP | advertising   | email | ja | Anbu 02-1, Tokyo 1;body;;配信停止 080-1",
        "JP | advertising   | sms   | en | Anbu 02-1;body;;配信停止は「停止」と返信;To opt out reply 停止",
        "JP | treatment     | sms   | ja | body",
        "IR | treatment     | sms   | fa | body;;لغو ۱۱",
        "IR | advertising   | sms   | fa | body;;لغو ۱۱",
        "IR | treatment     | email | fa | body",
        "US | advertising   | sms   | en | Anbu 02-1;body;;Reply STOP to opt out",
        "US | recall        | sms   | ko | Anbu 02-1;body;;Reply STOP to opt out;수신거부: STOP 답장",
        "US | treatment     | sms   | en | body",
        "US | recall        | email | en | Anbu 02-1, Tokyo 1;body;;Opt out: 080-1",
        "US | treatment     | email | en | body",
        "EU | advertising   | email | en | Anbu 02-1;body;;You can object at any time: 080-1",
        "GB | advertising   | sms   | en | Anbu 02-1;body;;You can object at any time: reply STOP",
        "GB | transactional | sms   | en | body"
      })
  void labelsWhatTheJurisdictionDemands(
      String jurisdiction, String purpose, String channel, String language, String lines) {
    Labelling labelling =
        Labels.of(jurisdiction, purpose, channel, "Anbu", "02-1", "080-1", "Tokyo 1");
    assertThat(text(language, channel, labelling)).isEqualTo(lines.replace(";", "\n"));
  }

  @Test
  void usesTheClinicsPhoneWhereTheOptOutNeedNotBeFree() {
    Labelling labelling = Labels.of("JP", "advertising", "email", "Anbu", "02-1", null, "Tokyo 1");
    assertThat(labelling.freeOptOut()).isEqualTo("配信停止 02-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"JP", "US"})
  void allowsNoAdvertisingByEmailWithoutThePostalAddress(String jurisdiction) {
    assertThat(Labels.of(jurisdiction, "advertising", "email", "Anbu", "02-1", "080-1").missing())
        .containsExactly("postal address");
  }

  @Test
  void theSubjectOfAnAdvertisingEmailBeginsWithTheLabelEvenWithoutATitle() {
    Labelling korea = Labels.of("KR", "advertising", "email", "Anbu", "02-1", "080-1");
    assertThat(rendered("ko", "email", korea).title()).isEqualTo("(광고) Anbu");
    assertThat(rendered("ko", "sms", korea).title()).isNull();
  }

  @Test
  void allowsNoAdvertisingWhereTheRulesAreNotKnown() {
    assertThat(Labels.of("XX", "advertising", "sms", "Anbu", "02-1", "080-1").missing())
        .containsExactly("label rules for jurisdiction XX");
    assertThat(text("en", "sms", Labels.of(null, "recall", "sms", "Anbu", "02-1", "080-1")))
        .isEqualTo("Anbu 02-1\nbody\n\nOpt out: 080-1");
    assertThat(Labels.of("XX", "transactional", "sms", "Anbu", "02-1", null))
        .isEqualTo(Labelling.none());
  }

  @Test
  void demandsOfTwoLawsAreBothMet() {
    JurisdictionPack both = JurisdictionPack.of("KR").towards("US");
    Labelling labelling =
        Labels.of(both, "advertising", "sms", "Anbu", "02-1", "080-1", null, false);
    assertThat(text("en", "sms", labelling))
        .isEqualTo(
            "(광고) Anbu 02-1\nbody\n\n무료수신거부 080-1\nReply STOP to opt out\nFree opt-out 080-1");
    assertThat(Labels.of(both, "advertising", "sms", "Anbu", "02-1", null, null, false).missing())
        .containsExactly("free opt-out number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EU | advertising | true  | true",
        "GB | recall      | true  | true",
        "EU | advertising | false | false",
        "EU | treatment   | true  | false",
        "KR | advertising | true  | false"
      })
  void theFirstMessageSaysThatOneMayObject(
      String place, String purpose, boolean first, boolean said) {
    Labelling labelling =
        Labels.of(JurisdictionPack.of(place), purpose, "sms", "Anbu", "02-1", "080-1", null, first);
    String text = text("en", "sms", labelling);
    assertThat(text.contains("You have the right to object to such messages")).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "kakao", "line", "whatsapp", "email", "letter"})
  @DisplayName("D7 Korean advertising is labelled on whatever channel it falls back to")
  void koreanAdvertisingIsLabelledOnEveryChannel(String channel) {
    for (String language : List.of("ko", "ja", "fa", "en")) {
      Rendered message =
          rendered(
              language,
              channel,
              Labels.of("KR", "advertising", channel, "Anbu", "02-1", "080-1", "Seoul 1"));
      assertThat(message.text()).startsWith("(광고) Anbu 02-1").contains("무료수신거부 080-1");
      assertThat(message.title() == null || message.title().startsWith("(광고) ")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 02-1, 080-1, clinic name",
    "Anbu, '', 080-1, clinic phone",
    "Anbu, 02-1, '', free opt-out number"
  })
  @DisplayName("D7 without what the label has to say nothing goes")
  void aLabelThatCannotBeFilledStopsTheMessage(
      String name, String phone, String optOut, String missing) {
    for (String channel : List.of("sms", "kakao", "line", "whatsapp", "email")) {
      Labelling labels = Labels.of("KR", "advertising", channel, name, phone, optOut, null);
      assertThat(labels.missing()).contains(missing);
      assertThat(render("ko", channel, labels))
          .isInstanceOfSatisfying(
              Rendering.NotRendered.class,
              refused -> assertThat(refused.reason()).isEqualTo("label-missing"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"transactional", "treatment", "recall", "education", "advertising"})
  @DisplayName("D7 every text of an Iranian service line ends with the way out")
  void iranianTextsEndWithTheWayOut(String purpose) {
    Labelling labels = Labels.of("IR", purpose, "sms", "Anbu", "02-1", null);
    assertThat(text("fa", "sms", labels)).endsWith("لغو ۱۱");
    assertThat(text("en", "sms", labels)).endsWith("لغو ۱۱");
  }

  private static String text(String language, String channel, Labelling labelling) {
    return rendered(language, channel, labelling).text();
  }

  private static Rendered rendered(String language, String channel, Labelling labelling) {
    return (Rendered) render(language, channel, labelling);
  }

  private static Rendering render(String language, String channel, Labelling labelling) {
    MessageTemplate template =
        new MessageTemplate(
            "test",
            null,
            List.of(new MessageContent(language, null, null, null, "body", List.of())));
    Map<String, VariableValue> variables = Map.of("clinicName", new VariableValue.Text("Anbu"));
    return MessageRenderer.render(template, language, channel, variables, labelling, CLINIC);
  }
}
