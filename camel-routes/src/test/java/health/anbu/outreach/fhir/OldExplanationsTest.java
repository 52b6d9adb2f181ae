package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.Judgement;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was decided is explained by what was known then. */
@DisplayName("X2 later changes of the records do not change an old explanation")
class OldExplanationsTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final ClinicPolicy CLINIC =
      new ClinicPolicy(
          "Anbu",
          "02-123-4567",
          null,
          "ko",
          SEOUL,
          JurisdictionPack.of("KR"),
          List.of("sms"),
          FrequencyCap.NONE,
          null);

  private final MemoryFhirStore store = new MemoryFhirStore();
  private final ScenarioCatalog catalog = new ScenarioCatalog(store, new FhirPaths(R4));
  private final RequestWriter writer = new RequestWriter(SEOUL);
  private Instant now = at("2026-03-01T09:00:00+09:00");

  /** Reads and plans as the reconciler does, without timers. */
  private record Records(FactsReader reader, ScenarioCatalog catalog) implements Planning {
    @Override
    public Map<String, PatientFacts> facts(Collection<String> patients) {
      return reader.read(patients, SEOUL);
    }

    @Override
    public OutreachPlan plan(PatientFacts facts, Instant now) {
      return plan(facts, catalog.scenarios(List.of()), now);
    }

    @Override
    public OutreachPlan plan(PatientFacts facts, List<Scenario> scenarios, Instant now) {
      return OutreachPlanner.plan(facts, scenarios, CLINIC, now);
    }

    @Override
    public Planning asOf(Instant then) {
      return new Records(reader.asOf(then), catalog.asOf(then));
    }
  }

  private final Planning planning =
      new Records(new FactsReader(store, store, new PhoneNumbers("KR")), catalog);

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  @BeforeEach
  void aTreatedPatient() throws IOException {
    try (Stream<Path> files = Files.list(GUIDE)) {
      files
          .filter(file -> file.getFileName().toString().matches("(Activity.*|ValueSet-.*)json"))
          .forEach(file -> put("2026-01-01", read(file)));
    }
    PlanDefinition scenario =
        (PlanDefinition) parse(read(GUIDE.resolve("PlanDefinition-botox-retouch.json")));
    put("2026-01-01", text(scenario.setStatus(PublicationStatus.ACTIVE)));
    put(
        "2026-02-27",
        """
        {"resourceType":"Patient","id":"kim","birthDate":"1988-04-12","name":[{"text":"김하늘"}],
         "telecom":[{"system":"phone","use":"mobile","value":"010-0000-0001"}]}""");
    put(
        "2026-02-27",
        """
        {"resourceType":"Procedure","id":"b","status":"completed","performedDateTime":"2026-02-27",
         "subject":{"reference":"Patient/kim"},"code":{"coding":[{
         "system":"https://anbu-health.github.io/fhir/CodeSystem/treatment",
         "code":"botulinum-toxin"}]}}""");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource parse(String json) {
    return (Resource) R4.newJsonParser().parseResource(json);
  }

  private static String text(Resource resource) {
    return R4.newJsonParser().encodeResourceToString(resource);
  }

  private void put(String day, String json) {
    Resource resource = parse(json);
    resource.getMeta().setLastUpdated(Date.from(at(day + "T12:00:00+09:00")));
    store.put(resource);
  }

  private void consent(String day, String type) {
    put(
        day,
        """
        {"resourceType":"Consent","id":"c","status":"active","scope":{"text":"privacy"},
         "patient":{"reference":"Patient/kim"},"dateTime":"%s","policyRule":{"text":"opt-in"},
         "category":[{"coding":[{"system":
         "https://anbu-health.github.io/fhir/CodeSystem/outreach-purpose","code":"recall"}]}],
         "provision":{"type":"%s"}}"""
            .formatted(day, type));
  }

  private PatientFacts facts() {
    return planning.facts(List.of("kim")).get("kim");
  }

  private void reconcile() {
    PatientFacts facts = facts();
    Reconciliation difference = Reconciliation.of(facts, planning.plan(facts, now));
    List<Write> entries = writer.entries(facts, difference, now);
    if (!entries.isEmpty()) {
      store.write(entries);
    }
  }

  private Parameters explained(String scenario, String date) {
    ExplainOperation operation =
        new ExplainOperation(
            planning, store, catalog, new Displays(), Clock.fixed(now, SEOUL), SEOUL);
    return operation.explain(
        new IdType("Patient/kim"),
        scenario == null ? null : new StringType(scenario),
        date == null ? null : new StringType(date),
        new StringType("en"),
        new SystemRequestDetails());
  }

  private ParametersParameterComponent step(String date) {
    return explained("botox-retouch", date).getParameter().get(2);
  }

  private static String value(ParametersParameterComponent step, String name) {
    return step.getPart().stream()
        .filter(part -> part.getName().equals(name))
        .map(part -> part.getValue().primitiveValue())
        .findFirst()
        .orElse(null);
  }

  private static ParametersParameterComponent rule(ParametersParameterComponent step, String name) {
    return step.getPart().stream()
        .filter(part -> part.getName().equals("rule") && name.equals(value(part, "name")))
        .findFirst()
        .orElseThrow();
  }

  @Nested
  class OfAMessageThatWasPlanned {

    @BeforeEach
    void plannedInMarchAndRefusedInApril() {
      consent("2026-02-27", "permit");
      reconcile();
      consent("2026-04-10", "deny");
      now = at("2026-04-10T15:00:00+09:00");
      reconcile();
    }

    @Test
    void saysInMarchThatItWasPlanned() {
      ParametersParameterComponent step = step("2026-03-15");
      assertThat(value(step, "result")).isEqualTo("planned");
      assertThat(value(step, "decidedAt")).isEqualTo("2026-03-01T09:00:00+09:00");
      assertThat(value(step, "due")).isEqualTo("2026-05-27T10:00:00+09:00");
      assertThat(value(rule(step, "contact-permitted"), "result")).isEqualTo("yes");
    }

    @Test
    void saysTodayWhyNot() {
      ParametersParameterComponent step = step(null);
      assertThat(value(step, "result")).isEqualTo("not-planned");
      assertThat(value(step, "decisiveRule")).isEqualTo("contact-permitted");
      ParametersParameterComponent flip =
          rule(step, "contact-permitted").getPart().stream()
              .filter(part -> part.getName().equals("flip"))
              .findFirst()
              .orElseThrow();
      assertThat(value(flip, "element")).isEqualTo("Consent.provision");
      assertThat(value(flip, "text")).contains("agreed again");
    }

    @Test
    void namesTheVersionOfTheConsentThatWasLookedAt() {
      ParametersParameterComponent input =
          rule(step("2026-03-15"), "contact-permitted").getPart().stream()
              .filter(part -> part.getName().equals("input"))
              .findFirst()
              .orElseThrow();
      assertThat(value(input, "version")).isEqualTo("1");
    }
  }

  @Nested
  class OfAMessageThatWasSent {

    @Test
    void staysWhatItWasWhenItWasSent() {
      consent("2026-02-27", "permit");
      reconcile();
      now = at("2026-05-27T10:00:00+09:00");
      PatientFacts facts = facts();
      RequestRecord request = facts.requests().get(0);
      Judgement judged = Judgement.of(planning.plan(facts, now), request.key(), now);
      store.write(
          List.of(
              writer.close(facts, request.judged(judged), RequestRecord.Status.COMPLETED, null)));
      consent("2026-06-01", "deny");
      now = at("2026-06-02T10:00:00+09:00");
      ParametersParameterComponent step = step(null);
      assertThat(value(step, "result")).isEqualTo("done");
      assertThat(value(step, "decidedAt")).isEqualTo("2026-05-27T10:00:00+09:00");
      assertThat(value(rule(step, "contact-permitted"), "result")).isEqualTo("yes");
      assertThat(value(rule(step, "quiet-hours"), "result")).isEqualTo("yes");
    }
  }

  @Nested
  class OfAMessageThatNeverWas {

    @Test
    void isWorkedOutFromTheVersionsOfThen() {
      now = at("2026-04-20T09:00:00+09:00");
      consent("2026-04-10", "permit");
      assertThat(value(step(null), "result")).isEqualTo("planned");
      ParametersParameterComponent march = step("2026-03-15");
      assertThat(value(march, "result")).isEqualTo("not-planned");
      assertThat(value(march, "decisiveRule")).isEqualTo("contact-permitted");
    }

    @Test
    void leavesOutARequestThatCameLater() {
      consent("2026-02-27", "deny");
      reconcile();
      consent("2026-03-20", "permit");
      now = at("2026-03-20T12:00:01+09:00");
      reconcile();
      now = at("2026-04-01T09:00:00+09:00");
      assertThat(value(step("2026-03-15"), "result")).isEqualTo("not-planned");
      assertThat(value(step("2026-03-25"), "result")).isEqualTo("planned");
    }

    @Test
    void saysWhichRecordWouldStartAScenarioThatFoundNone() {
      store.delete("Procedure/b");
      for (String asked : new String[] {"botox-retouch", null}) {
        ParametersParameterComponent silent =
            explained(asked, null).getParameter().stream()
                .filter(part -> part.getName().equals("scenario"))
                .findFirst()
                .orElseThrow();
        assertThat(value(silent, "decisiveRule")).isEqualTo("anchor-found");
        assertThat(value(silent, "detail")).contains("Procedure");
        assertThat(value(rule(silent, "scenario-active"), "result")).isEqualTo("yes");
      }
    }
  }

  @Nested
  class WhatIsWritten {

    @Test
    void isReadBackRuleByRule() {
      consent("2026-02-27", "permit");
      List<Trace.Entry> rules =
          planning.plan(facts(), now).trace().steps().get(0).entries().stream().toList();
      assertThat(Decisions.read(Decisions.written(rules))).isEqualTo(rules);
    }

    @Test
    void isShortAndKeepsTheNewestTwelve() {
      consent("2026-02-27", "permit");
      for (int i = 0; i < 20; i++) {
        consent("2026-03-0" + (1 + i % 9), i % 2 == 0 ? "deny" : "permit");
        now = now.plusSeconds(60);
        reconcile();
      }
      CommunicationRequest request = store.all(CommunicationRequest.class).get(0);
      assertThat(Decisions.of(request)).hasSize(12);
      int one = text(request).length() - text(without(request)).length();
      assertThat(one / 12).isLessThan(1500);
    }

    private CommunicationRequest without(CommunicationRequest request) {
      CommunicationRequest bare = request.copy();
      bare.getExtension().removeIf(e -> e.getUrl().endsWith("/" + Decisions.ID));
      return bare;
    }
  }
}
