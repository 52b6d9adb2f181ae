package health.anbu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Runs with {@code mvn -Pbench verify} only. A bar that is missed is reported and fails nothing;
 * what is lost or doubled fails the run.
 */
class Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
  private static final Path FOLDER = Path.of("target", "bench");
  private static final Path PUBLISHED = Path.of("..", "docs", "benchmarks.md");

  private static final Map<String, Supplier<Part>> PARTS =
      Map.of(
          "latency", LatencyPart::new,
          "complaint", ComplaintPart::new,
          "start", StartPart::new,
          "load", LoadPart::new,
          "dispatch", DispatchPart::new,
          "sweep", SweepPart::new,
          "plan", PlanPart::new);

  private final Settings settings = Settings.given();
  private final Report report = new Report();
  private final List<RuntimeException> failures = new ArrayList<>();

  @Test
  void measures() throws IOException {
    // A server that finds what an earlier run sent would take its database for a restored one.
    FileSystemUtils.deleteRecursively(FOLDER);
    Machine machine = Machine.atStart();
    long start = System.nanoTime();
    try (Bench bench = new Bench(settings)) {
      machine.with("PostgreSQL", bench.product().version());
      settings.inOrder().forEach(part -> run(part, bench));
    } finally {
      write(machine.with("took", "%.0f min".formatted((System.nanoTime() - start) / 60e9)));
    }
    assertThat(failures).isEmpty();
  }

  /** One that fails does not take the others' results with it. */
  private void run(String part, Bench bench) {
    try {
      PARTS.get(part).get().run(bench, report);
    } catch (RuntimeException e) {
      LOG.error("{} failed", part, e);
      report.note("**" + part + " failed**: " + e.getMessage());
      failures.add(e);
    }
  }

  private void write(Machine machine) throws IOException {
    Files.createDirectories(FOLDER);
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(FOLDER.resolve("raw.json").toFile(), report.raw(machine));
    String text = report.markdown(machine, "mvn -Pbench verify");
    Files.writeString(FOLDER.resolve("benchmarks.md"), text);
    if (settings.isWhole() && !machine.isBusy() && failures.isEmpty()) {
      Files.writeString(PUBLISHED, text);
    }
    LOG.info("{}", text);
  }
}
