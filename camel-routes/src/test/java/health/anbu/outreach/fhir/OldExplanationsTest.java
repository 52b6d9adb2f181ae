package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import health.anbu.outreach.plan.Judgement;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Trace;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was decided is explained by what was known then. */
@DisplayName("X2 later changes of the records do not change an old explanation")
class OldExplanationsTest {

  private final TreatedPatient scene = new TreatedPatient();

  @BeforeEach
  void aTreatedPatient() throws IOException {
    scene.treated();
  }

  private Parameters explained(String scenario, String date) {
    ExplainOperation operation =
        new ExplainOperation(
            scene.planning,
            scene.store,
            scene.catalog,
            new Displays(),
            scene.clock(),
            TreatedPatient.SEOUL);
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
      scene.consent("2026-02-27", "permit");
      scene.reconcile();
      scene.consent("2026-04-10", "deny");
      scene.now = TreatedPatient.at("2026-04-10T15:00:00+09:00");
      scene.reconcile();
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
      scene.consent("2026-02-27", "permit");
      scene.reconcile();
      scene.now = TreatedPatient.at("2026-05-27T10:00:00+09:00");
      PatientFacts facts = scene.facts();
      RequestRecord request = facts.requests().get(0);
      Judgement judged =
          Judgement.of(scene.planning.plan(facts, scene.now), request.key(), scene.now);
      scene.store.write(
          List.of(
              scene.writer.close(
                  facts, request.judged(judged), RequestRecord.Status.COMPLETED, null)));
      scene.consent("2026-06-01", "deny");
      scene.now = TreatedPatient.at("2026-06-02T10:00:00+09:00");
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
      scene.now = TreatedPatient.at("2026-04-20T09:00:00+09:00");
      scene.consent("2026-04-10", "permit");
      assertThat(value(step(null), "result")).isEqualTo("planned");
      ParametersParameterComponent march = step("2026-03-15");
      assertThat(value(march, "result")).isEqualTo("not-planned");
      assertThat(value(march, "decisiveRule")).isEqualTo("contact-permitted");
    }

    @Test
    void leavesOutARequestThatCameLater() {
      scene.consent("2026-02-27", "deny");
      scene.reconcile();
      scene.consent("2026-03-20", "permit");
      scene.now = TreatedPatient.at("2026-03-20T12:00:01+09:00");
      scene.reconcile();
      scene.now = TreatedPatient.at("2026-04-01T09:00:00+09:00");
      assertThat(value(step("2026-03-15"), "result")).isEqualTo("not-planned");
      assertThat(value(step("2026-03-25"), "result")).isEqualTo("planned");
    }

    @Test
    void saysWhichRecordWouldStartAScenarioThatFoundNone() {
      scene.store.delete("Procedure/b");
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
      scene.consent("2026-02-27", "permit");
      List<Trace.Entry> rules =
          scene.planning.plan(scene.facts(), scene.now).trace().steps().get(0).entries().stream()
              .toList();
      assertThat(Decisions.read(Decisions.written(rules))).isEqualTo(rules);
    }

    @Test
    void isShortAndKeepsTheNewestTwelve() {
      scene.consent("2026-02-27", "permit");
      for (int i = 0; i < 20; i++) {
        scene.consent("2026-03-0" + (1 + i % 9), i % 2 == 0 ? "deny" : "permit");
        scene.now = scene.now.plusSeconds(60);
        scene.reconcile();
      }
      CommunicationRequest request = scene.store.all(CommunicationRequest.class).get(0);
      assertThat(Decisions.of(request)).hasSize(12);
      int one =
          TreatedPatient.text(request).length() - TreatedPatient.text(without(request)).length();
      assertThat(one / 12).isLessThan(1500);
    }

    private CommunicationRequest without(CommunicationRequest request) {
      CommunicationRequest bare = request.copy();
      bare.getExtension().removeIf(e -> e.getUrl().endsWith("/" + Decisions.ID));
      return bare;
    }
  }
}
