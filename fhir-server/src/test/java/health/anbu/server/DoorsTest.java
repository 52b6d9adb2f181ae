package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class DoorsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final TestIssuer issuer = new TestIssuer();
  private ServletWebServerApplicationContext site;

  /** The doors and behind them a servlet that answers 200 to everything. */
  @TestConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  @EnableConfigurationProperties(SecuritySettings.class)
  @Import({Doors.class, PlainPaths.class, PublicPort.class})
  static class Site {

    @Bean
    ServletRegistrationBean<HttpServlet> everything() {
      return new ServletRegistrationBean<>(
          new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
              response.getWriter().write("inside");
            }
          },
          "/fhir/*",
          "/overview/*",
          "/clock/*",
          "/simulators/*",
          "/webhooks/*",
          "/wake-up/*",
          "/intake/*",
          "/actuator/*");
    }
  }

  private void open(String... settings) {
    site =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Site.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments(settings));
  }

  private static String[] arguments(String... settings) {
    return Stream.concat(Stream.of("server.port=0"), Stream.of(settings))
        .map(setting -> "--" + setting)
        .toArray(String[]::new);
  }

  @AfterEach
  void close() {
    if (site != null) {
      site.close();
    }
    issuer.close();
  }

  private HttpResponse<String> ask(String method, String path, String token) {
    return ask(site.getWebServer().getPort(), method, path, token);
  }

  private static HttpResponse<String> ask(int port, String method, String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.noBody());
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Nested
  class WithAnIssuer {

    @BeforeEach
    void open() {
      DoorsTest.this.open("anbu.security.issuer=" + issuer.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/fhir/Patient", "/overview", "/clock", "/simulators/messages"})
    void refusesCallersWithoutToken(String path) {
      HttpResponse<String> answer = ask("GET", path, null);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/fhir+json");
      assertThat(answer.body()).contains("OperationOutcome").contains("\"login\"");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"/actuator/health", "/webhooks/twilio/status", "/intake/web", "/wake-up"})
    void letsCallersInWhoNeedNone(String path) {
      assertThat(ask("POST", path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheMetricsBehindTheDoor() {
      assertThat(ask("GET", "/actuator/prometheus", null).statusCode()).isEqualTo(401);
    }

    @Test
    void isNotFooledByPathsThatOnlyLookOpen() {
      assertThat(ask("GET", "/fhir/Patient/webhooks/x", null).statusCode()).isEqualTo(401);
      assertThat(ask("GET", "/webhooks/../fhir/Patient", null).statusCode()).isEqualTo(400);
      assertThat(ask("GET", "/webhooks/..;/fhir/Patient", null).statusCode()).isEqualTo(400);
      assertThat(ask("GET", "/webhooks/%2e%2e/fhir/Patient", null).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesTokensThatAreNotTheIssuers() {
      String scope = "system/*.read";
      assertThat(ask("GET", "/fhir/Patient", "nonsense").statusCode()).isEqualTo(401);
      assertThat(ask("GET", "/fhir/Patient", issuer.tokenOfSomebodyElse(scope)).statusCode())
          .isEqualTo(401);
      assertThat(ask("GET", "/fhir/Patient", issuer.expiredToken(scope)).statusCode())
          .isEqualTo(401);
      assertThat(ask("GET", "/fhir/Patient", issuer.tokenFromAnotherIssuer(scope)).statusCode())
          .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
      "GET,    /fhir/Patient,               system/*.read,                200",
      "GET,    /fhir/Patient?name=a,        user/*.read,                  200",
      "POST,   /fhir/Patient/_search,       user/*.read,                  200",
      "GET,    /fhir/Patient,               system/*.rs,                  200",
      "GET,    /fhir/Patient,               system/*.write,               403",
      "GET,    /fhir/Patient,               system/*.r,                   403",
      "GET,    /fhir/Patient,               patient/*.read,               403",
      "GET,    /fhir/Patient,               system/Patient.read,          403",
      "GET,    /fhir/Patient,               openid,                       403",
      "PUT,    /fhir/Patient/1,             system/*.read,                403",
      "PUT,    /fhir/Patient/1,             system/*.write,               200",
      "DELETE, /fhir/Patient/1,             openid user/*.cruds,          200",
      "POST,   /fhir,                       system/*.write,               403",
      "POST,   /fhir/,                      system/*.write,               403",
      "POST,   /fhir,                       system/*.read system/*.write, 200",
      "POST,   /fhir/Patient/1/$everything, system/*.write,               403",
      "POST,   /fhir/Patient/$validate,     system/*.*,                   200",
      "POST,   /clock,                      system/*.read,                403",
    })
    void allowsWhatTheScopeSays(String method, String path, String scope, int status) {
      assertThat(ask(method, path, issuer.token(scope)).statusCode()).isEqualTo(status);
    }

    @Test
    void saysWhichScopesAreMissing() {
      HttpResponse<String> answer = ask("PUT", "/fhir/Patient/1", issuer.token("system/*.read"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("OperationOutcome").contains("system/*.write");
    }
  }

  @Nested
  class WithAnAudience {

    @Test
    void refusesTokensForOthers() {
      open(
          "anbu.security.issuer=" + issuer.url(),
          "anbu.security.jwk-set-uri=" + issuer.url() + "/keys",
          "anbu.security.audience=anbu");
      String scope = "system/*.read";
      assertThat(ask("GET", "/fhir/Patient", issuer.tokenFor("anbu", scope)).statusCode())
          .isEqualTo(200);
      assertThat(ask("GET", "/fhir/Patient", issuer.tokenFor("billing", scope)).statusCode())
          .isEqualTo(401);
    }
  }

  @Nested
  class WithAnIssuerThatIsDown {

    @Test
    void asksToTryAgain() {
      open("anbu.security.issuer=http://localhost:1");
      HttpResponse<String> answer = ask("GET", "/fhir/Patient", issuer.token("system/*.read"));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("OperationOutcome").contains("transient");
    }
  }

  @Nested
  class WithoutIssuer {

    @Test
    void isOpenToThisMachine() {
      open();
      assertThat(ask("PUT", "/fhir/Patient/1", null).statusCode()).isEqualTo(200);
      assertThat(ask("GET", "/overview", null).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsBrowsersToBeCareful() {
      open();
      var headers = ask("GET", "/fhir/Patient", null).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }
  }

  @Nested
  class WithAPublicPort {

    @Test
    void servesNothingButWebhooksAndIntakeThere() throws IOException {
      int port = freePort();
      open("anbu.public.port=" + port);
      assertThat(ask(port, "POST", "/webhooks/twilio/status", null).statusCode()).isEqualTo(200);
      assertThat(ask(port, "POST", "/intake/web", null).statusCode()).isEqualTo(200);
      assertThat(ask(port, "PUT", "/wake-up/Encounter/1", null).statusCode()).isEqualTo(200);
      assertThat(ask(port, "GET", "/fhir/Patient", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/overview", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/clock", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/simulators/messages", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/timeline.html", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/actuator/health", null).statusCode()).isEqualTo(404);
      assertThat(ask(port, "GET", "/webhooks/..;/fhir/Patient", null).statusCode()).isEqualTo(400);
      assertThat(ask("GET", "/fhir/Patient", null).statusCode()).isEqualTo(200);
    }

    private static int freePort() throws IOException {
      try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }
  }
}
