package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.ClinicLinks;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/** One step three days after a treatment, whose words and records a test chooses. */
final class ComposerScene {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final Instant PLANNED = Instant.parse("2026-03-02T01:00:00Z");
  static final String TODAY = "2026-03-01";

  private static final FhirPaths PATHS = new FhirPaths(FhirContext.forR4Cached());
  private static final String ACTIVITY = Words.BASE + "/ActivityDefinition/after";

  private final BundleStore definitions = new BundleStore();
  private final BundleStore records = new BundleStore();
  private final ActivityDefinition activity = new ActivityDefinition();
  private String jurisdiction = "KR";
  private String tone = "";
  private ScenarioCatalog catalog;

  ComposerScene(String purpose) {
    activity.setId("after");
    activity.setUrl(ACTIVITY).setVersion("1").setStatus(PublicationStatus.ACTIVE);
    activity.addExtension(Codings.extension("outreach-purpose", purpose));
    record(
        "{'resourceType': 'Patient', 'id': 'p', 'gender': 'female',"
            + " 'name': [{'family': '김', 'given': ['하늘']}],"
            + " 'telecom': [{'system': 'phone', 'use': 'mobile', 'value': '010-0000-0001'},"
            + " {'system': 'email', 'value': 'p@example.org'}]}");
  }

  ComposerScene in(String country) {
    jurisdiction = country;
    return this;
  }

  /** The record as JSON with single quotes. */
  ComposerScene record(String json) {
    records.add(BundleStore.parse(Resource.class, json.replace('\'', '"')));
    return this;
  }

  ComposerScene record(Resource resource) {
    records.add(resource);
    return this;
  }

  ComposerScene definition(String json) {
    definitions.add(BundleStore.parse(Resource.class, json.replace('\'', '"')));
    return this;
  }

  /** Words, as pairs of the parts of a message-content. */
  ComposerScene words(String... parts) {
    Extension content = new Extension(Words.extension("message-content"));
    for (int i = 0; i < parts.length; i += 2) {
      content.addExtension(
          parts[i],
          parts[i].equals("discreet")
              ? new BooleanType(parts[i + 1])
              : new StringType(parts[i + 1]));
    }
    activity.addExtension(content);
    return this;
  }

  /** Under the words given last. */
  ComposerScene button(String label, String action) {
    Extension button = new Extension("button");
    button.addExtension("label", new StringType(label));
    button.addExtension("action", new CodeType(action));
    List<Extension> contents = Extensions.of(activity, "message-content");
    contents.get(contents.size() - 1).addExtension(button);
    return this;
  }

  ComposerScene variable(String name, String expression) {
    return variable(name, null, expression);
  }

  ComposerScene variable(String name, String language, String expression) {
    Extension variable = new Extension(Words.extension("message-variable"));
    variable.addExtension("name", new StringType(name));
    if (language != null) {
      variable.addExtension("language", new CodeType(language));
    }
    variable.addExtension(
        "expression", new Expression().setLanguage("text/fhirpath").setExpression(expression));
    activity.addExtension(variable);
    return this;
  }

  ActivityDefinition activity() {
    return activity;
  }

  ScenarioCatalog catalog() {
    if (catalog == null) {
      definitions.add(activity);
      definition(
          """
          {'resourceType': 'PlanDefinition', 'id': 'after-care', 'version': '1', 'status': 'active',
           'meta': {'profile': ['%1$s/StructureDefinition/outreach-scenario']},
           'url': '%1$s/PlanDefinition/after-care', 'title': 'After care',
           'extension': [
             {'url': '%1$s/StructureDefinition/exit-rule', 'valueCode': 'anchor-cancelled'}],
           'goal': [{'description': {'text': 'The patient is well.'}}],
           'action': [
             {'id': 'anchor',
              'trigger': [{'type': 'data-added', 'data': [{'type': 'Procedure',
                'codeFilter': [{'path': 'status', 'code': [{'code': 'completed'}]}]}]}],
              'extension': [{'url': '%1$s/StructureDefinition/anchor-date', 'valueExpression':
                {'language': 'text/fhirpath', 'expression': 'performed'}}]},
             {'id': 'three-days', 'title': 'Three days after', 'definitionCanonical': '%2$s|1',
              'relatedAction': [{'actionId': 'anchor', 'relationship': 'after-start',
                'offsetDuration': {'value': 3, 'unit': 'days',
                  'system': 'http://unitsofmeasure.org', 'code': 'd'}}]}]}
          """
              .formatted(Words.BASE, ACTIVITY));
      catalog = new ScenarioCatalog(definitions, PATHS);
    }
    return catalog;
  }

  ClinicPolicy clinic() {
    return new ClinicPolicy(
        "안부의원",
        "02-123-4567",
        "080-123-4567",
        "ko",
        SEOUL,
        JurisdictionPack.of(jurisdiction),
        List.of("kakao", "line", "whatsapp", "sms", "email"),
        FrequencyCap.NONE,
        null);
  }

  PatientFacts facts() {
    return new FactsReader(records, records, new PhoneNumbers("KR"))
        .read(List.of("p"), SEOUL)
        .get("p");
  }

  /** What is planned on 2 March 2026; there has to be one message. */
  PlannedMessage planned() {
    OutreachPlan plan =
        OutreachPlanner.plan(facts(), catalog().scenarios(List.of()), clinic(), PLANNED);
    return plan.messages().stream().findFirst().orElseThrow(() -> new AssertionError(plan.trace()));
  }

  private ClinicPlaces places() {
    return new ClinicPlaces(records, Clock.fixed(PLANNED, SEOUL), null);
  }

  /** What the clinic has set. */
  ComposerScene speaking(String setting) {
    tone = setting;
    return this;
  }

  MessageComposer composer() {
    return new MessageComposer(
        catalog(),
        new ClinicLinks(Map.of("result", "https://clinic.example/portal")),
        places(),
        new ClinicTones(catalog(), places(), tone));
  }

  Rendering compose(String channel) {
    return compose(channel, PLANNED);
  }

  Rendering compose(String channel, Instant now) {
    PlannedMessage message = planned();
    return compose(facts(), message, channel, message.step().purpose(), now);
  }

  Rendering compose(
      PatientFacts facts, PlannedMessage message, String channel, Purpose sentAs, Instant now) {
    return composer().compose(facts, message, channel, sentAs, clinic(), now);
  }
}
