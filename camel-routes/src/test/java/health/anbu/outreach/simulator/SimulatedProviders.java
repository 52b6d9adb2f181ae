package health.anbu.outreach.simulator;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.route.OutreachRoutes;
import health.anbu.outreach.route.ProviderEndpoints;
import health.anbu.outreach.route.ProviderHttpClient;
import health.anbu.outreach.route.SmppLink;
import health.anbu.outreach.route.TimedWork;
import health.anbu.outreach.route.WhatsappWindows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Kamelets and simulators in one real Camel context, talking over real HTTP. */
@SpringBootTest(
    classes = SimulatedProviders.Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "anbu.simulators.enabled=true",
      "anbu.channels.sms.provider=smpp",
      "anbu.channels.email.response-timeout=1500",
      "anbu.clinic.name=안부의원",
      "camel.main.routes-include-pattern=false",
      "spring.task.execution.mode=force"
    })
abstract class SimulatedProviders {
  static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
  static final String PHONE = "+821012345678";
  static final ObjectMapper JSON = new ObjectMapper();

  static final Path DATA = folder();

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("simulators");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry registry) {
    registry.add("anbu.data-folder", DATA::toString);
  }

  /** Without @Configuration, so that no other test finds it by scanning. */
  @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, OutreachRoutes.class})
  @ComponentScan(
      basePackageClasses = KakaoSimulator.class,
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"))
  @Import({
    ProviderEndpoints.class,
    ProviderHttpClient.class,
    SmppLink.class,
    WhatsappWindows.class
  })
  static class Application {
    @Bean
    SettableClock clock() {
      return new SettableClock(START);
    }

    @Bean
    ProviderScene scene(ProducerTemplate producer, Environment environment) {
      return new ProviderScene(
          producer, () -> environment.getRequiredProperty("local.server.port", Integer.class));
    }
  }

  @Autowired ProviderScene scene;
  @Autowired SettableClock clock;
  @Autowired WebhookSender webhooks;
  @Autowired AcceptedMessages accepted;
  @Autowired List<TimedWork> work;

  @BeforeEach
  void calm() {
    settle();
    scene.noFaults("kakao");
    scene.noFaults("twilio");
    scene.noFaults("line");
    scene.noFaults("whatsapp");
    scene.noFaults("smtp");
    scene.noFaults("smpp");
    scene.forget();
    clock.set(START);
  }

  void settle() {
    await().atMost(Duration.ofSeconds(20)).until(() -> work.stream().allMatch(TimedWork::isIdle));
  }
}
