package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.anbu.outreach.plan.Migration;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What waits keeps its version until somebody moves it. */
class MigrationTest {

  private final TreatedPatient scene = new TreatedPatient();

  @BeforeEach
  void plannedByTheFirstVersion() throws IOException {
    scene.treated();
    scene.consent("2026-02-27", "permit");
    scene.reconcile();
  }

  /** Two months instead of three, and another text. */
  private void secondVersion() {
    ActivityDefinition words =
        scene.store.all(ActivityDefinition.class).stream()
            .filter(one -> one.getUrl().contains("botox-retouch-three-months"))
            .findFirst()
            .orElseThrow();
    words.setUrl(words.getUrl() + "-new").setId("new-words");
    words.getExtensionsByUrl(Words.extension("message-content")).stream()
        .map(content -> (StringType) content.getExtensionByUrl("body").getValue())
        .forEach(body -> body.setValue(body.getValue() + " 또 뵙겠습니다."));
    scene.put("2026-03-01", TreatedPatient.text(words));
    scene.version(
        "0.2.0",
        plan -> {
          PlanDefinitionActionComponent step = plan.getAction().get(1);
          step.setDefinition(new CanonicalType(words.getUrl()));
          step.getRelatedActionFirstRep().getOffsetDuration().setValue(2);
        });
  }

  private Parameters migrate(String mode, boolean dryRun) {
    return new MigrateOperation(
            scene.planning, scene.store, scene.catalog, TreatedPatient.CLINIC, scene.clock())
        .migrate(
            new IdType("PlanDefinition/botox-retouch"),
            mode == null ? null : new CodeType(mode),
            dryRun ? null : new BooleanType(false),
            new SystemRequestDetails());
  }

  private CommunicationRequest request() {
    return scene.store.all(CommunicationRequest.class).get(0);
  }

  private RequestRecord record() {
    return scene.facts().requests().get(0);
  }

  private static String count(Parameters answer, String name) {
    return answer.getParameter().stream()
        .filter(one -> one.getName().equals(name) && one.getValue() instanceof IntegerType)
        .map(one -> one.getValue().primitiveValue())
        .findFirst()
        .orElse("0");
  }

  private static String shown(Parameters answer, String name) {
    return answer.getParameter().stream()
        .filter(one -> one.getName().equals("request"))
        .flatMap(one -> one.getPart().stream())
        .filter(part -> part.getName().equals(name))
        .map(part -> part.getValue().primitiveValue())
        .findFirst()
        .orElse(null);
  }

  @Nested
  @DisplayName("C43 D17 what is pending keeps its version until it is migrated")
  class Pending {

    @Test
    void staysAsItWasPlanned() {
      secondVersion();
      scene.reconcile();
      assertThat(record().canonical()).endsWith("|0.1.0");
      assertThat(scene.due()).isEqualTo("2026-05-27T10:00:00+09:00");
    }

    @Test
    void isShownWithTheDifferenceAndNothingIsWritten() {
      secondVersion();
      int before = scene.store.transactions();
      Parameters answer = migrate(null, true);
      assertThat(count(answer, "migrated")).isEqualTo("1");
      assertThat(shown(answer, "from")).endsWith("|0.1.0");
      assertThat(shown(answer, "to")).endsWith("|0.2.0");
      assertThat(shown(answer, "dueBefore")).isEqualTo("2026-05-27T10:00:00+09:00");
      assertThat(shown(answer, "dueAfter")).isEqualTo("2026-04-27T10:00:00+09:00");
      assertThat(shown(answer, "textBefore")).doesNotContain("또 뵙겠습니다.");
      assertThat(shown(answer, "textAfter")).contains("김하늘", "또 뵙겠습니다.");
      assertThat(scene.store.transactions()).isEqualTo(before);
    }

    @Test
    void followsTheNewVersionOnceMigratedAndOnlyOnce() {
      secondVersion();
      assertThat(count(migrate("migrate", false), "migrated")).isEqualTo("1");
      assertThat(record().canonical()).endsWith("|0.2.0");
      assertThat(scene.due()).isEqualTo("2026-04-27T10:00:00+09:00");
      assertThat(scene.store.all(AuditEvent.class)).hasSize(1);
      String version = request().getMeta().getVersionId();
      assertThat(count(migrate("migrate", false), "migrated")).isEqualTo("0");
      scene.reconcile();
      assertThat(request().getMeta().getVersionId()).isEqualTo(version);
      assertThat(scene.store.all(AuditEvent.class)).hasSize(1);
    }

    @Test
    void isWithdrawnWithItsReasonWhereTheNewVersionDoesNotPlanIt() {
      scene.version("0.2.0", plan -> plan.getAction().get(1).setId("another-step"));
      Parameters answer = migrate("migrate", false);
      assertThat(count(answer, "withdrawn")).isEqualTo("1");
      assertThat(record().reason()).isEqualTo("not-in-plan");
    }

