package health.anbu.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTargetTest {

  private final Deque<Integer> answers = new ArrayDeque<>();
  private final Deque<String> bodies = new ArrayDeque<>();
  private final List<String> tokens = new ArrayList<>();
  private HttpServer server;
  private HttpTarget target;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/fhir",
        exchange -> {
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          exchange.getRequestBody().readAllBytes();
          byte[] body = bodies.isEmpty() ? new byte[0] : bodies.pop().getBytes(UTF_8);
          exchange.sendResponseHeaders(answers.pop(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    HttpTarget usual = HttpTarget.at("http://localhost:" + server.getAddress().getPort(), "t0ken");
    target =
        new HttpTarget(
            usual.base(), usual.token(), usual.http(), new Patience(3, Duration.ofMillis(1)));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void showsItsToken() throws Exception {
    answers.add(200);
    target.accept(new byte[0]);
    assertThat(tokens).containsExactly("Bearer t0ken");
  }

  @Test
  void triesAgainWhereSomebodyElseWasWritingTheSame() throws Exception {
    answers.addAll(List.of(409, 429, 200));
    target.accept(new byte[0]);
    assertThat(tokens).hasSize(3);
  }

  @Test
  void givesUpInTheEnd() {
    answers.addAll(List.of(409, 409, 409));
    assertThatThrownBy(() -> target.accept(new byte[0]))
        .isInstanceOf(ImportTarget.Refused.class)
        .hasMessageStartingWith("409");
  }

  @Test
  void doesNotRepeatWhatIsWrong() {
    answers.add(400);
    assertThatThrownBy(() -> target.accept(new byte[0])).isInstanceOf(ImportTarget.Refused.class);
    assertThat(tokens).hasSize(1);
  }

  @Test
  void saysWhereATokenGoes() {
    answers.add(401);
    assertThatThrownBy(() -> target.accept(new byte[0])).hasMessageContaining("ANBU_TOKEN");
  }

  private static String batch(String... statuses) {
    return Stream.of(statuses)
        .map(
            status ->
                """
                {"response": {"status": "%s", "outcome": {"resourceType": "OperationOutcome",
                 "issue": [{"diagnostics": "said of it"}]}}}
                """
                    .formatted(status))
        .collect(
            Collectors.joining(
                ",",
                "{\"resourceType\": \"Bundle\", \"type\": \"batch-response\", \"entry\": [",
                "]}"));
  }

  @Test
  void namesTheEntryOfABatchThatWasRefusedUnderA200() {
    answers.add(200);
    bodies.add(batch("201 Created", "422 Unprocessable Entity", "200 OK"));
    assertThatThrownBy(() -> target.accept(new byte[0]))
        .isInstanceOfSatisfying(
            ImportTarget.Refused.class, no -> assertThat(no.stored()).isEqualTo(2))
        .hasMessage("1 of 3 entries, the first is entry 2: 422 Unprocessable Entity said of it");
  }

  @Test
  void takesABatchOfWhichAllIsStored() throws Exception {
    answers.add(200);
    bodies.add(batch("201 Created", "200 OK"));
    target.accept(new byte[0]);
    assertThat(tokens).hasSize(1);
  }

  @Test
  void triesABatchAgainOfWhichSomebodyElseWasWritingAPart() throws Exception {
    answers.addAll(List.of(200, 200));
    bodies.addAll(List.of(batch("201 Created", "409 Conflict"), batch("200 OK", "201 Created")));
    target.accept(new byte[0]);
    assertThat(tokens).hasSize(2);
  }
}
