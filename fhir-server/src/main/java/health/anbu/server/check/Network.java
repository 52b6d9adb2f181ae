package health.anbu.server.check;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Asks other machines, and compares their clocks with ours on the way. */
final class Network {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Clock clock;
  private Duration skew;
  private String skewedBy;

  Network(Clock clock) {
    this.clock = clock;
  }

  HttpResponse<String> get(URI address, Map<String, String> headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    headers.forEach(request::header);
    return send(request);
  }

  HttpResponse<String> post(URI address) throws IOException {
    return send(HttpRequest.newBuilder(address).POST(BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(HttpRequest.Builder unsent) throws IOException {
    HttpRequest request = unsent.timeout(PATIENCE).build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      response.headers().firstValue("Date").ifPresent(date -> compare(date, request.uri()));
      return response;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void compare(String date, URI address) {
    try {
      Duration off =
          Duration.between(
                  ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
                  clock.instant())
              .abs();
      if (skew == null || off.compareTo(skew) > 0) {
        skew = off;
        skewedBy = address.getHost();
      }
    } catch (DateTimeException e) {
      skewedBy = address.getHost();
    }
  }

  /** The largest difference between our clock and one that was asked. */
  Optional<Finding> clock() {
    if (skew == null) {
      return Optional.empty();
    }
    String what = "our clock and that of " + skewedBy + " are " + skew.toSeconds() + " s apart";
    String change = "set the clock of this machine by a time server";
    if (skew.compareTo(Duration.ofMinutes(5)) > 0) {
      return Optional.of(Finding.fail("clock", what, change));
    }
    return Optional.of(
        skew.compareTo(Duration.ofSeconds(10)) > 0
            ? Finding.warn("clock", what, change)
            : Finding.ok("clock", what));
  }
}
