package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/**
 * What is usually built beside a stock server: a rest-hook Subscription, and a program that writes
 * the CommunicationRequest back. It checks, plans and validates nothing, writes under an id of its
 * own, and runs inside the measurement, so that its processor time is nobody's.
 */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Http stock;

  private Receiver(HttpServer server, Http stock) {
    this.server = server;
    this.stock = stock;
  }

  static Receiver of(Http stock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
      Receiver receiver = new Receiver(server, stock);
      server.createContext("/hook", receiver::receive);
      server.setExecutor(receiver.threads);
      server.start();
      receiver.subscribe();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    JsonNode procedure = Http.JSON.readTree(exchange.getRequestBody());
    String patient = procedure.path("subject").path("reference").asText().substring(8);
    LocalDate performed = LocalDate.parse(procedure.path("performedDateTime").asText());
    stock.put(Resource.request(patient, performed.plusMonths(3) + "T10:00:00+09:00"));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void subscribe() {
    String endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    stock.put(
        new Resource(
            "Subscription/treatments",
            """
            {"resourceType":"Subscription","id":"treatments","status":"requested","reason":"plan",
             "criteria":"Procedure?status=completed",
             "channel":{"type":"rest-hook","endpoint":"%s","payload":"application/fhir+json"}}
            """
                .formatted(endpoint)));
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                stock
                    .get("/fhir/Subscription/treatments")
                    .path("status")
                    .asText()
                    .equals("active"));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
