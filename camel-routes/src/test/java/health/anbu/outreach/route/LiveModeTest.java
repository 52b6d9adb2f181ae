package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Live, with a provider that is not ours: the allow-list and the go-live instant hold. */
@SpringBootTest(
    classes = {RunningRoutes.Application.class, LiveModeTest.Daytime.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "anbu.mode=live",
      "anbu.live.go-live=2026-03-15T00:00:00+09:00",
      "anbu.live.allow-list=" + LiveModeTest.TESTER,
      "anbu.clock=of-this-test",
      "anbu.clinic.channels=sms",
      "anbu.clinic.name=안부의원",
      "anbu.clinic.phone=02-123-4567",
      "anbu.channels.sms.account-sid=AC1",
      "anbu.channels.sms.auth-token=hush-hush",
      "anbu.channels.sms.from=+8215880000",
      "spring.task.execution.mode=force"
    })
class LiveModeTest extends RunningRoutes {

  static final String TESTER = "+821077770001";

  private static final Queue<String> ACCEPTED = new ConcurrentLinkedQueue<>();
  private static final HttpServer PROVIDER = provider();

  static class Daytime {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-03-03T01:00:00Z"), ZoneId.of("Asia/Seoul"));
    }

    @Bean
    DataSource dataSource() {
      return DataSourceBuilder.create().url("jdbc:h2:mem:live;DB_CLOSE_DELAY=-1").build();
    }
  }

  private static HttpServer provider() {
    try {
      HttpServer provider =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      provider.createContext(
          "/",
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            ACCEPTED.add(URLDecoder.decode(new String(body), StandardCharsets.UTF_8));
            byte[] answer =
                "{\"sid\":\"SM%d\",\"status\":\"queued\"}"
                    .formatted(ACCEPTED.size())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      provider.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry properties) {
    properties.add(
        "anbu.channels.sms.base-url", () -> "http://localhost:" + PROVIDER.getAddress().getPort());
  }

  @AfterAll
  static void stop() {
    PROVIDER.stop(0);
  }

  private String booked(String number, String day) {
    String patient = patient(number);
    store.put(
        """
        {"resourceType": "Appointment", "id": "a-%1$s", "status": "booked",
         "start": "%2$sT10:00:00+09:00", "end": "%2$sT10:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient, day));
    changed("Appointment", "a-" + patient, patient);
    return patient;
  }

  private List<CommunicationRequest> requests(String patient) {
    return store.all(CommunicationRequest.class).stream()
        .filter(request -> request.getSubject().getReference().equals("Patient/" + patient))
        .toList();
  }

  @Test
  void sendsToTheAllowListAndToNobodyElse() {
    String tester = booked("010-7777-0001", "2026-03-20");
    String stranger = booked("010-7777-0002", "2026-03-20");
    await()
        .untilAsserted(
            () -> {
              assertThat(requests(tester))
                  .anyMatch(r -> r.getStatus() == CommunicationRequestStatus.COMPLETED);
              assertThat(requests(stranger))
                  .anyMatch(
                      r ->
                          r.getStatus() == CommunicationRequestStatus.REVOKED
                              && "not-on-allow-list"
                                  .equals(r.getStatusReason().getCodingFirstRep().getCode()));
            });
    assertThat(ACCEPTED).hasSize(1).allMatch(message -> message.contains("To=" + TESTER));
  }

  @Test
  void startsNothingFromBeforeItWentLive() {
    assertThat(requests(booked("010-7777-0001", "2026-03-14"))).isEmpty();
  }

  @Test
  void hasNoSimulatorsAndNoClockToMove() {
    assertThat(post("/clock", "{\"advance\": \"P1D\"}").status()).isEqualTo(404);
    assertThat(post("/simulators/twilio/faults", "{}").status()).isEqualTo(404);
    assertThat(post("/simulators/twilio/2010-04-01/Accounts/AC1/Messages.json", "To=x").status())
        .isEqualTo(404);
  }
}
