package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The routes are down for ten minutes in which messages come due, while the server goes on taking
 * writes. Time is moved.
 */
class RoutesDownIT {

  private static final int MANY = 200;
  private static final String DUE = "2026-03-09";

  private AnbuProcess anbu;

  @Test
  void everythingWrittenMeanwhileCountsAndNothingIsSentTwice() {
    try (AnbuProcess process =
        AnbuProcess.start(
            "routes-down",
            AnbuProcess.simulated("2026-03-02T09:00:00+09:00", "post-treatment-followup"))) {
      anbu = process;
      putAll(i -> Records.patient(patient(i), "010-7600-%04d".formatted(i + 1)));
      putAll(i -> Records.botox(patient(i) + "-first", patient(i), "2026-03-02"));
      client().untilIdle();
      client().timeIs(DUE + "T09:55:00+09:00");

      anbu.restart("--anbu.routes.enabled=false");
      putAll(i -> Records.botox(patient(i) + "-second", patient(i), DUE));
      client().putAll(stopping().mapToObj(i -> Records.optOut(patient(i))).toList());
      assertThat(client().search("CommunicationRequest")).as("nobody plans").hasSize(MANY);

      anbu.restart();
      client().untilIdle();
      client().timeIs(DUE + "T10:05:00+09:00");
      assertThat(status("first"))
          .isEqualTo(Map.of("completed", (long) MANY / 2, "revoked", (long) MANY / 2));
      assertThat(status("second"))
          .containsEntry("active", (long) MANY / 2)
          .doesNotContainKeys("completed", "on-hold");
      assertThat(client().messages())
          .extracting(message -> message.path("to").asText())
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, MANY)
                  .filter(i -> i % 2 == 0)
                  .mapToObj(i -> "+82107600%04d".formatted(i + 1))
                  .toList());
      assertThat(client().search("Task?code:not=approve-scenario")).isEmpty();
    }
  }

  private AnbuClient client() {
    return anbu.client();
  }

  /** Every second patient wants nothing more, and says so while the routes are down. */
  private static IntStream stopping() {
    return IntStream.range(0, MANY).filter(i -> i % 2 == 1);
  }

  private static String patient(int i) {
    return "d" + i;
  }

  private void putAll(Function<Integer, String> resource) {
    client().putAll(IntStream.range(0, MANY).mapToObj(resource::apply).toList());
  }

  /** How many requests for these treatments are in each status; each treatment has one at most. */
  private Map<String, Long> status(String treatment) {
    List<JsonNode> requests =
        client().search("CommunicationRequest").stream()
            .filter(request -> AnbuClient.key(request).endsWith(treatment))
            .toList();
    assertThat(requests).extracting(AnbuClient::key).doesNotHaveDuplicates();
    return requests.stream()
        .collect(Collectors.groupingBy(r -> r.path("status").asText(), Collectors.counting()));
  }
}
