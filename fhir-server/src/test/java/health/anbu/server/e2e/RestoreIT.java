package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * A back-up of yesterday is restored, as docs/operations.md says, after 1,000 messages have gone
 * out of which it knows nothing.
 */
class RestoreIT {

  private static final String SMS_ONLY = "kakao";

  private AnbuProcess anbu;
  private int many;

  /** How an operator backs up and restores. */
  private interface BackUp {

    void take();

    /** While the product is down. */
    void restore();
  }

  private static String[] settings(String... database) {
    return Stream.concat(
            Stream.of(
                AnbuProcess.simulated(
                    "2026-03-02T09:00:00+09:00", "post-treatment-followup,appointment-reminder")),
            Stream.of(database))
        .toArray(String[]::new);
  }

  @Test
  void ofAnH2FileDoublesNothing() {
    try (AnbuProcess process = AnbuProcess.start("restore", settings())) {
      anbu = process;
      nothingIsDoubled(1000, new CopiedFile());
    }
  }

  @Test
  @EnabledIf("health.anbu.server.e2e.InstalledPostgres#isThere")
  void ofAPostgresDumpDoublesNothing(@TempDir Path dumps) {
    try (InstalledPostgres postgres = InstalledPostgres.start()) {
      postgres.run("createdb", "anbu");
      try (AnbuProcess process =
          AnbuProcess.start("restore-postgres", settings(postgres.settings("anbu")))) {
        anbu = process;
        nothingIsDoubled(300, new Dump(postgres, dumps.resolve("anbu.dump").toString()));
      }
    }
  }

  /** A file of H2 is copied while nothing has it open. */
  private final class CopiedFile implements BackUp {

    @Override
    public void take() {
      anbu.stop();
      copy(file(), yesterday());
      anbu.start();
    }

    @Override
    public void restore() {
      copy(yesterday(), file());
    }

    private Path file() {
      return anbu.folder().resolve("data").resolve("anbu.mv.db");
    }

    private Path yesterday() {
      return anbu.folder().resolve("anbu-yesterday.mv.db");
    }

    private void copy(Path from, Path to) {
      try {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A dump is taken while the product works. */
  private record Dump(InstalledPostgres postgres, String file) implements BackUp {

    @Override
    public void take() {
      postgres.run("pg_dump", "--format=custom", "--file=" + file, "anbu");
    }

    @Override
    public void restore() {
      postgres.run("dropdb", "anbu");
      postgres.run("createdb", "anbu");
      postgres.run("pg_restore", "--no-owner", "--dbname=anbu", file);
    }
  }

  private void nothingIsDoubled(int messages, BackUp backUp) {
    many = messages;
    treatEveryone();
    client().timeIs("2026-03-08T18:00:00+09:00");
    backUp.take();
    theLostDay();
    long sent = anbu.accepted();
    assertThat(sent).isEqualTo(many + 2);
    anbu.kill();
    backUp.restore();
    anbu.start();
    assertThat(anbu.log()).contains("the database was restored");
    // The EHR writes again what was lost with the back-up.
    client().putAll(booking());
    client().untilIdle();
    client().timeIs("2026-03-09T17:00:00+09:00");

    assertThat(anbu.accepted()).as("not one was sent again").isEqualTo(sent);
    recordsAreWhatTheProvidersHave();
    staffCheckWhatCannotBeKnown();
    dispatchGoesOnByItself(sent);
  }

  private AnbuClient client() {
    return anbu.client();
  }

  private List<String> each(Function<Integer, String> resource) {
    return IntStream.range(0, many).mapToObj(resource::apply).toList();
  }

  private static String patient(int i) {
    return "b" + i;
  }

  /** Due on the morning of the 9th; one more is due on the 12th. */
  private void treatEveryone() {
    client().putAll(each(i -> Records.patient(patient(i), "010-7400-%04d".formatted(i + 1))));
    client()
        .putAll(
            IntStream.range(0, many)
                .filter(i -> i % 2 == 1)
                .mapToObj(i -> Records.optOutOfChannel(patient(i), SMS_ONLY))
                .toList());
    client().putAll(each(i -> treated(patient(i), "2026-03-02")));
    client()
        .putAll(
            List.of(
                Records.patient("renamed", "010-7500-0001"),
                Records.optOutOfChannel("renamed", SMS_ONLY),
                treated("renamed", "2026-03-02"),
                Records.patient("later", "010-7500-0002"),
                treated("later", "2026-03-05")));
    client().untilIdle();
  }

  private static String treated(String patient, String day) {
    return Records.botox(patient + "-botox", patient, day);
  }

  /** After the back-up: all follow-ups go out, one under another name, and one visit is booked. */
  private void theLostDay() {
    client().put(Records.patient("renamed", "010-7500-0001").replace("하나", "둘"));
    client().putAll(booking());
    client().timeIs("2026-03-09T12:00:00+09:00");
  }

  private static List<String> booking() {
    return List.of(
        Records.patient("booked", "010-7500-0003"),
        Records.appointment("booked-visit", "booked", "2026-03-25T15:00:00+09:00", "booked"));
  }

  private void recordsAreWhatTheProvidersHave() {
    String renamed = "+821075000001";
    assertThat(client().search("Communication?status=completed,in-progress"))
        .extracting(m -> m.path("identifier").path(0).path("value").asText())
        .containsExactlyInAnyOrderElementsOf(
            client().messages().stream()
                .filter(m -> !m.path("to").asText().equals(renamed))
                .map(m -> m.path("providerId").asText())
                .toList());
    List<JsonNode> requests =
        client().search("CommunicationRequest?status=completed&_elements=identifier");
    assertThat(requests).extracting(AnbuClient::key).doesNotHaveDuplicates().hasSize(many + 1);
  }

  /** The provider has a message to that number, but with other words than ours would be now. */
  private void staffCheckWhatCannotBeKnown() {
    assertThat(client().search("CommunicationRequest?patient=Patient/renamed"))
        .singleElement()
        .satisfies(r -> assertThat(r.path("status").asText()).isEqualTo("on-hold"));
    assertThat(client().search("Communication?patient=Patient/renamed"))
        .extracting(AnbuClient::deliveryStatus)
        .containsExactly("unknown");
    assertThat(client().search("Task?code:not=approve-scenario"))
        .singleElement()
        .asString()
        .contains("check-unknown-delivery", "Patient/renamed");
  }

  private void dispatchGoesOnByItself(long sent) {
    client().timeIs("2026-03-12T12:00:00+09:00");
    assertThat(anbu.accepted()).isEqualTo(sent + 1);
    assertThat(client().messagesTo("010-7500-0002")).hasSize(1);
  }
}
