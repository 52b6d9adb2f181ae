package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The plugin alone, beside a server that it knows by its timestamps only. */
record Beside(Bench bench, Server server, Counter counter, CpuMeter database, Hospital hospital) {

  static final String FIRST_START = "first start of the plugin alone, all planned";
  static final String FROM_WATERMARK = "from the watermark of the plugin alone, nothing changed";

  private static final Pattern LOOKS = value("anbu_sweep_look_seconds_count");
  private static final Pattern LOOKED = value("anbu_sweep_look_seconds_sum");
  private static final Pattern RECONCILED = value("anbu_reconciled_patients_total");
  private static final String WATERMARK =
      "select count(*) from hfj_resource where res_type = 'Basic' and res_deleted_at is null";

  private static Pattern value(String metric) {
    return Pattern.compile("(?m)^" + metric + "(?:\\{[^}]*})? ([0-9.E+-]+)$");
  }

  void measure(String part, Report report) {
    Command.run("rm", "rm", "-rf", Path.of("target", "bench", "routes").toString());
    report.add(firstStart(Round.of(part, FIRST_START, 1)));
    counter.execute(Hospital.YESTERDAY);
    report.add(fromWatermark(Round.of(part, FROM_WATERMARK, 1)));
  }

  /** It knows nothing yet, so it looks at everyone. */
  private Round firstStart(Round round) {
    try (Server routes = start()) {
      Usage before = used(routes);
      long start = System.nanoTime();
      await(routes, this::isOver);
      double seconds = (System.nanoTime() - start) / 1e9;
      Usage used = used(routes).since(before);
      new Sweeping(server, counter, database, hospital).everyRequestOnce();
      counter.awaitAtLeast(1, WATERMARK);
      return round
          .with("s", seconds)
          .with("patients/s", hospital.patients() / seconds)
          .with(used, hospital.patients(), "patient");
    }
  }

  private boolean isOver(Server routes) {
    JsonNode pass = routes.http().get("/actuator/fullpass");
    return pass.path("complete").asBoolean() && !pass.path("running").asBoolean();
  }

  /** As long as its first look takes: that finds what changed while it was away. */
  private Round fromWatermark(Round round) {
    try (Server routes = start()) {
      await(routes, one -> metric(one, LOOKS) >= 1);
      double seconds = metric(routes, LOOKED) / metric(routes, LOOKS);
      if (metric(routes, RECONCILED) > 0) {
        throw new IllegalStateException("patients were looked at although nothing had changed");
      }
      return round.with("s", seconds);
    }
  }

  private Server start() {
    return Server.start(Server.Launch.routes(Jdk.running(), bench.jvm(), server), List.of());
  }

  private static void await(Server routes, Predicate<Server> state) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> state.test(routes));
  }

  private static double metric(Server routes, Pattern pattern) {
    Matcher line = pattern.matcher(routes.http().text("/actuator/prometheus"));
    return line.find() ? Double.parseDouble(line.group(1)) : 0;
  }

  /** Of both processes, for each reads what the other has. */
  private Usage used(Server routes) {
    return new Usage(server.cpu().used().plus(routes.cpu().used()), database.used());
  }
}
