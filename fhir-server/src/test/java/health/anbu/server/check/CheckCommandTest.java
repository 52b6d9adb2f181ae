package health.anbu.server.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

  private static final String TOKEN = "the-token-of-the-check";
  private static final String SECRET = "the-secret-of-the-clinic";

  /** Answers by path, with or without its query; 404 for all others. */
  private final Map<String, String> answers = new HashMap<>();

  private final Map<String, Integer> statuses = new HashMap<>();
  private final List<String> tokens = new ArrayList<>();
  private final List<String> settings = new ArrayList<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Clock clock = Clock.systemUTC();
  private HttpServer world;
  private String base;

  @BeforeEach
  void aWorldThatIsInOrder() throws IOException {
    world = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    world.createContext("/", this::answer);
    world.start();
    base = "http://localhost:" + world.getAddress().getPort();
    answers.put("/fhir/metadata", "{\"fhirVersion\":\"4.0.1\"}");
    answers.put(
        "/fhir/Patient", bundle(patient("1", "010-5555-0001"), patient("2", "010-5555-0002")));
    answers.put(
        "/fhir/Procedure",
        bundle("{\"code\":{\"coding\":[{\"code\":\"1\"}]},\"performedDateTime\":\"2026-03-01\"}"));
    answers.put("/fhir/Appointment", bundle("{\"start\":\"2026-03-01T10:00:00Z\"}"));
    answers.put(
        "/fhir/Consent",
        bundle(
            "{\"patient\":{\"reference\":\"Patient/1\"}}",
            "{\"patient\":{\"reference\":\"Patient/2\"}}"));
    statuses.put("/webhooks/twilio/status", 403);
    set("spring.datasource.url", "jdbc:h2:mem:check");
    set("anbu.source.base-url", base + "/fhir");
    set("anbu.public-url", base);
    set("anbu.clinic.name", "안부의원");
    set("anbu.clinic.phone", "02-555-0100");
    set("anbu.clinic.opt-out-number", "080-555-0100");
  }

  @AfterEach
  void stop() {
    world.stop(0);
  }

  private static String patient(String id, String phone) {
    return """
        {"id":"%s","birthDate":"1988-04-12","name":[{"text":"김하늘"}],
         "telecom":[{"system":"phone","value":"%s"}],
         "communication":[{"language":{"coding":[{"code":"ko"}]}}]}"""
        .formatted(id, phone);
  }

  private static String bundle(String... resources) {
    return "{\"entry\":[%s]}"
        .formatted(
            String.join(
                ",", List.of(resources).stream().map(r -> "{\"resource\":" + r + "}").toList()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
    tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
    String body = answers.getOrDefault(path + "?" + query, answers.get(path));
    int status = statuses.getOrDefault(path, body == null ? 404 : 200);
    byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void set(String name, String value) {
    settings.removeIf(setting -> setting.startsWith("--" + name + "="));
    settings.add("--" + name + "=" + value);
  }

  private int check() {
    return new CheckCommand(
            new PrintStream(said, true, StandardCharsets.UTF_8), Map.of("ANBU_TOKEN", TOKEN), clock)
        .run(settings.toArray(String[]::new));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String line(String part) {
    return said().lines().filter(line -> line.contains(part)).findFirst().orElse(said());
  }

  @Nested
  class WhereAllIsInOrder {

    @Test
    void endsWithZero() {
      assertThat(check()).as(said()).isZero();
      assertThat(said()).contains("0 failed");
      assertThat(line("Asia/Seoul")).startsWith("ok");
      assertThat(line("leads here")).startsWith("ok");
      assertThat(line("0 of 2 patients have no birth date")).startsWith("ok");
      assertThat(line("apart")).startsWith("ok");
    }

    @Test
    void showsItsTokenToTheSourceAlone() {
      check();
      assertThat(tokens).contains("Bearer " + TOKEN);
      assertThat(tokens).contains((String) null);
    }
  }

  @Nested
  class TheSettings {

    @Test
    void failWhereTheModeWouldRefuseToStart() {
      set("anbu.mode", "live");
      set("anbu.simulators.enabled", "true");
      assertThat(check()).isEqualTo(1);
      assertThat(said()).contains("anbu.simulators.enabled=true", "anbu.live.go-live is missing");
    }

    @Test
    void failWhereTheZoneIsNone() {
      set("anbu.clinic.zone", "Asia/Seuol");
      assertThat(check()).isEqualTo(1);
      assertThat(line("anbu.clinic.zone")).startsWith("fail");
    }

    @Test
    void warnOfAZoneOfAnotherCountry() {
      set("anbu.clinic.zone", "America/New_York");
      assertThat(check()).isZero();
      assertThat(line("America/New_York")).startsWith("warn");
    }

    @ParameterizedTest
    @CsvSource({
      "KR, 2026-11-22T00:00:00Z, ok",
      "IR, 2026-12-31T12:00:00Z, ok",
      "IR, 2026-12-31T21:00:00Z, warn",
      "IR, 2030-01-01T00:00:00Z, warn",
      "GB, 2026-11-22T00:00:00Z, warn"
    })
    void warnAYearBeforeTheHolidaysEnd(String jurisdiction, Instant now, String severity) {
      set("anbu.clinic.jurisdiction", jurisdiction);
      set("anbu.clinic.zone", "Asia/Tehran");
      clock = Clock.fixed(now, ZoneOffset.UTC);
      check();
      assertThat(line("holidays")).startsWith(severity).contains(jurisdiction);
    }

    @Test
    void failWhereTheDoorWouldBeOpen() {
      set("server.address", "0.0.0.0");
      assertThat(check()).isEqualTo(1);
      assertThat(line("open to the network")).startsWith("fail");
    }

    @Test
    void failWithoutTheDatabase() {
      set("spring.datasource.url", "jdbc:postgresql://127.0.0.1:9/anbu?password=" + SECRET);
      assertThat(check()).isEqualTo(1);
      assertThat(line("jdbc:postgresql")).startsWith("fail");
      assertThat(said()).doesNotContain(SECRET);
    }

    @Test
    void warnOfASecretForAllToRead() {
      set("spring.datasource.password", SECRET);
      check();
      assertThat(line("on the command line")).startsWith("warn");
      assertThat(said()).doesNotContain(SECRET);
    }
  }

  @Nested
  class TheKeys {

    @BeforeEach
    void ofTwilio() {
      set("anbu.channels.sms.account-sid", "AC1");
      set("anbu.channels.sms.auth-token", SECRET);
      set("anbu.channels.sms.from", "+8215880000");
      set("anbu.channels.sms.base-url", base);
    }

    @Test
    void areRightWhereTheProviderTakesThem() {
      answers.put("/2010-04-01/Accounts/AC1.json", "{}");
      assertThat(check()).isZero();
      assertThat(line("takes the keys")).startsWith("ok");
    }

    @Test
    void areWrongWhereItDoesNot() {
      statuses.put("/2010-04-01/Accounts/AC1.json", 401);
      assertThat(check()).isEqualTo(1);
      assertThat(line("channel sms")).startsWith("fail").contains("401");
      assertThat(said()).doesNotContain(SECRET);
    }

    @Test
    void areMissing() {
      set("anbu.channels.sms.auth-token", "");
      assertThat(check()).isEqualTo(1);
      assertThat(line("channel sms")).contains("anbu.channels.sms.auth-token missing");
    }

    @Test
    void ofNhnAreWrongThoughItAnswers200() {
      set("anbu.channels.kakao.app-key", "app");
      set("anbu.channels.kakao.secret-key", SECRET);
      set("anbu.channels.kakao.sender-key", "sender");
      set("anbu.channels.kakao.base-url", base);
      answers.put("/2010-04-01/Accounts/AC1.json", "{}");
      String path = "/alimtalk/v2.3/appkeys/app/senders";
      answers.put(path, "{\"header\":{\"isSuccessful\":false}}");
      assertThat(check()).isEqualTo(1);
      assertThat(line("channel kakao")).startsWith("fail");
      said.reset();
      answers.put(path, "{\"header\":{\"isSuccessful\":true}}");
      assertThat(check()).isZero();
    }
  }

  @Nested
  class TheWebhooks {

    @Test
    void failWhereSomebodyElseAnswers() {
      statuses.put("/webhooks/twilio/status", 404);
      assertThat(check()).isEqualTo(1);
      assertThat(line("answers 404")).startsWith("fail");
    }

    @Test
    void failWhereNobodyAnswers() {
      set("anbu.public-url", "http://localhost:9");
      assertThat(check()).isEqualTo(1);
      assertThat(line("localhost:9")).startsWith("fail");
    }

    @Test
    void areAWarningWhereNobodyCanFindThem() {
      set("anbu.public-url", "");
      assertThat(check()).isZero();
      assertThat(line("anbu.public-url is not set")).startsWith("warn");
    }
  }

  @Test
  void aClockThatIsAnHourOffFails() {
    clock = Clock.offset(clock, Duration.ofHours(1));
    assertThat(check()).isEqualTo(1);
    assertThat(line("apart")).startsWith("fail");
  }

  @Nested
  class TheSource {

    @Test
    void isCountedAndNeverQuoted() {
      answers.put(
          "/fhir/Patient",
          bundle(
              patient("1", "010-5555-0001"),
              patient("2", "010 5555 0001").replace("1988-04-12", "1988"),
              "{\"id\":\"3\",\"name\":[{\"text\":\"김하늘\"}]}",
              "{\"id\":\"4\",\"deceasedBoolean\":true}"));
      answers.put("/fhir/Procedure", bundle("{\"code\":{\"text\":\"보톡스\"}}"));
      assertThat(check()).isEqualTo(1);
      assertThat(line("1 of 3 patients have no phone")).startsWith("warn");
      assertThat(line("2 of 3 patients have no birth date")).startsWith("warn");
      assertThat(line("1 of 3 patients have no language")).startsWith("warn");
      assertThat(line("2 of 3 patients share a number")).startsWith("warn");
      assertThat(line("1 of 3 patients have no consent")).startsWith("warn");
      assertThat(line("1 of 1 procedures have no code")).startsWith("fail");
      assertThat(line("1 of 1 procedures have no day")).startsWith("warn");
      assertThat(said()).doesNotContain("김하늘", "5555", "보톡스", TOKEN);
    }

    @Test
    void isReadToItsLastPage() {
      answers.put("/fhir/Patient?page=2", bundle(patient("9", "010-5555-0009")));
      answers.put(
          "/fhir/Patient",
          bundle(patient("1", "010-5555-0001"))
              .replaceFirst(
                  "\\{",
                  "{\"link\":[{\"relation\":\"next\",\"url\":\""
                      + base
                      + "/fhir/Patient?page=2\"}],"));
      check();
      assertThat(said()).contains("0 of 2 patients have no birth date");
    }

    @Test
    void isCountedForEachClinicWhereThereAreSeveral() {
      answers.put(
          "/fhir/Patient",
          bundle(
              patient("1", "010-5555-0001")
                  .replaceFirst(
                      "\\{", "{\"managingOrganization\":{\"reference\":\"Organization/a\"},"),
              "{\"id\":\"2\",\"managingOrganization\":{\"reference\":\"Organization/b\"}}"));
      assertThat(check()).isEqualTo(1);
      assertThat(said().lines().filter(line -> line.contains("Organization/b")))
          .anyMatch(
              line -> line.startsWith("fail") && line.contains("1 of 1 patients have no phone"));
      assertThat(said().lines().filter(line -> line.contains("Organization/a")))
          .noneMatch(line -> line.startsWith("fail"));
    }

    @Test
    void failsWhereItMayNotBeRead() {
      statuses.put("/fhir/Patient", 401);
      assertThat(check()).isEqualTo(1);
      assertThat(line("cannot be read: status 401")).startsWith("fail");
      assertThat(said()).contains("ANBU_TOKEN");
    }

    @Test
    void isAWarningWhileItIsDown() {
      set("anbu.source.base-url", "http://localhost:9/fhir");
      assertThat(check()).isZero();
      assertThat(line("does not answer")).startsWith("warn");
    }
  }
}
