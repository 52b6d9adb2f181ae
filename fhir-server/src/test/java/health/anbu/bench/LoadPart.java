package health.anbu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hospital's history is loaded by the load command into a server with everything in one process,
 * its database empty.
 */
final class LoadPart implements Part {

  private static final String NAME = "load of a hospital";
  private static final String RATE = "resources/s";
  private static final String END = "resident MB at the end";
  private static final String MIDDLE = "resident MB in the middle";
  private static final Pattern RESULT =
      Pattern.compile("(\\d+) resources from .* (\\d+) files ref.*");

  @Override
  public void run(Bench bench, Report report) {
    Optional<Path> archive = Settings.hospital();
    if (archive.isEmpty()) {
      report.note("No hospital to load here: give its archive as -Dbench.hospital.");
      return;
    }
    Path folder = unpacked(archive.get());
    for (int i = 1; i <= bench.settings().loads(); i++) {
      report.add(round(bench, folder, i));
    }
    report.add(Bar.atLeast("load of a hospital", 800, RATE, report.median(NAME, "product", RATE)));
    double end = report.median(NAME, "product", END);
    report.add(Bar.atMost("all in one, resident memory after the load, -Xmx900m", 1536, "MB", end));
    report.add(
        Bar.atMost(
            "memory at the end of the load by that in its middle",
            1.1,
            "",
            end / report.median(NAME, "product", MIDDLE)));
  }

  private static Path unpacked(Path archive) {
    Path folder = Path.of("target", "bench", "hospital").toAbsolutePath();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Command.run("tar", "tar", "xzf", archive.toString(), "-C", folder.toString());
    return folder.resolve("fhir");
  }

  private static Round round(Bench bench, Path folder, int number) {
    String database = "load_" + number;
    List<String> settings = new ArrayList<>(bench.product().database(database));
    settings.add("--anbu.scenarios.active=botox-retouch");
    Server.Launch launch = Server.Launch.product(Jdk.running(), bench.productJvm());
    try (Server server = Server.start(launch, settings);
        Counter counter = new Counter(bench.product().connect(database))) {
      return round(server, counter, bench.product().cpu(), folder, number);
    } finally {
      bench.product().drop(database);
    }
  }

  private static Round round(
      Server server, Counter counter, CpuMeter database, Path folder, int number) {
    Usage before = new Usage(server.cpu().used(), database.used());
    Process load =
        Command.start(
            Jdk.running().java(),
            "-Xmx256m",
            "-jar",
            Server.JAR.toString(),
            "load",
            folder.toString(),
            "--server=" + server.http().base());
    Memory memory = Memory.of(server, load.pid());
    Command said = Command.await("load", load);
    Usage used = new Usage(server.cpu().used(), database.used()).since(before);
    double loader = memory.stop();
    Matcher result = RESULT.matcher(said.lastLine());
    if (!result.matches() || !result.group(2).equals("0")) {
      throw new IllegalStateException("load said: " + said.lastLine());
    }
    int resources = Integer.parseInt(result.group(1));
    // Everything that follows from the load counts for the memory, too.
    counter.awaitNone(Counter.UNRECONCILED);
    return Round.of(NAME, "product", number)
        .with(RATE, resources / (said.took().toMillis() / 1e3))
        .with("resources", resources)
        .with(used, resources, "resource")
        .with(MIDDLE, memory.inTheMiddle())
        .with(END, Math.max(memory.atTheEnd(), server.megabytes()))
        .with("loader's resident MB at most", loader);
  }
}
