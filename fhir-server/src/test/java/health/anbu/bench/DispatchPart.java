package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From due to dispatched and recorded: thousands of messages become due at one instant of the
 * simulated clock, while many requests wait for later.
 */
final class DispatchPart implements Part {

  private static final String NAME = "due to dispatched and recorded";
  private static final String RATE = "messages/s";
  private static final String DATABASE = "dispatch";
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  private int filled;
  private int roundsSoFar;

  @Override
  public void run(Bench bench, Report report) {
    Settings settings = bench.settings();
    Server.Launch launch = Server.Launch.product(Jdk.running(), bench.productJvm());
    try (Counter counter = new Counter(connected(bench));
        Server server = Server.start(launch, serverSettings(bench))) {
      Resource scenario = WaitingScenario.scenario(server.http());
      Approval.of(server.http(), scenario);
      server.http().put(scenario);
      CpuMeter database = bench.product().cpuWithout(counter.connection());
      Dispatching dispatching = new Dispatching(server, counter, database, settings.due());
      round(dispatching, 0);
      for (int waiting : settings.waiting()) {
        report.add(fill(dispatching, waiting));
        for (int i = 1; i <= settings.dispatches(); i++) {
          report.add(round(dispatching, i).named(name(waiting)));
        }
      }
      everyMessageOnce(server.http(), roundsSoFar * settings.due());
      report.add(
          Bar.atMost(
              "all in one, resident memory after dispatch, -Xmx900m",
              1536,
              "MB",
              server.megabytes()));
    }
    bars(settings, report);
  }

  private static Connection connected(Bench bench) {
    bench.product().drop(DATABASE);
    bench.product().database(DATABASE);
    return bench.product().connect(DATABASE);
  }

  private static List<String> serverSettings(Bench bench) {
    return Stream.concat(
            bench.product().database(DATABASE).stream(),
            Stream.of(
                "--anbu.mode=simulated",
                "--anbu.simulators.enabled=true",
                "--anbu.clock=simulated",
                "--anbu.clock.start=2026-03-01T09:00:00+09:00",
                "--anbu.scenarios.active=botox-retouch",
                "--anbu.clinic.name=안부의원",
                "--anbu.clinic.phone=02-555-0100",
                "--anbu.clinic.opt-out-number=080-555-0100",
                "--anbu.node.name=bench"))
        .toList();
  }

  private static String name(int waiting) {
    return "product, %,d waiting".formatted(waiting);
  }

  private Round fill(Dispatching dispatching, int waiting) {
    int more = (waiting - dispatching.planned()) / WaitingScenario.STEPS;
    long start = System.nanoTime();
    dispatching.fill(filled, more);
    filled += more;
    double seconds = (System.nanoTime() - start) / 1e9;
    return Round.of("planning of many", name(waiting), 1)
        .with("requests", dispatching.planned())
        .with("requests planned/s", more * WaitingScenario.STEPS / seconds);
  }

  private Round round(Dispatching dispatching, int number) {
    return dispatching.round(FIRST_DAY.plusDays(roundsSoFar++), number, NAME, RATE);
  }

  /** As the provider has it: no patient hears twice, and none is left out. */
  private static void everyMessageOnce(Http http, int expected) {
    Set<String> heard = new HashSet<>();
    int accepted = 0;
    for (JsonNode message : http.get("/simulators/messages")) {
      accepted++;
      heard.add(message.path("to").asText());
    }
    if (accepted != expected || heard.size() != expected) {
      throw new IllegalStateException(
          "%d patients heard %d messages, not %d".formatted(heard.size(), accepted, expected));
    }
  }

  private static void bars(Settings settings, Report report) {
    for (int waiting : settings.waiting()) {
      report.add(
          Bar.atLeast(
              "due to dispatched and recorded, %,d waiting".formatted(waiting),
              200,
              RATE,
              report.median(NAME, name(waiting), RATE)));
    }
    int fewest = settings.waiting().get(0);
    int most = settings.waiting().get(settings.waiting().size() - 1);
    report.add(
        Bar.atLeast(
            "rate at %,d waiting by that at %,d (the same)".formatted(most, fewest),
            0.9,
            "",
            report.median(NAME, name(most), RATE) / report.median(NAME, name(fewest), RATE)));
  }
}
