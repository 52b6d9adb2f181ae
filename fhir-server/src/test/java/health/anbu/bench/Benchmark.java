package health.anbu.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs with {@code mvn -Pbench verify} only. A bar that is missed is reported and fails nothing;
 * what is lost or doubled fails the run.
 */
class Benchmark {

  private static final Logger LOG = LoggerFactory.getLogger(Benchmark.class);
  private static final Path FOLDER = Path.of("target", "bench");
  private static final Path PUBLISHED = Path.of("..", "docs", "benchmarks.md");

  private final Settings settings = Settings.given();
  private final Report report = new Report();

  @Test
  void measures() throws IOException {
    Machine machine = Machine.atStart();
    long start = System.nanoTime();
    try (Bench bench = new Bench(settings)) {
      machine.with("PostgreSQL", bench.product().version());
      for (Map.Entry<String, Part> part : parts().entrySet()) {
        if (settings.has(part.getKey())) {
          part.getValue().run(bench, report);
        }
      }
    } finally {
      write(machine.with("took", "%.0f min".formatted((System.nanoTime() - start) / 60e9)));
    }
  }

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("latency", new LatencyPart());
    parts.put("complaint", new ComplaintPart());
    parts.put("start", new StartPart());
    parts.put("load", new LoadPart());
    parts.put("dispatch", new DispatchPart());
    return parts;
  }

  private void write(Machine machine) throws IOException {
    Files.createDirectories(FOLDER);
    JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValue(FOLDER.resolve("raw.json").toFile(), report.raw(machine));
    String text = report.markdown(machine, "mvn -Pbench verify");
    Files.writeString(FOLDER.resolve("benchmarks.md"), text);
    if (settings.isWhole() && !machine.isBusy()) {
      Files.writeString(PUBLISHED, text);
    }
    LOG.info("{}", text);
  }
}
