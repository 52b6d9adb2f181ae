package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.ContentButton;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of messages whose variables read every field of a treatment in many ways. Each field
 * holds a mark that is found again wherever it comes out.
 */
@DisplayName("X20 no labelled value leaves by a channel that others may read")
class SensitivityFuzzTest {

  private static final String MARK = "geheim";
  private static final List<String> CHANNELS =
      List.of("sms", "kakao", "line", "whatsapp", "email", "letter", "fax", "phone", "newchannel");
  private static final List<String> SEALED = List.of("email", "letter");
  private static final List<String> ALWAYS_OPEN = List.of("sms", "fax", "phone", "newchannel");

  /** Every place of a Procedure that holds words; what may be a result is refused elsewhere. */
  private static final List<String> FIELDS =
      List.of(
          "code.text",
          "code.coding.display",
          "code.coding.code",
          "category.text",
          "reasonCode.text",
          "reasonCode.coding.display",
          "reasonReference.display",
          "bodySite.text",
          "complication.text",
          "followUp.text",
          "note.text",
          "statusReason.text",
          "usedCode.text",
          "location.display",
          "performer.function.text",
          "performer.actor.display",
          "recorder.display",
          "asserter.display",
          "identifier.value",
          "identifier.type.text",
          "extension.value",
          "meta.tag.display",
          "meta.security.display",
          "text.div",
          "Procedure.code.text",
          "%anchor.code.text",
          "%anchor.note.first().text",
          "%context.code.text",
          "%resource.code.text",
          "(code).text",
          "$this.code.text",
          "where(status='completed').code.text",
          "(code | category).text",
          "extension('http://x.example/y').value",
          "code.select(text)",
          "%patient.name.family & code.text",
          "iif(true, code.text, 'x')",
          "iif(code.text.exists(), 'geheim', 'x')",
          "'geheim'.where(%anchor.code.exists())");

  private static final List<String> WRAPPINGS =
      List.of(
          "(%s)",
          "(%s).first()",
          "(%s).upper()",
          "(%s).lower()",
          "(%s).trim()",
          "(%s).toString()",
          "'a ' & (%s).first() & ' z'",
          "(%s).substring(0)",
          "(%s).replace('z', 'y')",
          "(%s | 'geh').first()",
          "(%s).where($this.length() > 1)",
          "(%s).select($this & '.')",
          "('x' | %s).last()",
          "iif(1 = 1, (%s).first(), '')",
          "(%s).distinct()");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void andNoneThatIsClinicalByTextMessageOrInATitle(long seed) {
    Random random = new Random(seed);
    TreeSet<String> sent = new TreeSet<>();
    for (int round = 0; round < 130; round++) {
      boolean labelled = random.nextInt(3) > 0;
      ComposerScene scene = accepted(random, labelled);
      var facts = scene.facts();
      var message = scene.planned();
      MessageComposer composer = scene.composer();
      for (String channel : CHANNELS) {
        Rendering rendering =
            composer.compose(
                facts,
                message,
                channel,
                message.step().purpose(),
                scene.clinic(),
                ComposerScene.PLANNED);
        check(rendering, channel, labelled);
        sent.add(channel + (rendering instanceof Rendered ? " sent " : " not sent ") + labelled);
      }
    }
    // Nothing is proven by silence: each kind of channel sent something, of both kinds of records.
    assertThat(sent)
        .contains("sms sent true", "kakao sent true", "email sent true", "sms not sent true")
        .contains("sms sent false", "kakao sent false", "email sent false", "sms not sent false");
  }

  private static void check(Rendering rendering, String channel, boolean labelled) {
    if (rendering instanceof NotRendered not) {
      assertThat(not.reason()).isIn("sensitive-content", "missing-variable", "no-language");
      assertClean(not.detail());
      return;
    }
    Rendered message = (Rendered) rendering;
    assertClean(message.title());
    message.buttons().stream()
        .flatMap((ContentButton button) -> Stream.of(button.label(), button.url()))
        .forEach(SensitivityFuzzTest::assertClean);
    message.omitted().forEach(SensitivityFuzzTest::assertClean);
    boolean low = labelled ? !SEALED.contains(channel) : ALWAYS_OPEN.contains(channel);
    if (low) {
      assertClean(message.text());
      message.parts().forEach(SensitivityFuzzTest::assertClean);
      message.parameters().values().forEach(SensitivityFuzzTest::assertClean);
    }
  }

  private static void assertClean(String text) {
    if (text != null) {
      assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(MARK);
    }
  }

