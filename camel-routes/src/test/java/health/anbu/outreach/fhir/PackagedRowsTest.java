package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.ClinicLinks;
import health.anbu.outreach.content.ContentButton;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.content.Rendering.Rendered;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Step;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged scenarios promise, row by row; when they plan is in their cases. */
class PackagedRowsTest {

  private static final ClinicLinks LINKS =
      new ClinicLinks(
          Map.of(
              "book", "https://clinic.example.org/book",
              "ask", "https://clinic.example.org/ask",
              "result", "https://clinic.example.org/result"));
  private static final String VERY_RESTRICTED =
      """
      "resourceType": "Procedure", "meta": {"security": [{"code": "V",
      "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality"}]},
      """;
  private static final List<String> IDS =
      List.of(
          "botox-retouch",
          "filler-followup",
          "implant-checkup",
          "orthodontic-checkup",
          "scaling-recall",
          "periodic-checkup",
          "post-treatment-followup",
          "appointment-reminder",
          "first-visit-steps",
          "welcome",
          "inactive-patient",
          "no-show-followup",
          "birthday",
          "health-tips",
          "vip-year-end");
  private static final List<String> STAGES =
      List.of(
          "first-visit-steps",
          "first-visit-steps-after-visit",
          "first-visit-steps-until-checkup",
          "first-visit-steps-afterwards");

  /** One case of the guide, as it is or told of somebody else. */
  record Case(String scenario, PatientFacts facts, ClinicPolicy clinic, Instant now) {

    static Case of(String file) throws IOException {
      return of(file, json -> json);
    }

    static Case of(String file, java.util.function.UnaryOperator<String> change)
        throws IOException {
      JsonNode known =
          new ObjectMapper().readTree(change.apply(PackagedScenariosTest.text("expected/" + file)));
      ClinicPolicy clinic = PackagedScenariosTest.clinic(known);
      return new Case(
          PackagedScenariosTest.scenario(file),
          PackagedScenariosTest.facts(PackagedScenariosTest.store(known), clinic),
          clinic,
          OffsetDateTime.parse(known.get("now").asText()).toInstant());
    }

    List<PlannedMessage> messages() throws IOException {
      List<Scenario> active = PackagedScenariosTest.catalog(scenario).scenarios(List.of());
      return OutreachPlanner.plan(facts, active, clinic, now).messages();
    }

    PlannedMessage message(String step) throws IOException {
      return messages().stream().filter(m -> m.step().id().equals(step)).findFirst().orElseThrow();
    }

    Rendered rendered(String step, String channel) throws IOException {
      PlannedMessage message = message(step);
      return rendered(message, channel, message.due().toInstant());
    }

    Rendered rendered(PlannedMessage message, String channel, Instant at) throws IOException {
      Rendering rendering =
          new MessageComposer(PackagedScenariosTest.catalog(scenario), LINKS)
              .compose(facts, message, channel, message.permit().sentAs(), clinic, at);
      assertThat(rendering).isInstanceOf(Rendered.class);
      return (Rendered) rendering;
    }
  }

  @Test
  @DisplayName("S1.4 botox plus three months is the month's end, with guidance and precautions")
  void botoxPlusThreeMonths() throws IOException {
    Case botox = Case.of("botox-retouch/month-end.json");
    assertThat(botox.message("three-months-after").due().toOffsetDateTime())
        .isEqualTo(OffsetDateTime.parse("2026-06-30T10:00:00+09:00"));
    assertThat(botox.rendered("three-months-after", "kakao").parts())
        .satisfiesExactly(
            guidance -> assertThat(guidance).contains("석 달", "리터치를 생각하고 계시다면"),
            precautions -> assertThat(precautions).contains("임신 중", "임의로 끊지는 마세요", "응급 진료"));
  }

