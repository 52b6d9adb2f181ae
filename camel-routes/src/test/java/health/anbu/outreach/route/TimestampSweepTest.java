package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.MemoryFhirStore;
import health.anbu.outreach.fhir.MemorySweptServer;
import health.anbu.outreach.fhir.Query;
import health.anbu.outreach.fhir.RecentChanges;
import health.anbu.outreach.fhir.StaffTask;
import health.anbu.outreach.fhir.SweepWatermark;
import health.anbu.outreach.fhir.TaskWriter;
import health.anbu.outreach.plan.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimestampSweepTest {

  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration OVERLAP = Duration.ofMinutes(15);
  private static final String EVERYONE = "PlanDefinition/*";

  private final MemoryFhirStore plans = new MemoryFhirStore();
  private final MemorySweptServer server =
      new MemorySweptServer(plans, "https://plans.example.org/fhir");
  private final AtomicLong ids = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private TimestampSweep sweep = sweep(server);

  /** As after a start: only the watermark is left of what was before. */
  private TimestampSweep sweep(MemorySweptServer of) {
    return new TimestampSweep(
        new RecentChanges(of, FhirContext.forR4Cached()),
        new SweepWatermark(plans, of.baseUrl()),
        List.of("Patient", "Procedure", "Task"),
        new FhirServerSettings.Sweep(Duration.ZERO, OVERLAP, Duration.ZERO, "-"),
        ids::decrementAndGet,
        nanos::get);
  }

  private void patient(String id, Instant at) {
    server.put(at, "{\"resourceType\": \"Patient\", \"id\": \"%s\"}".formatted(id));
  }

  private void procedure(String id, String patient, Instant at) {
    server.put(
        at,
        "{'resourceType': 'Procedure', 'id': '%s', 'subject': {'reference': 'Patient/%s'}}"
            .formatted(id, patient)
            .replace('\'', '"'));
  }

  private List<String> pending() {
    return sweep.pending(100).stream()
        .map(change -> change.resourceType() + "/" + change.resourceId())
        .toList();
  }

  private void realTimePasses(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void workItOff() {
    done(sweep.pending(500));
  }

  /** The next look notices that nothing waits, and keeps the watermark. */
  private void done(List<Change> changes) {
    sweep.done(changes.stream().map(Change::id).toList());
    sweep.depth();
  }

  private static Instant minutes(long after) {
    return TEN.plus(Duration.ofMinutes(after));
  }

  @Nested
  class AServerThatWasNeverSwept {

    @Test
    void hasEveryoneLookedAt() {
      patient("p1", minutes(-90));
      patient("p2", TEN);

      assertThat(pending()).containsExactly(EVERYONE);
    }

    @Test
    void hasEveryoneLookedAtAgainWhenThatWasNotFinished() {
      patient("p1", TEN);
      pending();

      sweep = sweep(server);

      assertThat(pending()).contains(EVERYONE);
    }

    @Test
    void thatIsEmptyIsSweptLikeAnyOther() {
      workItOff();
      patient("p1", TEN);

      assertThat(pending()).containsExactly("Patient/p1");
    }
  }

  @Nested
  class ALook {

    @BeforeEach
    void hasBeenThere() {
      patient("p1", TEN);
      workItOff();
    }

    @Test
    void findsNothingWhereNothingChanged() {
      assertThat(pending()).isEmpty();
      assertThat(sweep.depth()).isZero();
    }

    @Test
    void findsWhatIsNewAndWhomItConcerns() {
      procedure("x", "p1", minutes(1));

      assertThat(sweep.pending(100))
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.resourceType() + "/" + change.resourceId())
                    .isEqualTo("Procedure/x");
                assertThat(change.patients()).containsExactly("p1");
              });
    }

    @Test
    void findsANewVersionOnce() {
      patient("p1", minutes(2));
      assertThat(pending()).containsExactly("Patient/p1");

      workItOff();

      assertThat(pending()).isEmpty();
    }

    @Test
    void findsWhatWasCommittedBehindNewerChanges() {
      patient("late", minutes(-14));
      realTimePasses(Duration.ofMinutes(1));

      assertThat(pending()).containsExactly("Patient/late");
    }

    @Test
    void readsTheWholeOverlapNoMoreThanOnceAMinute() {
      patient("late", minutes(-14));
      patient("little-late", minutes(-1));

      assertThat(pending()).containsExactly("Patient/little-late");
    }

    @Test
    void leavesWhatLiesBehindTheOverlapToTheFullPass() {
      patient("much-too-late", minutes(-16));
      realTimePasses(Duration.ofMinutes(1));

      assertThat(pending()).isEmpty();
    }

    @Test
    void looksOnceAtAPatientOfWhomManyRecordsChanged() {
      procedure("x", "p1", minutes(1));
      procedure("y", "p1", minutes(1));
      procedure("z", "p2", minutes(1));

      assertThat(pending()).containsExactly("Procedure/x", "Procedure/z");
    }

    @Test
    void keepsWhatIsNotDone() {
      patient("p2", minutes(1));
      pending();

      assertThat(pending()).containsExactly("Patient/p2");
    }

    @Test
    void goesThroughEveryPage() {
      for (int i = 0; i < 450; i++) {
        patient("many-" + i, minutes(1));
      }

      assertThat(sweep.depth()).isEqualTo(450);
    }

    @Test
    void doesNotTakeOurOwnWritesForNews() {
      StaffTask task = new StaffTask("call-patient", "a", "p1", null, "Call", minutes(60));
      server.setNow(minutes(1));
      server.write(List.of(new TaskWriter(ZoneId.of("Asia/Seoul")).entry(task, minutes(1))));
      assertThat(pending()).isEmpty();

      server.put(minutes(2), plans.json("Task/" + idOfTheTask()));

      assertThat(pending()).containsExactly("Task/" + idOfTheTask());
    }

    private String idOfTheTask() {
      return plans.references().stream()
          .filter(reference -> reference.startsWith("Task/"))
          .map(reference -> reference.substring("Task/".length()))
          .findFirst()
          .orElseThrow();
    }
  }

  @Nested
  class ARestart {

    @BeforeEach
    void afterASweep() {
      patient("old", minutes(-60));
      patient("p1", TEN);
      workItOff();
    }

    @Test
    void goesOnFromTheWatermark() {
      patient("meanwhile", minutes(30));

      sweep = sweep(server);

      assertThat(pending()).contains("Patient/meanwhile").doesNotContain(EVERYONE, "Patient/old");
    }

    @Test
    void looksAgainAtWhatWasNotDone() {
      patient("p2", minutes(30));
      patient("p3", minutes(60));
      assertThat(pending()).containsExactly("Patient/p2", "Patient/p3");

      sweep = sweep(server);

      assertThat(pending()).contains("Patient/p2", "Patient/p3");
    }

    @Test
    void looksAtMoreWhereTheWatermarkCouldNotBeKept() {
      patient("p2", minutes(30));
      List<Change> found = sweep.pending(100);
      plans.failNext(new FhirStore.StoreUnavailable("down", null), 1);
      done(found);

      sweep = sweep(server);

      assertThat(pending()).contains("Patient/p2");
    }
  }

  @Nested
  class AServerThatTellsTheTime {

    /** Loaded in a minute, an hour ago, and nothing since. */
    @BeforeEach
    void wasLoadedAndSwept() {
      for (int i = 0; i < 450; i++) {
        patient("p" + i, TEN);
      }
      server.tell(minutes(60));
      workItOff();
    }

    private int readIn(Runnable look) {
      int before = server.read();
      look.run();
      return server.read() - before;
    }

    @Test
    void isNotReadAgainWhereNothingIsNew() {
      realTimePasses(Duration.ofMinutes(1));

      assertThat(readIn(() -> assertThat(sweep.depth()).isZero())).isZero();
    }

    @Test
    void isReadAgainForWhatIsYoungAndNowAndThenForTheOverlap() {
      server.tell(minutes(61));
      patient("new", minutes(61));
      workItOff();

      server.tell(minutes(63));
      assertThat(readIn(() -> sweep.depth())).isEqualTo(1);
      server.tell(minutes(64));
      assertThat(readIn(() -> sweep.depth())).isZero();

      realTimePasses(Duration.ofMinutes(1));
      assertThat(readIn(() -> sweep.depth())).isEqualTo(1);
    }

    @Test
    void showsWhatIsCommittedLateHoweverManyLooksThereWere() {
      for (int minute = 61; minute < 75; minute++) {
        server.tell(minutes(minute));
        patient("new-" + minute, minutes(minute));
        workItOff();
      }
      patient("late", minutes(60));
      realTimePasses(Duration.ofMinutes(14));

      assertThat(pending()).containsExactly("Patient/late");
    }

    @Test
    void isReadNoMoreThanATenthOfTheTimeWhereThatTakesLong() {
      patient("new", minutes(60));
      realTimePasses(Duration.ofMinutes(1));
      server.delay(() -> realTimePasses(Duration.ofMinutes(2)));
      List<Change> found = sweep.pending(100);
      server.delay(() -> {});
      done(found);
      server.tell(minutes(79));
      realTimePasses(Duration.ofMinutes(17));
      sweep.depth();

      assertThat(readIn(() -> sweep.depth())).isZero();
      realTimePasses(Duration.ofMinutes(1));
      assertThat(readIn(() -> sweep.depth())).isEqualTo(1);
    }

    @Test
    void isSweptOnWhereItsClockWasSetBack() {
      server.tell(minutes(20));
      patient("new", minutes(20));

      assertThat(pending()).containsExactly("Patient/new");
    }

    @Test
    void isSweptFromTheLastLookAfterARestart() {
      patient("meanwhile", minutes(50));
      server.tell(minutes(120));

      sweep = sweep(server);

      assertThat(readIn(() -> assertThat(pending()).containsExactly("Patient/meanwhile")))
          .isEqualTo(1);
    }

    @Test
    void isSweptFromALateLookThoughNothingHadToBeDone() {
      server.tell(minutes(600));
      realTimePasses(Duration.ofHours(9));
      sweep.depth();
      sweep.depth();
      patient("much-earlier", minutes(300));

      sweep = sweep(server);

      assertThat(pending()).isEmpty();
    }
  }

  @Nested
  class TheFullPass {

    @Test
    void asksForEveryoneOnce() {
      patient("p1", TEN);
      workItOff();

      sweep.everyone();
      sweep.everyone();

      assertThat(pending()).containsExactly(EVERYONE);
    }
  }

  @Nested
  class ASourceBesideThePlans {

    private final MemorySweptServer source =
        new MemorySweptServer(new MemoryFhirStore(), "https://ehr.example.org/fhir");

    @BeforeEach
    void bothWereSwept() {
      workItOff();
      sweep = sweep(source);
      workItOff();
    }

    @Test
    void isSweptByItsOwnTimes() {
      source.put(TEN, "{\"resourceType\": \"Patient\", \"id\": \"there\"}");

      assertThat(pending()).containsExactly("Patient/there");
    }

    @Test
    void isNeverWrittenTo() {
      source.put(TEN, "{\"resourceType\": \"Patient\", \"id\": \"there\"}");
      realTimePasses(Duration.ofMinutes(1));
      workItOff();

      assertThat(source.search(Query.of("Basic"))).isEmpty();
      assertThat(new SweepWatermark(plans, source.baseUrl()).read()).containsEntry("Patient", TEN);
      assertThat(new SweepWatermark(plans, server.baseUrl()).read())
          .containsEntry("Patient", Instant.EPOCH);
    }
  }
}
