package health.anbu.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A demo that cannot fail shows nothing. */
class StoryTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final StoryLog log = new StoryLog(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Nested
  class AClaim {

    @Test
    void holdsWhenWhatIsFoundIsWhatWasExpected() {
      log.check("one message", 1, 1);

      assertThat(log.held()).isTrue();
    }

    @Test
    void thatDoesNotHoldSaysWhatWasExpectedAndFound() {
      log.check("one message", 1, 1);
      log.check("another one", 1, 2);
      log.table();

      assertThat(log.held()).isFalse();
      assertThat(text()).contains("expected: 1", "found:    2", "1 of 2 claims held");
    }

    @Test
    void isNeeded() {
      assertThat(log.held()).isFalse();
    }
  }

  /** Canaries: servers that do not do the job. */
  @Nested
  class AgainstAServer {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
    }

    @AfterEach
    void stop() {
      server.stop(0);
    }

    @Test
    void thatOnlySaysYesNoChapterHolds() {
      answer(200, "{}");

      new Story(outside(), log).play();

      assertThat(log.held()).isFalse();
      assertThat(text().lines().filter(line -> line.startsWith("  ✗"))).hasSizeGreaterThan(9);
    }

    @Test
    void thatRefusesTheStoryGoesOnToItsEnd() {
      answer(500, "{\"resourceType\": \"OperationOutcome\"}");

      new Story(outside(), log).play();

      assertThat(log.held()).isFalse();
      assertThat(text()).contains("answered 500", new RevisitChapter().title());
    }

    private void answer(int status, String body) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
    }

    private Outside outside() {
      return new Outside(URI.create("http://localhost:" + server.getAddress().getPort()));
    }
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