  @Test
  @DisplayName("S1.7 every recall counts from a treatment or a visit")
  void everyRecallContinuesATreatment() throws IOException {
    List<PlannedMessage> recalls = new ArrayList<>();
    for (String file : PackagedScenariosTest.cases()) {
      Case.of(file).messages().stream()
          .filter(message -> message.step().purpose() == Purpose.RECALL)
          .forEach(recalls::add);
    }
    assertThat(recalls)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            recall ->
                assertThat(recall.anchor().reference()).matches("(Procedure|Encounter)/[\\w-]+"));
  }

  @Nested
  @DisplayName("S1.9 after a treatment the text says what is usual on that day")
  class UsualOnThatDay {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ko | 1 | 처음 이틀은",
          "ko | 3 | 줄어들기 시작하는",
          "ko | 7 | 차츰 나아지는",
          "ko | 14 | 일상이 편안해진",
          "ja | 1 | はじめの2日ほど",
          "ja | 3 | やわらいでくる",
          "ja | 7 | 少しずつ落ち着いて",
          "ja | 14 | 普段どおり",
          "fa | 1 | در دو روز نخست",
          "fa | 3 | رو به کاهش",
          "fa | 7 | کم‌کم بهتر",
          "fa | 14 | زندگی روزمره",
          "en | 1 | In the first two days",
          "en | 3 | begin to ease",
          "en | 7 | little by little",
          "en | 14 | usual days"
        })
    void byDaysSinceTheTreatment(String language, int days, String words) throws IOException {
      Case week =
          Case.of("post-treatment-followup/a-week-later.json", json -> speaking(json, language));
      PlannedMessage message = week.message("seven-days-after");
      Instant at = message.anchorDate().plusDays(days).plusHours(12).toInstant();
      Rendered text = week.rendered(message, "line", at);
      assertThat(text.language()).isEqualTo(language);
      assertThat(text.text()).containsOnlyOnce(words);
    }

    @ParameterizedTest
    @CsvSource({"ko, 좀 어떠", "ja, いかが", "fa, حالتان", "en, How have you been"})
    void andAsksHowThePatientIs(String language, String words) throws IOException {
      Case week =
          Case.of("post-treatment-followup/a-week-later.json", json -> speaking(json, language));
      assertThat(week.rendered("seven-days-after", "line").text()).contains(words);
    }
  }

  @Test
  @DisplayName("S1.14 a fresh install lists and can activate every packaged scenario")
  void everyPackagedScenarioCanBeActivated() throws IOException {
    BundleStore store = new BundleStore();
    for (Resource resource : PackagedScenariosTest.definitions()) {
      if (resource instanceof PlanDefinition plan) {
        plan.setStatus(PublicationStatus.ACTIVE);
      }
      store.add(resource);
    }
    ScenarioCatalog catalog = new ScenarioCatalog(store, new FhirPaths(FhirContext.forR4Cached()));
    List<String> active = catalog.scenarios(List.of()).stream().map(Scenario::id).toList();
    assertThat(active).containsAll(IDS).containsAll(STAGES).hasSizeGreaterThanOrEqualTo(19);
  }

  @Test
  @DisplayName("S4.8 the implant reminder has the name, the treatment and the offer of a check-up")
  void implant() throws IOException {
    Case implant = Case.of("implant-checkup/not-seen-since.json");
    Rendered talk = implant.rendered("six-months-after", "kakao");
    assertThat(talk.text()).contains("김하늘 님", "임플란트 치료", "검진", "함께 확인해 드리겠습니다");
    assertThat(implant.rendered("six-months-after", "sms").text()).doesNotContain("임플란트");
  }

  @Test
  @DisplayName("S4.10 a welcome e-mail after the first contact")
  void welcome() throws IOException {
    Rendered mail = Case.of("welcome/wrote-in-tehran.json").rendered("at-once", "email");
    assertThat(mail.title()).isEqualTo("از تماس شما سپاسگزاریم");
    assertThat(mail.direction()).isEqualTo("rtl");
    assertThat(mail.buttons())
        .extracting(ContentButton::url)
        .contains(LINKS.addresses().get("ask"));
  }

  @Nested
  @DisplayName("S4.11 the six-month check after orthodontic treatment, in Persian")
  class InPersian {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "\"gender\": \"male\" | جناب آقای آرش رضایی",
          "\"gender\": \"female\" | سرکار خانم آرش رضایی",
          "\"gender\": \"unknown\" | آرش رضایی"
        })
    void addressesByGenderOrNeutrally(String gender, String name) throws IOException {
      Case check =
          Case.of(
              "orthodontic-checkup/in-tehran.json",
              json -> json.replace("\"gender\": \"male\"", gender));
      String text = check.rendered("six-months-after", "whatsapp").text();
      assertThat(text.replaceAll("[\\u2066-\\u2069]", ""))
          .startsWith(name + "، سلام.")
          .contains("درمان ارتودنسی", "چکاپ شش‌ماهه", "راضی باشید", "۱۰ اسفند ۱۴۰۴")
          .doesNotContain("2026");
    }
  }

  @Test
  @DisplayName("S4.22 health news is education, greetings are advertising")
  void educationIsNotAdvertising() throws IOException {
    assertThat(purposes("health-tips")).containsOnly(Purpose.EDUCATION);
    assertThat(purposes("first-visit-steps-afterwards")).containsOnly(Purpose.EDUCATION);
    assertThat(purposes("birthday")).containsOnly(Purpose.ADVERTISING);
    assertThat(purposes("vip-year-end")).containsOnly(Purpose.ADVERTISING);
  }

  private static Stream<Purpose> purposes(String id) throws IOException {
    return PackagedScenariosTest.catalog(id).scenarios(List.of()).stream()
        .filter(scenario -> scenario.id().equals(id))
        .flatMap(scenario -> scenario.steps().stream())
        .map(Step::purpose);
  }

  @Nested
  @DisplayName("S5.1, S5.6 the four stages around a first visit")
  class Stages {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "first-visit-steps",
          "first-visit-steps-after-visit",
          "first-visit-steps-until-checkup",
          "first-visit-steps-afterwards"
        })
    void eachHaveAGoalTimingContentAndAnExit(String id) throws IOException {
      PlanDefinition stage =
          PackagedScenariosTest.definitions().stream()
              .filter(PlanDefinition.class::isInstance)
              .map(PlanDefinition.class::cast)
              .filter(plan -> plan.getIdElement().getIdPart().equals(id))
              .findFirst()
              .orElseThrow();
      assertThat(stage.getGoal()).isNotEmpty();
      assertThat(Extensions.of(stage, "exit-rule")).isNotEmpty();
      assertThat(stage.getAction().subList(1, stage.getAction().size()))
          .hasSizeGreaterThanOrEqualTo(2)
          .allMatch(step -> step.hasRelatedAction() && step.hasDefinition());
    }

    @Test
    @DisplayName("S5.2, S5.7 the booking is confirmed with how the day goes")
    void confirmed() throws IOException {
      Rendered text =
          Case.of("first-visit-steps/booked-ahead.json").rendered("right-after-booking", "line");
      assertThat(text.text()).contains("2026년 6월 15일", "1. 접수", "2. 상담과 진찰", "3. 설명");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "two-days-before | 2026-06-13 | 신분증, 드시는 약은 이름을, 임의로 끊지는 마세요, 예약일을 기다리지 마시고",
          "one-day-before | 2026-06-14 | 내일, 걱정되는 점, 오시기 어려우면"
        })
    @DisplayName("S5.2, S5.8 who booked is reminded, and told what to heed for the visit")
    void remindedWithCautions(String step, String day, String words) throws IOException {
      Case booked = Case.of("first-visit-steps/booked-ahead.json");
      assertThat(booked.message(step).due().toLocalDate()).hasToString(day);
      assertThat(booked.rendered(step, "line").text())
          .contains("2026년 6월 15일")
          .contains(words.split(", "));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "one-month-after | 2026-02-28 | EDUCATION | ask | 小さな習慣, 睡眠, 体調はその頃と比べて, 質問票",
          "three-months-after | 2026-04-30 | RECALL | | 3か月がたちました, 検診が必要か",
          "six-months-after | 2026-07-31 | RECALL | | 6か月がたちました, 次の検診の時期"
        })
    @DisplayName("S5.4 until the check-up: advice and a question form, then the notices")
    void untilTheCheckup(String step, String day, Purpose purpose, String button, String words)
        throws IOException {
      Case visited = Case.of("first-visit-steps-until-checkup/on-time.json");
      PlannedMessage message = visited.message(step);
      assertThat(message.due().toLocalDate()).hasToString(day);
      assertThat(message.step().purpose()).isEqualTo(purpose);
      Rendered text = visited.rendered(step, "line");
      assertThat(text.text()).contains(words.split(", "));
      if (button != null) {
        assertThat(text.buttons())
            .extracting(ContentButton::url)
            .contains(LINKS.addresses().get(button));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "first-visit-steps/booked-ahead.json, 3",
      "first-visit-steps/booked-two-days-before.json, 2",
      "first-visit-steps/booked-at-night.json, 3",
      "first-visit-steps/been-here-before.json, 0"
    })
    @DisplayName("S5.7 S5.8 C10 with the appointment's reminders a first booking is confirmed once")
    void confirmedOnce(String file, int stage) throws IOException {
      Case one = Case.of(file);
      List<Scenario> both = new ArrayList<>();
      for (String id : List.of("appointment-reminder", "first-visit-steps")) {
        PackagedScenariosTest.catalog(id).scenarios(List.of()).stream()
            .filter(scenario -> scenario.id().equals(id))
            .forEach(both::add);
      }
      List<PlannedMessage> messages =
          OutreachPlanner.plan(one.facts(), both, one.clinic(), one.now()).messages();
      assertThat(messages.stream().filter(m -> m.step().direction() == Step.Direction.AT_ONCE))
          .hasSize(1);
      assertThat(messages.stream().map(PlannedMessage::key))
          .filteredOn(key -> key.startsWith("first-visit-steps:"))
          .hasSize(stage);
      assertThat(messages.stream().map(PlannedMessage::key))
          .filteredOn(key -> key.contains(":one-day-before:"))
          .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    @DisplayName("S5.3 results are linked to, never told")
    void resultsAreLinkedTo() throws IOException {
      Case visit = Case.of("first-visit-steps-after-visit/on-time.json");
      Rendered text = visit.rendered("the-same-day", "line");
      assertThat(text.buttons())
          .extracting(ContentButton::url)
          .containsExactly(LINKS.addresses().get("result"), LINKS.addresses().get("ask"));
      assertThat(text.text()).contains("내용은 메시지로 보내 드리지 않습니다");
    }

    @Test
    @DisplayName("S5.9 within a week: the question form, and the next booking")
    void questions() throws IOException {
      Case visit = Case.of("first-visit-steps-after-visit/on-time.json");
      PlannedMessage message = visit.message("within-a-week");
      assertThat(message.due()).isBetween(message.anchorDate(), message.anchorDate().plusDays(7));
      Rendered text = visit.rendered("within-a-week", "line");
      assertThat(text.text()).contains("질문지", "다음 진료");
      assertThat(text.buttons())
          .extracting(ContentButton::url)
          .containsExactly(LINKS.addresses().get("ask"), LINKS.addresses().get("book"));
    }
  }

  @Test
  @DisplayName("S5.10 the months since the last visit are counted when the message is sent")
  void monthsSinceTheLastVisit() throws IOException {
    Case checkup = Case.of("periodic-checkup/month-end.json");
    PlannedMessage message = checkup.message("three-months-after");
    Instant due = message.due().toInstant();
    Instant later = message.due().plus(Period.ofMonths(1)).plusDays(1).toInstant();
    assertThat(checkup.rendered(message, "kakao", due).text()).contains("3개월이 되었습니다");
    assertThat(checkup.rendered(message, "kakao", later).text()).contains("4개월이 되었습니다");
    assertThat(checkup.rendered(message, "sms", due).text()).contains("다녀가신 지 3개월");
  }

  @Test
  @DisplayName("S5.14 at most two buttons, and each leads somewhere")
  void buttonsResolve() throws IOException {
    for (String file : PackagedScenariosTest.cases()) {
      Case one = Case.of(file);
      for (PlannedMessage message : one.messages()) {
        for (String channel : channels(message)) {
          assertThat(one.rendered(message, channel, message.due().toInstant()).buttons())
              .hasSizeLessThanOrEqualTo(2)
              .allMatch(button -> button.url().startsWith("https://"));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "kakao", "line"})
  @DisplayName("what is labelled as sensitive is asked after in words that others may read")
  void sensitiveTreatmentsHaveDiscreetWords(String channel) throws IOException {
    Case labelled =
        Case.of(
            "post-treatment-followup/a-week-later.json",
            json -> json.replace("\"resourceType\": \"Procedure\",", VERY_RESTRICTED));
    assertThat(labelled.rendered("seven-days-after", channel).text())
        .contains("그동안 좀 어떠셨나요?")
        .doesNotContain("치료", "시술", "붓기");
  }

  /** Advertising goes where no law forbids it; all else goes by any phone. */
  private static List<String> channels(PlannedMessage message) {
    return message.permit().sentAs() == Purpose.ADVERTISING
        ? message.permit().channels()
        : List.of("sms", "kakao", "line", "whatsapp");
  }

  private static String speaking(String json, String language) {
    return json.replaceFirst("\"code\": \"(ko|ja|fa|en)\"", "\"code\": \"" + language + "\"");
  }
}
