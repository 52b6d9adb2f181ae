package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.ContentButton;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Scenario;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageComposerTest {

  private static final String PROCEDURE =
      "{'resourceType': 'Procedure', 'id': 'a', 'status': 'completed', 'subject': {'reference':"
          + " 'Patient/p'}, 'performedDateTime': '%s', 'code': {'coding': [{'system':"
          + " 'http://snomed.info/sct', 'code': '75516001'}], 'text': '상담'}%s}";

  /** Of a patient whose treatment nothing marks as sensitive. */
  private static ComposerScene ordinary(String more) {
    return new ComposerScene("treatment").record(PROCEDURE.formatted(ComposerScene.TODAY, more));
  }

  private static ComposerScene ordinary() {
    return ordinary("");
  }

  private static Rendered rendered(Rendering rendering) {
    assertThat(rendering).isInstanceOf(Rendered.class);
    return (Rendered) rendering;
  }

  private static NotRendered refused(Rendering rendering) {
    assertThat(rendering).isInstanceOf(NotRendered.class);
    return (NotRendered) rendering;
  }

  @Nested
  @DisplayName("D15 on a number of several patients a message names nobody and no treatment")
  class ASharedNumber {

    private final ComposerScene scene =
        ordinary()
            .words("language", "ko", "title", "상담 뒤 안내", "body", "#{patientName}, 상담은 어떠셨나요?")
            .record(sharing("q", "010-0000-0001", ""));

    private static String sharing(String id, String number, String more) {
      return "{'resourceType': 'Patient', 'id': '%s', 'telecom': [{'system': 'phone', 'value': '%s'}]%s}"
          .formatted(id, number, more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sms", "kakao", "line", "whatsapp", "email"})
    void onEveryChannel(String channel) {
      Rendered said = rendered(scene.compose(channel));
      assertThat(said.text())
          .isEqualTo(
              "안녕하세요, 안부의원입니다. 전해 드릴 안내가 있습니다. 이 번호를 함께 쓰시는 분이 계셔서 내용은 적지 않았습니다."
                  + " 편하실 때 02-123-4567로 전화 주시면 한 분씩 확인해 드리겠습니다.");
      assertThat(said.title() + said.text() + said.parameters()).doesNotContain("하늘", "김", "상담");
      assertThat(said.buttons()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ko, 안녕하세요", "ja, お伝えしたい", "fa, سلام", "en, Hello"})
    void inTheLanguageOfThePatient(String language, String words) {
      scene.record(
          "{'resourceType': 'Patient', 'id': 'p', 'name': [{'family': 'Kim'}],"
              + " 'communication': [{'language': {'coding': [{'code': '"
              + language
              + "'}]}}], 'telecom': [{'system': 'phone', 'value': '010-0000-0001'}]}");
      Rendered said = rendered(scene.compose("sms"));
      assertThat(said.language()).isEqualTo(language);
      assertThat(said.text()).contains(words).doesNotContain("Kim", "상담");
    }

    @Test
    void keepsTheLabelsOfTheLaw() {
      PatientFacts facts = scene.facts();
      Rendering said =
          scene.compose(facts, scene.planned(), "sms", Purpose.ADVERTISING, ComposerScene.PLANNED);
      assertThat(rendered(said).text()).startsWith("(광고)").contains("무료수신거부 080-123-4567");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ", 'active': false",
          ", 'deceasedBoolean': true",
          ", 'link': [{'other': {'reference': 'Patient/p'}, 'type': 'replaced-by'}]"
        })
    void isNotOneThatIsSharedWithWhoReadsNoMoreMessages(String gone) {
      ComposerScene alone =
          ordinary()
              .words("language", "ko", "body", "#{patientName}, 괜찮으신가요?")
              .record(sharing("q", "010-0000-0001", gone));
      assertThat(rendered(alone.compose("sms")).text()).contains("하늘");
    }
  }

  @Nested
  @DisplayName("C35 a variable is FHIRPath over patient, anchor and facts")
  class Variables {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "%patient.name.family                     | 김",
          "%patient.telecom.where(system='email').value | p@example.org",
          "performed                                | 2026년 3월 1일 (일)",
          "%today                                   | 2026년 3월 2일 (월)",
          "%today.toString()                        | 2026-03-02",
          "%referralCount                           | 0",
          "iif(%patient.gender='female','그','그이')  | 그",
          "1.50                                     | 1.5"
        })
    void whoseValueIsWrittenInTheLanguage(String expression, String written) {
      Rendering message =
          ordinary()
              .words("language", "ko", "body", "[#{x}]")
              .variable("x", expression)
              .compose("sms");
      assertThat(rendered(message).text()).isEqualTo("[" + written + "]");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "%patient.name.where(use='nickname').given",
          "%vipTier",
          "%monthsSinceLastVisit",
          "%patient.birthDate",
          "performed.where(false)",
          "''",
          "'\u200b'",
          "%patient"
        })
    void withoutAValueStopsTheMessageAndIsNamed(String expression) {
      Rendering message =
          ordinary()
              .words("language", "ko", "body", "#{wanted} 님")
              .variable("wanted", expression)
              .compose("sms");
      assertThat(refused(message).reason()).isEqualTo("missing-variable");
      assertThat(refused(message).detail()).startsWith("wanted (");
    }

    @Test
    @DisplayName("S2.23 without a name nothing is sent, and the reason says so")
    void withoutNameNothingGoes() {
      Rendering message =
          ordinary()
              .record(
                  "{'resourceType': 'Patient', 'id': 'p', 'telecom': [{'system': 'phone', 'use':"
                      + " 'mobile', 'value': '010-0000-0001'}]}")
              .words("language", "ko", "body", "[#{patientName}께] 소개해 주셔서 감사합니다.")
              .compose("sms");
      assertThat(message)
          .isEqualTo(new NotRendered("missing-variable", "patientName (the patient has no name)"));
    }

    @Test
    @DisplayName("C36 a variable in words has them for each language, and none in another")
    void areSaidInTheLanguageOfTheMessage() {
      ComposerScene scene =
          ordinary()
              .words("language", "ko", "body", "#{symptom} 괜찮으신가요?")
              .words("language", "ja", "body", "#{symptom}は大丈夫ですか。")
              .words("language", "en", "body", "Any #{symptom}?")
              .variable("symptom", "ko", "'붓기는'")
              .variable("symptom", "ja", "'腫れ'");
      assertThat(rendered(scene.compose("sms")).text()).isEqualTo("붓기는 괜찮으신가요?");
      assertThat(rendered(speaking(scene, "ja").compose("sms")).text()).isEqualTo("腫れは大丈夫ですか。");
      assertThat(refused(speaking(scene, "en").compose("sms")).detail())
          .isEqualTo("symptom (has no words in en)");
    }

    @Test
    @DisplayName("C36 a record that is translated is quoted in the language of the message")
    void quoteTheTranslationOfARecord() {
      ComposerScene scene =
          new ComposerScene("treatment")
              .record(
                  """
                  {'resourceType': 'Procedure', 'id': 'a', 'status': 'completed',
                   'subject': {'reference': 'Patient/p'}, 'performedDateTime': '2026-03-01',
                   'code': {'text': 'Cleaning', '_text': {'extension': [
                     {'url': 'http://hl7.org/fhir/StructureDefinition/translation', 'extension': [
                       {'url': 'lang', 'valueCode': 'ko'},
                       {'url': 'content', 'valueString': '스케일링'}]}]}}}
                  """)
              .words("language", "ko", "body", "#{what:은/는} 잘 끝났습니다.")
              .words("language", "en", "body", "#{what} went well.")
              .variable("what", "code.text");
      assertThat(rendered(scene.compose("kakao")).text()).isEqualTo("스케일링은 잘 끝났습니다.");
      assertThat(rendered(speaking(scene, "en").compose("kakao")).text())
          .isEqualTo("Cleaning went well.");
    }

    private static ComposerScene speaking(ComposerScene scene, String language) {
      return scene.record(
          "{'resourceType': 'Patient', 'id': 'p', 'name': [{'text': 'Kim'}], 'communication':"
              + " [{'language': {'coding': [{'code': '"
              + language
              + "'}]}}], 'telecom': [{'system': 'phone', 'use': 'mobile', 'value':"
              + " '010-0000-0001'}]}");
    }
  }

  @Nested
  @DisplayName("S5.10 what depends on time is said as of the moment of sending")
  class TimeOfSending {

    private final ComposerScene scene =
        ordinary()
            .record(
                "{'resourceType': 'Encounter', 'id': 'e', 'status': 'finished', 'class': {'code':"
                    + " 'AMB'}, 'subject': {'reference': 'Patient/p'}, 'period': {'start':"
                    + " '2025-11-30T10:00:00+09:00'}}")
            .words("language", "ko", "body", "#{months}개월 만에 인사드립니다. 오늘은 #{day}입니다.")
            .variable("months", "%monthsSinceLastVisit")
            .variable("day", "%today");

    @ParameterizedTest
    @CsvSource({
      "2026-03-02T01:00:00Z, 3, 2026년 3월 2일 (월)",
      "2026-03-29T14:59:59Z, 3, 2026년 3월 29일 (일)",
      "2026-03-29T15:00:00Z, 4, 2026년 3월 30일 (월)",
      "2026-05-30T01:00:00Z, 6, 2026년 5월 30일 (토)"
    })
    void countsTheMonthsSinceTheLastVisit(Instant sent, int months, String day) {
      assertThat(rendered(scene.compose("sms", sent)).text())
          .isEqualTo(months + "개월 만에 인사드립니다. 오늘은 " + day + "입니다.");
    }
  }

  @Nested
  @DisplayName("S1.7 a message goes on from a treatment")
  class TheAnchor {

    private final ComposerScene scene = ordinary().words("language", "ko", "body", "안녕하세요");

    @Test
    void isNamedByTheRequest() {
      PlannedMessage message = scene.planned();
      assertThat(message.anchor().reference()).isEqualTo("Procedure/a");
    }

    @Test
    void mustStillBeThereWhenTheMessageIsWritten() {
      PlannedMessage message = scene.planned();
      PatientFacts later =
          scene
              .record(
                  PROCEDURE.formatted(ComposerScene.TODAY, "").replace("'id': 'a'", "'id': 'b'"))
              .facts();
      assertThat(compose(later, message)).isInstanceOf(Rendered.class);
      PatientFacts gone = ordinaryWithout(message).facts();
      assertThat(compose(gone, message))
          .isEqualTo(new NotRendered("anchor-gone", "Procedure/a cannot be resolved"));
    }

    private ComposerScene ordinaryWithout(PlannedMessage message) {
      return new ComposerScene(message.step().purpose().code());
    }

    private Rendering compose(PatientFacts facts, PlannedMessage message) {
      return scene.compose(facts, message, "sms", Purpose.TREATMENT, ComposerScene.PLANNED);
    }
  }

  @Nested
  @DisplayName("S1.22, C38 AlimTalk carries information only")
  class Advertising {

    @ParameterizedTest
    @ValueSource(strings = {"KR", "JP", "IR", "US", "GB"})
    void neverGoesByAlimTalkWhereverTheClinicIs(String country) {
      ComposerScene scene = ordinary().in(country).words("language", "ko", "body", "안녕하세요");
      PlannedMessage message = scene.planned();
      Rendering advertising =
          scene.compose(
              scene.facts(), message, "kakao", Purpose.ADVERTISING, ComposerScene.PLANNED);
      assertThat(refused(advertising).reason()).isEqualTo("advertising-not-on-channel");
      assertThat(sayable(scene, Purpose.ADVERTISING)).containsExactly("sms");
    }

    @Test
    void isRecognisedByItsWordsWhateverItsPurposeSays() {
      ComposerScene scene = ordinary().words("language", "ko", "body", "이번 달 할인 이벤트로 안부를 전합니다.");
      assertThat(refused(scene.compose("kakao")).reason()).isEqualTo("advertising-not-on-channel");
      assertThat(sayable(scene, Purpose.TREATMENT)).containsExactly("sms");
    }

    @Test
    void isNotWhatOnlyInforms() {
      ComposerScene scene = ordinary().words("language", "ko", "body", "시술 부위는 어떠신가요?");
      assertThat(sayable(scene, Purpose.TREATMENT)).containsExactly("kakao", "sms");
    }

    private static List<String> sayable(ComposerScene scene, Purpose sentAs) {
      return scene
          .composer()
          .sayable(scene.facts(), scene.planned(), List.of("kakao", "sms"), sentAs, scene.clinic());
    }
  }

  @Nested
  @DisplayName("S5.3 a result is linked to and never said")
  class Results {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "outcome.text",
          "report.first().display",
          "contained.ofType(Observation).value",
          "%anchor.contained.where(code.text='HbA1c').value.value.toString()",
          "descendants().ofType(string).first()",
          "children().first()",
          "repeat(contained).first()",
          "iif(outcome.exists(), 'good', 'bad')",
          "%patient.contained.conclusion",
          "'a' & (outcome.text | 'b').first()"
        })
    void aVariableThatReadsOneIsRefusedWhenTheScenarioIsRead(String expression) {
      ComposerScene scene =
          ordinary().words("language", "ko", "body", "#{x}").variable("x", expression);
      assertThat(scene.catalog().scenarios(List.of()))
          .extracting(Scenario::id)
          .doesNotContain("after-care");
    }

    @Test
    void theMessageLeadsToTheClinicsOwnPage() {
      ComposerScene scene = ordinary(", 'outcome': {'text': '양성'}");
      scene.words("language", "ko", "body", "검사 이야기를 나눌 준비가 되었습니다. 궁금하시면 언제든 말씀해 주세요.");
      scene.button("결과 보기", "result");
      for (String channel : List.of("kakao", "sms", "line", "email")) {
        Rendered message = rendered(scene.compose(channel));
        assertThat(message.toString())
            .contains("https://clinic.example/portal")
            .doesNotContain("양성", "75516001");
      }
      assertThat(rendered(scene.compose("kakao")).buttons())
          .containsExactly(new ContentButton("결과 보기", "https://clinic.example/portal"));
    }
  }

  @Nested
  @DisplayName("X20 a sensitive treatment decides channel and wording")
  class Sensitivity {

    private static final String LISTED =
        "{'resourceType': 'ValueSet', 'id': 'sensitive-treatment', 'status': 'active', 'url':"
            + " 'https://anbu-health.github.io/fhir/ValueSet/sensitive-treatment', 'compose':"
            + " {'include': [{'system': 'http://snomed.info/sct', %s}]}}";

    @Test
    void listedByItsCodeIsSpokenOfDiscreetly() {
      ComposerScene scene =
          talking().definition(LISTED.formatted("'concept': [{'code': '75516001'}]"));
      assertThat(rendered(scene.compose("sms")).text()).isEqualTo("김하늘 님, 잘 지내시나요?");
      assertThat(refused(scene.compose("kakao")).reason()).isEqualTo("sensitive-content");
      assertThat(rendered(scene.compose("email")).text()).isEqualTo("상담 뒤 어떠신가요?");
      assertThat(rendered(scene.compose("email")).title()).isEqualTo("안부의원");
      assertThat(sayable(scene)).containsExactly("sms", "email");
    }

    @Test
    void isWhatEachClinicListsItself() {
      ComposerScene scene = talking().definition(LISTED.formatted("'concept': [{'code': '1'}]"));
      assertThat(rendered(scene.compose("kakao")).text()).isEqualTo("상담 뒤 어떠신가요?");
      assertThat(rendered(scene.compose("email")).title()).isEqualTo("상담 뒤");
      assertThat(sayable(scene)).containsExactly("kakao", "sms", "email");
    }

    @Test
    void isEveryOneWhereTheClinicsListCannotBeRead() {
      ComposerScene scene =
          talking()
              .definition(
                  LISTED.formatted(
                      "'filter': [{'property': 'concept', 'op': 'is-a', 'value': '1'}]"));
      assertThat(sayable(scene)).containsExactly("sms", "email");
    }

    @ParameterizedTest
    @CsvSource({
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality, R, true",
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality, V, true",
      "http://terminology.hl7.org/CodeSystem/v3-Confidentiality, N, false",
      "http://terminology.hl7.org/CodeSystem/v3-ActCode, PSY, true",
      "http://terminology.hl7.org/CodeSystem/v3-ActCode, HIV, true",
      "http://example.org, R, false"
    })
    void isLabelledOnTheRecord(String system, String code, boolean sensitive) {
      String label = "'meta': {'security': [{'system': '" + system + "', 'code': '" + code + "'}]}";
      assertThat(sayable(words(ordinary(", " + label))).contains("kakao")).isEqualTo(!sensitive);
    }

    @Test
    void isLabelledOnTheVisitOrOnAnotherTreatmentOfIt() {
      String visit =
          "{'resourceType': 'Encounter', 'id': 'e', 'status': 'finished', 'class': {'code': 'AMB'},"
              + " 'subject': {'reference': 'Patient/p'}, 'period': {'start': '2026-03-01'}%s}";
      String label =
          ", 'meta': {'security': [{'code': 'PSY', 'system':"
              + " 'http://terminology.hl7.org/CodeSystem/v3-ActCode'}]}";
      String inVisit = ", 'encounter': {'reference': 'Encounter/e'}";
      ComposerScene plain = words(ordinary(inVisit)).record(visit.formatted(""));
      assertThat(sayable(plain)).contains("kakao");
      ComposerScene labelledVisit = words(ordinary(inVisit)).record(visit.formatted(label));
      assertThat(sayable(labelledVisit)).doesNotContain("kakao");
      ComposerScene another =
          words(ordinary(inVisit))
              .record(visit.formatted(""))
              .record(
                  PROCEDURE
                      .formatted("2026-02-01", inVisit + label)
                      .replace("'id': 'a'", "'id': 'other'"));
      assertThat(sayable(another)).doesNotContain("kakao");
    }

    private static ComposerScene talking() {
      return words(ordinary());
    }

    private static ComposerScene words(ComposerScene scene) {
      return scene
          .words("language", "ko", "title", "상담 뒤", "body", "상담 뒤 어떠신가요?")
          .words(
              "language",
              "ko",
              "channel",
              "sms",
              "discreet",
              "true",
              "body",
              "#{patientName}, 잘 지내시나요?");
    }

    private static List<String> sayable(ComposerScene scene) {
      return scene
          .composer()
          .sayable(
              scene.facts(),
              scene.planned(),
              List.of("kakao", "sms", "email"),
              Purpose.TREATMENT,
              scene.clinic());
    }
  }

  @Test
  @DisplayName("C39 what became too long with its values is not cut, and says by how much")
  void whatIsTooLongIsNotCut() {
    ComposerScene scene = ordinary();
    scene.words(
        "language", "ko", "body", "좀 어떠신가요? " + "가".repeat(972) + "#{patientName}#{anchorDate}");
    assertThat(scene.compose("kakao"))
        .isEqualTo(new NotRendered("too-long", "an AlimTalk holds 1000 characters, this has 1001"));
    assertThat(rendered(scene.compose("line")).text()).hasSize(1001);
  }

  @Nested
  @DisplayName("S1.22, C38, C39 the check before anybody submits the words")
  class BeforeSubmission {

    private static List<String> problems(ComposerScene scene) {
      scene.catalog();
      return new CopyCheck(new FhirPaths(FhirContext.forR4Cached()))
          .problems(scene.activity(), "KR");
    }

    @Test
    void namesTheAdvertisingWordAndWhereItStands() {
      assertThat(problems(ordinary().words("language", "ko", "body", "봄맞이 할인! 어떠신가요?")))
          .containsExactly(
              "advertising-word at 4 of ko body: '할인': declare the purpose advertising, or say it"
                  + " without");
    }

    @Test
    void namesTheAddressThatWouldTellWhoThePatientIs() {
      assertThat(
              problems(
                  ordinary()
                      .words("language", "ko", "body", "어떠신가요? https://x.example/#{patientName}")))
          .singleElement()
          .asString()
          .startsWith("address-variable at 7 of ko body");
    }

    @Test
    void namesTheVariableThatReadsAResult() {
      assertThat(
              problems(
                  ordinary().words("language", "ko", "body", "#{x}").variable("x", "outcome.text")))
          .singleElement()
          .asString()
          .contains("reads outcome");
    }

    @Test
    void hasNothingAgainstCare() {
      assertThat(problems(ordinary().words("language", "ko", "body", "#{patientName}, 어떠신가요?")))
          .isEmpty();
    }
  }
}
