package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.fhir.Planning;
import health.anbu.outreach.plan.Explanation;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Trace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sending is stopped by a Flag, before the next call of a provider, and nothing is lost. */
@DisplayName("C33 kill switch per scenario, clinic and everywhere")
class KillSwitchTest extends TravellingRoutes {

  private static final int ALL_THREADS = 32;

  @Autowired Planning planning;

  private static final String WAITED = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다.";
  private static final Map<String, String> SUBJECTS =
      Map.of(
          "everything",
          "{\"identifier\":{\"system\":\"https://anbu-health.github.io/fhir/sid/outreach-stop\",\"value\":\"everything\"}}",
          "scenario",
          "{\"reference\":\"PlanDefinition/complaint-acknowledgement\"}",
          "other-scenario",
          "{\"reference\":\"PlanDefinition/appointment-reminder\"}",
          "scenario-of-bookings",
          "{\"reference\":\"PlanDefinition/appointment-reminder\"}",
          "clinic",
          "{\"reference\":\"Organization/branch\"}",
          "other-clinic",
          "{\"reference\":\"Organization/elsewhere\"}");

  private void flag(String subject, String status) {
    store.put(flagOf(subject, status));
    changed("Flag", "stop");
  }

  private static String flagOf(String subject, String status) {
    return """
        {"resourceType":"Flag","id":"stop","status":"%s",
         "identifier":[{"system":"https://anbu-health.github.io/fhir/sid/outreach-stop","value":"stop"}],
         "code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/outreach-stop","code":"stop"}]},
         "subject":%s}
        """
        .formatted(status, SUBJECTS.get(subject));
  }

  @AfterEach
  void lift() {
    store.delete("Flag/stop");
  }

  private String complains(String number) {
    String patient = patient(number);
    store.put(
        """
        {"resourceType":"Patient","id":"%s","name":[{"family":"김","given":["하나"]}],
         "telecom":[{"system":"phone","value":"%s"}],
         "managingOrganization":{"reference":"Organization/branch"}}
        """
            .formatted(patient, number));
    post(
        "/intake/web",
        json(Map.of("text", WAITED, "language", "ko", "from", Map.of("phone", number))));
    return patient;
  }

  private List<CommunicationRequest> requests(String patient) {
    return store.all(CommunicationRequest.class).stream()
        .filter(request -> request.getSubject().getReference().equals("Patient/" + patient))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything", "scenario", "clinic"})
  void holdsTheMessageWithItsReasonAndLetsItGoWhenLifted(String subject) {
    flag(subject, "active");
    String number = number();
    String patient = complains(number);
    await()
        .untilAsserted(
            () ->
                assertThat(requests(patient))
                    .singleElement()
                    .satisfies(
                        r ->
                            assertThat(r.getStatusReason().getCodingFirstRep().getCode())
                                .isEqualTo("kill-switch")));
    settle();
    assertThat(messages(number)).isEmpty();
    assertThat(requests(patient).get(0).getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);
    flag(subject, "inactive");
    post("/clock", json(Map.of("advance", "PT6M")));
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"other-scenario", "other-clinic"})
  void leavesWhatItIsNotAbout(String subject) {
    flag(subject, "active");
    String number = number();
    complains(number);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
  }

  /** Sent as they are to the simulator, but only when the door is open. */
  private final class SlowProvider implements AutoCloseable {

    private static final String SETTING = "anbu.channels.kakao.base-url";