    @Test
    void isTakenBackForGood() {
      secondVersion();
      assertThat(count(migrate("withdraw", false), "withdrawn")).isEqualTo("1");
      assertThat(request().getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
      assertThat(record().reason()).isEqualTo("withdrawn");
      scene.reconcile();
      assertThat(request().getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED);
    }

    @Test
    void goesBackToTheVersionItHad() {
      secondVersion();
      for (String mode : List.of("migrate", "withdraw")) {
        migrate(mode, false);
        assertThat(count(migrate("rollback", false), "restored")).isEqualTo("1");
        assertThat(record().canonical()).endsWith("|0.1.0");
        assertThat(request().getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);
        assertThat(scene.due()).isEqualTo("2026-05-27T10:00:00+09:00");
        assertThat(count(migrate("rollback", false), "restored")).isEqualTo("0");
      }
    }

    @Test
    void isNeverSentTwiceForHavingBeenMigrated() {
      secondVersion();
      migrate("migrate", false);
      PatientFacts facts = scene.facts();
      scene.store.write(
          List.of(
              scene.writer.close(
                  facts, facts.requests().get(0), RequestRecord.Status.COMPLETED, null)));
      assertThat(count(migrate("rollback", false), "restored")).isEqualTo("0");
      assertThat(count(migrate("migrate", false), "migrated")).isEqualTo("0");
      scene.reconcile();
      assertThat(scene.store.all(CommunicationRequest.class))
          .singleElement()
          .extracting(CommunicationRequest::getStatus)
          .isEqualTo(CommunicationRequestStatus.COMPLETED);
    }

    @Test
    void isReadAgainWhereSomebodyWasQuicker() {
      secondVersion();
      scene.store.failNext(new FhirStore.WriteConflict("quicker", null), 2);
      assertThat(count(migrate("migrate", false), "migrated")).isEqualTo("1");
      assertThat(record().canonical()).endsWith("|0.2.0");
    }
  }

  @Nested
  class Refused {

    @Test
    void isAModeThatDoesNotExist() {
      assertThatThrownBy(() -> migrate("move", true))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContaining("withdraw or rollback");
    }

    @Test
    void isAScenarioThatDoesNotPlan() {
      scene.version("0.2.0", plan -> plan.setStatus(PublicationStatus.DRAFT));
      assertThatThrownBy(() -> migrate("migrate", true))
          .isInstanceOf(UnprocessableEntityException.class)
          .hasMessageContaining("make it active");
    }
  }

  @Nested
  class APreview {

    private Parameters preview(TreatedPatient of) {
      return new PreviewOperation(
              of.planning, of.store, of.store, of.catalog, of.clock(), TreatedPatient.SEOUL)
          .preview(new IdType("PlanDefinition/botox-retouch"), null, null);
    }

    @Test
    @DisplayName("C11 whom a draft would write to is shown before it is active")
    void countsWhomADraftWouldWriteTo() throws IOException {
      TreatedPatient draft = new TreatedPatient();
      draft.treated();
      draft.version("0.1.0", plan -> plan.setStatus(PublicationStatus.DRAFT));
      assertThat(count(preview(draft), "matched")).isEqualTo("0");
      draft.consent("2026-02-27", "permit");
      Parameters answer = preview(draft);
      assertThat(count(answer, "patients")).isEqualTo("1");
      assertThat(count(answer, "matched")).isEqualTo("1");
      assertThat(part(answer, "message", "due")).isEqualTo("2026-05-27T10:00:00+09:00");
      assertThat(draft.store.all(CommunicationRequest.class)).isEmpty();
    }

    @Test
    @DisplayName("C44 S1.19 what one server exports plans the same on another")
    void isEqualOnAnotherServer() throws IOException {
      Bundle exported =
          new ExportOperation(scene.store).export(new IdType("PlanDefinition/botox-retouch"));
      TreatedPatient other = new TreatedPatient();
      other.patient();
      other.consent("2026-02-27", "permit");
      other.store.transact(exported);
      TreatedPatient same = new TreatedPatient();
      same.treated();
      same.consent("2026-02-27", "permit");
      assertThat(other.store.all(PlanDefinition.class).get(0).getStatus())
          .isEqualTo(PublicationStatus.DRAFT);
      assertThat(count(preview(other), "matched")).isEqualTo("1");
      assertThat(text(preview(other))).isEqualTo(text(preview(same)));
    }

    private String text(Parameters answer) {
      return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(answer);
    }

    private String part(Parameters answer, String name, String part) {
      return answer.getParameter().stream()
          .filter(one -> one.getName().equals(name))
          .flatMap((ParametersParameterComponent one) -> one.getPart().stream())
          .filter(one -> one.getName().equals(part))
          .map(one -> one.getValue().primitiveValue())
          .findFirst()
          .orElse(new StringType("").getValue());
    }
  }

  @Test
  void modesAreThree() {
    assertThat(Migration.Mode.of("rollback")).contains(Migration.Mode.ROLLBACK);
    assertThat(Migration.Mode.of("other")).isEmpty();
  }
}
