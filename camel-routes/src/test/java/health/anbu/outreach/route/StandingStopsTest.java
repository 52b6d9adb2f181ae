package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Stop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "C33 kill switches are looked up once for many messages, and never older than a moment")
class StandingStopsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Stop ALL = new Stop(Stop.Reach.EVERYTHING, null, "Flag/f/_history/1");

  private final List<Stop> server = new ArrayList<>();
  private long nanos;
  private int reads;
  private boolean down;

  private final StandingStops stops =
      new StandingStops(this::read, () -> nanos, Clock.fixed(NOW, ZoneOffset.UTC));

  private List<Stop> read() {
    reads++;
    if (down) {
      throw new FhirStore.StoreUnavailable("down", null);
    }
    return List.copyOf(server);
  }

  /** A switch for everything does not look at the patient. */
  private boolean holds() {
    PatientFacts nobody = null;
    return stops.hold("recall", nobody);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void readsOnceForABatchThatIsSentWithinAMoment() {
    for (int i = 0; i < 100; i++) {
      assertThat(holds()).isFalse();
      pass(Duration.ofMillis(2));
    }
    assertThat(reads).isEqualTo(1);
  }

  @Test
  void knowsASwitchAQuarterOfASecondAfterItIsOn() {
    assertThat(holds()).isFalse();
    server.add(ALL);
    pass(StandingStops.OLDEST);
    assertThat(holds()).isTrue();
    assertThat(StandingStops.OLDEST).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void knowsALiftedSwitchAsSoon() {
    server.add(ALL);
    assertThat(holds()).isTrue();
    server.clear();
    pass(StandingStops.OLDEST);
    assertThat(holds()).isFalse();
  }

  @Test
  void knowsAtOnceWhatItIsToldOf() {
    assertThat(holds()).isFalse();
    server.add(ALL);
    stops.changed(List.of(new Change(1, "Flag", "f", "1", Change.Action.CREATED, Set.of())));
    assertThat(holds()).isTrue();
  }

  @Test
  void looksAtThePeriodEachTime() {
    server.add(new Stop(Stop.Reach.EVERYTHING, null, "f", null, NOW));
    assertThat(holds()).isFalse();
    server.set(0, new Stop(Stop.Reach.EVERYTHING, null, "f", NOW, NOW.plusSeconds(1)));
    pass(StandingStops.OLDEST);
    assertThat(holds()).isTrue();
  }

  @Test
  void saysNothingWhereTheServerCannotBeAsked() {
    assertThat(holds()).isFalse();
    down = true;
    pass(StandingStops.OLDEST);
    assertThatThrownBy(this::holds).isInstanceOf(FhirStore.StoreUnavailable.class);
  }
}
