package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.FhirStore.RefusedByStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PackagedFallbackTest {

  private static final String BOTOX = Words.BASE + "/PlanDefinition/botox-retouch";
  private static final Query ACTIVE = Query.of("PlanDefinition").where("status", "active");

  private final MemoryFhirStore server = new MemoryFhirStore();
  private FhirStore store = store(false);

  private FhirStore store(boolean ownKind) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneId.of("Asia/Seoul"));
    PackagedGuide guide =
        new PackagedGuide(FhirContext.forR4Cached(), List.of("botox-retouch"), clock);
    return new PackagedFallback(server, guide, () -> ownKind);
  }

  private Map<String, String> refused() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneId.of("Asia/Seoul"));
    FhirPaths paths = new FhirPaths(FhirContext.forR4Cached());
    Approvals approvals = new ApprovalTasks(store, () -> false, "KR", clock, clock.getZone());
    return new ScenarioCatalog(store, paths, Edition.ofOneProcess(), approvals).refused();
  }

  private static List<String> ids(List<Resource> found) {
    return found.stream().map(one -> one.getIdElement().getIdPart()).toList();
  }

  @Nested
  class AServerThatTakesThem {

    @Test
    void getsThemAtTheFirstQuestion() {
      assertThat(ids(store.search(ACTIVE))).containsExactly("botox-retouch");
      assertThat(server.all(PlanDefinition.class)).hasSizeGreaterThan(3);
      assertThat(server.all(ActivityDefinition.class)).isNotEmpty();
    }

    @Test
    void hasDraftsButForWhatTheOperatorApproved() {
      store.search(ACTIVE);
      assertThat(server.all(PlanDefinition.class))
          .filteredOn(plan -> plan.getStatus() == PublicationStatus.ACTIVE)
          .singleElement()
          .satisfies(
              plan -> {
                assertThat(plan.getUrl()).isEqualTo(BOTOX);
                assertThat(plan.getApprovalDateElement().asStringValue()).isEqualTo("2026-03-01");
                assertThat(plan.getEndorserFirstRep().getName()).contains("Operator");
              });
    }

    @Test
    @DisplayName("S5.21 records the operator's approval with what is put there")
    void recordsTheOperatorsApproval() {
      assertThat(refused()).isEmpty();
      assertThat(server.all(Task.class))
          .singleElement()
          .satisfies(
              task -> {
                assertThat(task.getStatus()).isEqualTo(TaskStatus.COMPLETED);
                assertThat(task.getOwner().getDisplay()).contains("Operator");
              });
    }

    @Test
    @DisplayName("S5.21 a server from before has the approval added, but none that staff refused")
    void addsTheApprovalOnce() {
      store.search(ACTIVE);
      Task task = server.all(Task.class).get(0);
      server.delete("Task/" + task.getIdElement().getIdPart());
      store = store(false);
      assertThat(refused()).isEmpty();
      server.put(task.setStatus(TaskStatus.REJECTED));
      store = store(false);
      assertThat(refused()).containsOnlyKeys("botox-retouch");
    }

    @Test
    void keepsWhatTheClinicMadeOfThem() {
      store.search(ACTIVE);
      PlanDefinition retired = server.read(PlanDefinition.class, "botox-retouch").orElseThrow();
      server.put(retired.setStatus(PublicationStatus.RETIRED));
      store = store(false);
      assertThat(store.search(ACTIVE)).isEmpty();
    }
  }

  @Nested
  class AServerThatRefusesThem {

    @BeforeEach
    void says() {
      server.failNext(new RefusedByStore("no definitions here", null), 1);
    }

    @Test
    void leavesThemWithUs() {
      assertThat(ids(store.search(ACTIVE))).containsExactly("botox-retouch");
      assertThat(server.references()).isEmpty();
      assertThat(store.read(PlanDefinition.class, "botox-retouch")).isPresent();
      assertThat(store.search(Query.of("PlanDefinition").where("url", BOTOX))).hasSize(1);
      assertThat(store.count(ACTIVE)).isEqualTo(1);
    }

    @Test
    @DisplayName("S5.21 plans what the operator listed, and remembers the approval here")
    void leavesTheApprovalWithUs() {
      assertThat(refused()).isEmpty();
      assertThat(server.references()).isEmpty();
    }

    @Test
    void isNotAnsweredForInAnythingElse() {
      assertThat(store.search(Query.of("Patient"))).isEmpty();
    }
  }

  @Test
  void aServerOfOurKindBringsItsOwn() {
    assertThat(store(true).search(ACTIVE)).isEmpty();
    assertThat(server.references()).isEmpty();
  }
}
