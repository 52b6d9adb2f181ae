package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A database of an earlier version keeps everything when this one starts on it.
 *
 * <p>The scripts in {@code src/test/resources/upgrade} were dumped from the last version whose own
 * tables had no versions yet (H2: SCRIPT, PostgreSQL: pg_dump --inserts): three patients were
 * treated on 1 March 2026; the follow-ups of the 8th have been sent, the recalls of 1 June are due.
 */
class UpgradeIT {

  private static final int PATIENTS = 3;

  @Test
  void ofAnH2FileKeepsEverything() {
    keepsEverything(
        AnbuProcess.startOn(
            UpgradeIT::h2,
            "upgrade",
            AnbuProcess.simulated("2026-03-01T09:00:00+09:00", "vip-year-end")));
  }

  @Test
  @EnabledIf("health.anbu.outreach.TestPostgres#isWanted")
  void ofAPostgresDatabaseKeepsEverything() {
    String[] settings =
        AnbuProcess.onPostgres(
            "upgrade", AnbuProcess.simulated("2026-03-01T09:00:00+09:00", "vip-year-end"));
    keepsEverything(
        AnbuProcess.startOn(folder -> postgres(settings), "upgrade-postgres", settings));
  }

  private static void h2(Path folder) {
    run(
        "jdbc:h2:file:" + folder.resolve("data").resolve("anbu"),
        "sa",
        "",
        "runscript from 'classpath:/upgrade/h2.sql.gz' compression gzip");
  }

  private static void postgres(String... settings) {
    run(
        setting("url", settings),
        setting("username", settings),
        setting("password", settings),
        script());
  }

  private static String setting(String name, String... settings) {
    String start = "--spring.datasource." + name + "=";
    for (String setting : settings) {
      if (setting.startsWith(start)) {
        return setting.substring(start.length());
      }
    }
    throw new AssertionError(start + " is not set");
  }

  private static String script() {
    try (InputStream in =
        new GZIPInputStream(UpgradeIT.class.getResourceAsStream("/upgrade/postgres.sql.gz"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(String url, String user, String password, String sql) {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keepsEverything(AnbuProcess process) {
    try (AnbuProcess anbu = process) {
      AnbuClient client = anbu.client();
      assertThat(client.now()).as("time goes on").startsWith("2026-03-09T09:00");
      for (int i = 1; i <= PATIENTS; i++) {
        JsonNode patient = client.get("/fhir/Patient/old-" + i + "/_history/1");
        assertThat(patient.path("birthDate").asText()).isEqualTo("1990-04-05");
        assertThat(client.get("/fhir/Consent/old-" + i + "-recall").path("status").asText())
            .isEqualTo("active");
        assertThat(statuses(client, i))
            .isEqualTo(
                Map.of(
                    "post-treatment-followup:seven-days-after:Procedure/old-%d-botox".formatted(i),
                    "completed",
                    "botox-retouch:three-months-after:Procedure/old-%d-botox".formatted(i),
                    "active"));
      }
      assertThat(client.search("Communication")).hasSize(PATIENTS);
      assertThat(client.get("/fhir/PlanDefinition/botox-retouch").path("status").asText())
          .as("the clinic's choice")
          .isEqualTo("active");

      client.timeIs("2026-06-01T12:00:00+09:00");
      assertThat(anbu.accepted()).as("the old timers fire, once").isEqualTo(PATIENTS);
      assertThat(client.search("Communication")).hasSize(2 * PATIENTS);
    }
  }

  private static Map<String, String> statuses(AnbuClient client, int patient) {
    return client.requests("old-" + patient).entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().path("status").asText()));
  }
}
