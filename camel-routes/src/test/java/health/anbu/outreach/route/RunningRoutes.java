package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.TestPostgres;
import health.anbu.outreach.fhir.MemoryFhirStore;
import health.anbu.outreach.plan.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** All routes and simulators as they run, over real HTTP; only the FHIR server is in memory. */
@SpringBootTest(
    classes = RunningRoutes.Application.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "anbu.mode=simulated",
      "anbu.simulators.enabled=true",
      "anbu.clock=simulated",
      "anbu.clock.start=2026-03-02T23:30:00+09:00",
      "anbu.clinic.name=안부의원",
      "anbu.clinic.phone=02-123-4567",
      "anbu.clinic.channels=kakao,sms,line",
      "anbu.complaints.rules[0].owner=CareTeam/complaints",
      "anbu.complaints.rules[1].type=facility",
      "anbu.complaints.rules[1].owner=CareTeam/gone",
      "spring.task.execution.mode=force"
    })
abstract class RunningRoutes {

  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicLong NUMBERS = new AtomicLong();

  /** Without @Configuration, so that no other test finds it by scanning. */
  @EnableAutoConfiguration
  static class Application {
    @Bean
    FhirContext fhirContext() {
      return FhirContext.forR4Cached();
    }

    @Bean
    MemoryFhirStore store() {
      MemoryFhirStore store = new MemoryFhirStore();
      store.put(read(GUIDE.resolve("ActivityDefinition-complaint-acknowledgement.json")));
      for (String step : List.of("confirmation", "three-days-before", "one-day-before")) {
        store.put(read(GUIDE.resolve("ActivityDefinition-appointment-reminder-" + step + ".json")));
      }
      store.put(
          read(GUIDE.resolve("PlanDefinition-appointment-reminder.json"))
              .replaceFirst("\"status\": *\"draft\"", "\"status\": \"active\""));
      store.put("{'resourceType':'CareTeam','id':'complaints'}".replace('\'', '"'));
      return store;
    }

    @Bean
    MemoryOutbox outbox() {
      return new MemoryOutbox();
    }
  }

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry registry) {
    registry.add("anbu.data-folder", RunningRoutes::folder);
    TestPostgres.settings("routes").forEach((name, value) -> registry.add(name, () -> value));
  }

  private static String folder() {
    try {
      return Files.createTempDirectory("routes").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Autowired MemoryFhirStore store;
  @Autowired MemoryOutbox outbox;
  @Autowired ChangeListener changes;
  @Autowired List<TimedWork> work;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void settle() {
    await().atMost(Duration.ofSeconds(20)).until(() -> work.stream().allMatch(TimedWork::isIdle));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Korean number that no other test has. */
  static String number() {
    return "010-5555-%04d".formatted(NUMBERS.incrementAndGet());
  }

  static String e164(String number) {
    return "+82" + number.substring(1).replace("-", "");
  }

  /** A patient with this number, by a new id. */
  String patient(String number) {
    String id = "p" + NUMBERS.incrementAndGet();
    store.put(
        """
        {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
         "telecom": [{"system": "phone", "value": "%s"}]}
        """
            .formatted(id, number));
    return id;
  }

  /** Tells the routes, as the server does after a commit. */
  void changed(String type, String id, String... patients) {
    Change change =
        new Change(
            NUMBERS.incrementAndGet(), type, id, "1", Change.Action.UPDATED, Set.of(patients));
    outbox.add(change);
    changes.changed(List.of(change));
    settle();
  }

  record Answer(int status, JsonNode body) {
    String text(String field) {
      return body.path(field).asText();
    }
  }

  Answer post(String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("Content-Type")) {
      all.addAll(List.of("Content-Type", "application/json"));
    }
    return exchange(request.headers(all.toArray(String[]::new)).build());
  }

  Answer exchange(HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return JSON.nullNode();
    }
  }

  JsonNode stored(String reference) {
    return json(store.json(reference));
  }

  /** What the simulated providers took for this number. */
  List<String> messages(String number) {
    return messagesTo(e164(number));
  }

  /** The same for a number in E.164 or a LINE user id. */
  List<String> messagesTo(String recipient) {
    String to = URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    Answer answer =
        exchange(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + "/simulators/messages?to=" + to))
                .build());
    assertThat(answer.status()).isEqualTo(200);
    return Stream.iterate(0, i -> i < answer.body().size(), i -> i + 1)
        .map(i -> answer.body().get(i).path("text").asText())
        .toList();
  }

  List<String> tasks() {
    return store.references().stream().filter(r -> r.startsWith("Task/")).toList();
  }

  static String json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
