package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.OutreachPlanner;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Reconciliation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StaffChangesTest {

  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");

  private final MemoryFhirStore store = new MemoryFhirStore().takingAnyReference();
  private final ScenarioCatalog catalog = new ScenarioCatalog(store, new FhirPaths(R4));
  private final ClinicPolicy clinic =
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

  private int reconcile() {
    PatientFacts facts =
        new FactsReader(store, store, new PhoneNumbers("KR"))
            .read(List.of("kim"), SEOUL)
            .get("kim");
    OutreachPlan plan = OutreachPlanner.plan(facts, catalog.scenarios(List.of()), clinic, NOW);
    List<Write> writes =
        new RequestWriter(SEOUL).entries(facts, Reconciliation.of(facts, plan), NOW);
    if (!writes.isEmpty()) {
      store.write(writes);
    }
    return writes.size();
  }

  private String pending() {
    return store.references().stream()
        .filter(reference -> reference.startsWith("CommunicationRequest/"))
        .map(store::json)
        .reduce("", String::concat);
  }

  @Test
  @DisplayName(
      "S1.10 another or no practitioner leaves the pending requests byte for byte the same")
  void leaveWhatIsPendingAsItIs() {
    store.put(R4.newJsonParser().parseResource(ActivityDefinition.class, BadScenariosTest.words()));
    store.put(
        R4.newJsonParser().parseResource(PlanDefinition.class, BadScenariosTest.plan("good")));
    store.put(
        "{\"resourceType\":\"Patient\",\"id\":\"kim\",\"active\":true,\"telecom\":[{\"system\":\"phone\",\"use\":\"mobile\",\"value\":\"010-0000-0001\"}]}");
    Practitioner lee = new Practitioner();
    lee.setId("lee");
    store.put(lee);
    Procedure done =
        R4.newJsonParser()
            .parseResource(
                Procedure.class,
                """
                {"resourceType":"Procedure","id":"p","status":"completed","subject":{"reference":"Patient/kim"},
                 "performedDateTime":"2026-04-01","performer":[{"actor":{"reference":"Practitioner/lee"}}]}
                """);
    store.put(done);
    assertThat(reconcile()).isEqualTo(1);
    String before = pending();
    assertThat(before).contains("good:ask:Procedure/p");

    store.put(lee.setActive(false));
    assertThat(reconcile()).isZero();
    done.getPerformerFirstRep().getActor().setReference("Practitioner/park");
    store.put(done);
    assertThat(reconcile()).isZero();
    assertThat(pending()).isEqualTo(before);
  }
}
