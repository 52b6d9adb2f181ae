package health.anbu.outreach.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SimulatorConfigurationTest {

  @Test
  void simulatorsAreRefusedInLiveMode() {
    assertThatIllegalStateException().isThrownBy(() -> new SimulatorConfiguration("live"));
  }

  @Test
  void nothingIsSimulatedUnlessAskedFor() {
    new ApplicationContextRunner()
        .withBean(Clock.class, Clock::systemUTC)
        .withUserConfiguration(SimulatorConfiguration.class)
        .run(context -> assertThat(context).doesNotHaveBean(AcceptedMessages.class));
  }
}
