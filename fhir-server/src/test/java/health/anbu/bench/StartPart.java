package health.anbu.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the start of the process to ready, on a database that is there already. */
final class StartPart implements Part {

  private static final String NAME = "start to ready";
  private static final Path ARCHIVE = Path.of("target", "bench", "archive").toAbsolutePath();
  private static final String CPU = "server CPU s";

  /** What is started on which database. */
  private record Candidate(
      String name, Server.Launch launch, Postgres postgres, List<String> settings) {}

  @Override
  public void run(Bench bench, Report report) {
    // Makes the databases, where the part runs alone, and fills the page cache.
    LatencyPart.product(bench).close();
    LatencyPart.stock(bench).close();
    Optional<Jdk> newer = Jdk.twentyFive();
    List<Candidate> candidates = new ArrayList<>();
    candidates.addAll(pair(bench, Jdk.running(), List.of()));
    newer.ifPresent(jdk -> candidates.addAll(pair(bench, jdk, archiveOption(jdk))));
    for (int i = 1; i <= bench.settings().rounds(); i++) {
      for (Candidate candidate : candidates) {
        report.add(round(candidate, i));
      }
    }
    bar(report, Jdk.running(), 0.8);
    newer.ifPresentOrElse(
        jdk -> bar(report, jdk, 0.6),
        () -> report.note("There is no JDK 25 on this machine: that bar is not measured."));
  }

  private static List<Candidate> pair(Bench bench, Jdk jdk, List<String> more) {
    List<String> jvm = new ArrayList<>(bench.productJvm());
    jvm.addAll(more);
    List<String> settings = new ArrayList<>(bench.product().database(LatencyPart.DATABASE));
    settings.add("--anbu.scenarios.active=botox-retouch");
    return List.of(
        new Candidate(
            name("product", jdk), Server.Launch.product(jdk, jvm), bench.product(), settings),
        new Candidate(
            name("stock", jdk),
            Server.Launch.stock(jdk, bench.jvm()),
            bench.stock(),
            bench.stock().database(LatencyPart.DATABASE)));
  }

  private static String name(String system, Jdk jdk) {
    return system + ", JDK " + jdk.major();
  }

  /** Makes the archive by the command that docs/operations.md names. */
  private static List<String> archiveOption(Jdk jdk) {
    Command.run(
        "archive", jdk.java(), "-jar", Server.JAR.toString(), "archive", ARCHIVE.toString());
    return List.of("-XX:AOTCache=" + ARCHIVE.resolve("anbu.aot"));
  }

  private static Round round(Candidate candidate, int number) {
    Duration database = candidate.postgres.cpu().used();
    try (Server server = Server.launch(candidate.launch, candidate.settings)) {
      Duration wall = server.awaitReady();
      return Round.of(NAME, candidate.name, number)
          .with(CPU, seconds(server.cpu().used()))
          .with("PostgreSQL CPU s", seconds(candidate.postgres.cpu().used().minus(database)))
          .with("wall s", seconds(wall))
          .with("resident MB", server.megabytes());
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static void bar(Report report, Jdk jdk, double limit) {
    double share =
        report.median(NAME, name("product", jdk), CPU)
            / report.median(NAME, name("stock", jdk), CPU);
    String archive = jdk.equals(Jdk.running()) ? "" : " with the archive";
    report.add(
        Bar.atMost(
            "start to ready, CPU seconds by those of stock, JDK " + jdk.major() + archive,
            limit,
            "",
            share));
  }
}