  @Test
  void isFoundWhereItMayBe() {
    ComposerScene scene =
        new ComposerScene("treatment")
            .record(procedure(true))
            .words("language", "ko", "title", "인사", "body", "#{x}")
            .variable("x", "code.text");
    assertThat(((Rendered) scene.compose("email")).text()).contains(MARK);
    assertThat(((NotRendered) scene.compose("sms")).reason()).isEqualTo("sensitive-content");
  }

  /** What is refused when it is written never says anything: another one is made. */
  private static ComposerScene accepted(Random random, boolean labelled) {
    ComposerScene scene = scene(random, labelled);
    while (scene.catalog().scenarios(List.of()).isEmpty()) {
      scene = scene(random, labelled);
    }
    return scene;
  }

  private static ComposerScene scene(Random random, boolean labelled) {
    ComposerScene scene = new ComposerScene("treatment").record(procedure(labelled));
    List<String> names = new ArrayList<>(List.of("patientName", "clinicName", "anchorDate"));
    for (int i = 0; i < 3; i++) {
      String name = "v" + i;
      names.add(name);
      scene.variable(name, expression(random));
    }
    boolean some = false;
    for (String channel : Arrays.asList(null, "sms", "kakao", "line", "email")) {
      for (String discreet : List.of("false", "true")) {
        if (random.nextInt(3) > 0) {
          some = true;
          words(scene, random, channel, discreet, names);
        }
      }
    }
    if (!some) {
      words(scene, random, null, "true", names);
    }
    return scene;
  }

  private static void words(
      ComposerScene scene, Random random, String channel, String discreet, List<String> names) {
    List<String> parts = new ArrayList<>(List.of("language", random.nextBoolean() ? "ko" : "en"));
    if (channel != null) {
      parts.addAll(List.of("channel", channel));
    }
    parts.addAll(List.of("discreet", discreet));
    if (random.nextBoolean()) {
      parts.addAll(List.of("title", text(random, names)));
    }
    parts.addAll(List.of("body", text(random, names)));
    scene.words(parts.toArray(String[]::new));
    if (random.nextInt(3) == 0) {
      scene.button("결과 보기", "result");
    }
  }

  /** Mostly harmless, so that every channel also has something to send. */
  private static String text(Random random, List<String> names) {
    StringBuilder text = new StringBuilder("안부: ");
    for (int i = random.nextInt(3); i >= 0; i--) {
      String name =
          random.nextInt(4) == 0
              ? names.get(random.nextInt(names.size()))
              : names.get(random.nextInt(3));
      text.append("#{").append(name).append(random.nextInt(4) == 0 ? ":은/는} " : "} ");
    }
    return text.toString();
  }

  private static String expression(Random random) {
    String expression = FIELDS.get(random.nextInt(FIELDS.size()));
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      expression = WRAPPINGS.get(random.nextInt(WRAPPINGS.size())).formatted(expression);
    }
    return expression;
  }

  private static Procedure procedure(boolean labelled) {
    Procedure procedure = new Procedure();
    procedure.setId("a");
    if (labelled) {
      procedure
          .getMeta()
          .addSecurity(
              new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", MARK));
    }
    procedure.getMeta().addTag(new Coding("http://x.example", "t", MARK));
    procedure.setStatus(Procedure.ProcedureStatus.COMPLETED).setSubject(new Reference("Patient/p"));
    procedure.setPerformed(new DateTimeType(ComposerScene.TODAY));
    procedure.setCode(concept());
    procedure.setCategory(concept()).setStatusReason(concept());
    procedure.addReasonCode(concept());
    procedure.addBodySite(concept());
    procedure.addComplication(concept());
    procedure.addFollowUp(concept());
    procedure.addUsedCode(concept());
    procedure.addReasonReference(named());
    procedure.addNote(new Annotation().setText(MARK + "n"));
    procedure.setLocation(named()).setRecorder(named()).setAsserter(named());
    procedure.addPerformer().setActor(named()).setFunction(concept());
    // Of an unlabelled record numbers and people are no secret.
    procedure.addIdentifier(new Identifier().setValue(labelled ? MARK : "A-1").setType(concept()));
    if (!labelled) {
      procedure.getPerformerFirstRep().getActor().setDisplay("Dr Kim");
    }
    procedure.addExtension("http://x.example/y", new StringType(MARK + " extension"));
    procedure.getText().setDivAsString("<div>" + MARK + "</div>");
    return procedure;
  }

  private static Reference named() {
    return new Reference().setDisplay(MARK + " named");
  }

  private static CodeableConcept concept() {
    return new CodeableConcept()
        .addCoding(new Coding("http://x.example", MARK, MARK + " display"))
        .setText(MARK + " text");
  }
}
