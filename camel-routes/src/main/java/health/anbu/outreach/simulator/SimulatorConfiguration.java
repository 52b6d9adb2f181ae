package health.anbu.outreach.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the simulated providers together; in live mode the product refuses to start with them. */
@Simulated
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

  SimulatorConfiguration(@Value("${anbu.mode:shadow}") String mode) {
    if (mode.equalsIgnoreCase("live")) {
      throw new IllegalStateException(
          "anbu.simulators.enabled=true is refused in live mode: patients would hear nothing");
    }
  }

  @Bean
  Journal simulatorJournal(@Value("${anbu.data-folder:./data}") Path dataFolder) {
    return new Journal(dataFolder.resolve("simulators").resolve("accepted.jsonl"));
  }

  @Bean
  AcceptedMessages acceptedMessages(
      Journal simulatorJournal, Clock clock, @Value("${anbu.clinic.zone:Asia/Seoul}") ZoneId zone) {
    return new AcceptedMessages(simulatorJournal, clock, zone);
  }

  @Bean
  Faults simulatorFaults() {
    return new Faults();
  }

  @Bean
  WebhookSender simulatorWebhooks(Clock clock) {
    return new WebhookSender(clock);
  }

  @Bean
  Numbers simulatorNumbers(@Value("${anbu.clinic.jurisdiction:KR}") String region) {
    return new Numbers(region);
  }

  /** The numbers without KakaoTalk; by default all that end in 0000. */
  @Bean
  Carrier simulatedCarrier(
      Faults faults,
      AcceptedMessages messages,
      @Value("${anbu.simulators.without-kakao:.*0000}") String withoutKakao) {
    return new Carrier(faults, messages, withoutKakao);
  }
}