    private final List<Long> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch door = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    SlowProvider() throws IOException {
      server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
      server.setExecutor(threads);
      server.createContext("/", this::pass);
      server.start();
      System.setProperty(SETTING, "http://localhost:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
      calls.add(System.nanoTime());
      try {
        door.await();
        HttpRequest.Builder request =
            HttpRequest.newBuilder(
                    URI.create(
                        "http://localhost:"
                            + port
                            + "/simulators/kakao"
                            + exchange.getRequestURI()))
                .method(
                    exchange.getRequestMethod(),
                    HttpRequest.BodyPublishers.ofByteArray(
                        exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().entrySet().stream()
            .filter(header -> header.getKey().matches("(?i)x-.*|content-type"))
            .forEach(header -> request.header(header.getKey(), header.getValue().get(0)));
        HttpResponse<byte[]> answer =
            HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        exchange.close();
      }
    }

    @Override
    public void close() {
      System.clearProperty(SETTING);
      door.countDown();
      server.stop(0);
      threads.shutdown();
    }
  }

  private String books(String number, String start) {
    String patient = patient(number);
    store.put(
        """
        {"resourceType": "Appointment", "id": "%1$s", "status": "booked", "created": "2026-03-02",
         "serviceType": [{"text": "scaling"}], "start": "%2$s",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient, start));
    changed("Appointment", patient, patient);
    return patient;
  }

  private List<CommunicationRequest> waiting(List<String> patients) {
    return patients.stream()
        .flatMap(patient -> requests(patient).stream())
        .filter(r -> "kill-switch".equals(r.getStatusReason().getCodingFirstRep().getCode()))
        .toList();
  }

  @Test
  @DisplayName("C33 inside a running batch no call starts once the switch has been on for a second")
  void stopsARunningBatchBetweenTwoCallsOfTheProvider() throws IOException {
    List<String> numbers = Stream.generate(RunningRoutes::number).limit(60).toList();
    List<String> patients;
    try (SlowProvider provider = new SlowProvider()) {
      patients = numbers.stream().map(this::complains).toList();
      await().until(() -> provider.calls.size() == ALL_THREADS);
      long committed = System.nanoTime();
      store.put(flagOf("everything", "active"));
      await().pollDelay(StandingStops.OLDEST.multipliedBy(2)).until(() -> true);
      provider.door.countDown();
      await().untilAsserted(() -> assertThat(waiting(patients)).hasSize(60 - ALL_THREADS));
      settle();
      assertThat(provider.calls)
          .hasSize(ALL_THREADS)
          .allSatisfy(call -> assertThat(call - committed).isLessThan(1_000_000_000L));
    }
    flag("everything", "inactive");
    post("/clock", json(Map.of("advance", "PT6M")));
    await()
        .untilAsserted(
            () -> assertThat(numbers).allSatisfy(n -> assertThat(messages(n)).hasSize(1)));
  }

  @Test
  @DisplayName("C33 what was stopped until it was too late stays unsent when the switch is lifted")
  void doesNotSendWhatIsTooOldWhenLifted() {
    LocalDate day = today().plusDays(1);
    flag("everything", "active");
    String number = number();
    String patient = books(number, day + "T11:00:00+09:00");
    until(day, "10:00");
    assertThat(waiting(List.of(patient))).isNotEmpty();
    until(day, "11:30");
    flag("everything", "inactive");
    post("/clock", json(Map.of("advance", "PT6M")));
    assertThat(messages(number)).isEmpty();
    assertThat(requests(patient))
        .isNotEmpty()
        .allSatisfy(r -> assertThat(r.getStatus()).isEqualTo(CommunicationRequestStatus.REVOKED));
    assertThat(requests(patient))
        .extracting(r -> r.getStatusReason().getCodingFirstRep().getCode())
        .doesNotContain("kill-switch");
  }

  @Test
  @DisplayName("C33 $explain-outreach names the Flag with its version before anything is due")
  void isExplainedBeforeAnythingIsDue() {
    String patient = books(number(), "2026-06-20T10:00:00+09:00");
    flag("scenario-of-bookings", "active");
    PatientFacts facts = planning.facts(List.of(patient)).get(patient);
    Instant now = clock.instant();
    List<Explanation.StepAnswer> ahead =
        Explanation.of(facts, planning.told(facts, now)).steps().stream()
            .filter(step -> step.result() == Explanation.Result.PLANNED)
            .toList();
    assertThat(ahead).hasSizeGreaterThanOrEqualTo(2);
    assertThat(ahead)
        .allSatisfy(
            step -> {
              assertThat(step.request().active()).isTrue();
              assertThat(step.due().toInstant()).isAfter(now);
              assertThat(step.decisive()).isEqualTo("not-stopped");
              assertThat(step.reason()).isEqualTo(Reason.KILL_SWITCH);
              Trace.Entry rule = step.rules().get(step.rules().size() - 1);
              assertThat(rule.inputs()).containsExactly("Flag/stop/_history/1");
              assertThat(rule.detail()).isEqualTo("stopped: PlanDefinition/appointment-reminder");
            });
    flag("scenario-of-bookings", "inactive");
    assertThat(Explanation.of(facts, planning.told(facts, now)).steps())
        .noneMatch(step -> "not-stopped".equals(step.decisive()));
  }

  @Test
  void countsOnlyWithinItsPeriod() {
    flag("everything", "active");
    store.put(
        store
            .json("Flag/stop")
            .replaceFirst("\"subject\"", "\"period\":{\"end\":\"2026-03-01\"},\"subject\""));
    String number = number();
    complains(number);
    await().untilAsserted(() -> assertThat(messages(number)).hasSize(1));
  }
}
