package health.anbu.bench;

import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scenario becomes active in a hospital with many patients, of whom a third had the treatment and
 * agreed to be reminded: everyone is looked at. Then everyone is looked at again, by the operator's
 * command, when all is planned; and the plugin alone, beside the same server, goes on from its
 * watermark.
 */
final class SweepPart implements Part {

  private static final String NAME = "sweep over all patients";
  private static final String DATABASE = "sweep";
  private static final String FIRST = "from an empty plan";
  private static final String AGAIN = "forced full pass, all planned";
  private static final String SECONDS = "s";
  private static final String MIDDLE = "resident MB in the middle";
  private static final String END = "resident MB at the end";
  private static final String LIVE_MIDDLE = "live heap MB in the middle";
  private static final String LIVE_END = "live heap MB at the end";

  @Override
  public void run(Bench bench, Report report) {
    Hospital hospital = new Hospital(bench.settings().patients());
    try (Counter counter = new Counter(connected(bench))) {
      load(bench, hospital, counter);
      CpuMeter database = bench.product().cpuWithout(counter.connection());
      try (Server server = Server.start(launch(bench), settings(bench))) {
        Sweeping sweeping = new Sweeping(server, counter, database, hospital);
        report.add(sweeping.activation(Round.of(NAME, FIRST, 1)));
        report.add(sweeping.forced(Round.of(NAME, AGAIN, 1)));
      }
      try (Server server = Server.start(launch(bench), alone(bench))) {
        new Beside(bench, server, counter, database, hospital).measure(NAME, report);
      }
    }
    bars(report);
  }

  private static Connection connected(Bench bench) {
    bench.product().drop(DATABASE);
    bench.product().database(DATABASE);
    return bench.product().connect(DATABASE);
  }

  private static Server.Launch launch(Bench bench) {
    return Server.Launch.product(Jdk.running(), bench.productJvm());
  }

  private static List<String> settings(Bench bench) {
    return Stream.concat(
            bench.product().database(DATABASE).stream(),
            Stream.of(
                "--anbu.clinic.name=안부의원",
                "--anbu.clinic.phone=02-555-0100",
                "--anbu.clinic.opt-out-number=080-555-0100",
                "--anbu.node.name=bench"))
        .toList();
  }

  private static List<String> alone(Bench bench) {
    return Stream.concat(settings(bench).stream(), Stream.of("--anbu.routes.enabled=false"))
        .toList();
  }

  /** Not measured: the records are there, of yesterday, and were looked at when they came in. */
  private static void load(Bench bench, Hospital hospital, Counter counter) {
    try (Server server = Server.start(launch(bench), alone(bench))) {
      new Seeding(server.http()).put(0, hospital.patients(), hospital::records);
      if (counter.count(Hospital.PATIENTS) != hospital.patients()) {
        throw new IllegalStateException("not all patients were written");
      }
    }
    counter.execute("truncate anbu_outbox");
    counter.execute(Hospital.YESTERDAY);
    counter.execute("vacuum analyze");
  }

  private static void bars(Report report) {
    report.add(
        Bar.atMost(
            "sweep over 100,000 patients, a third eligible", 240, SECONDS, seconds(report, FIRST)));
    report.add(
        Bar.atMost(
            "sweep from the watermark, nothing changed",
            5,
            SECONDS,
            seconds(report, Beside.FROM_WATERMARK)));
    report.add(
        Bar.atMost("forced full pass, everything planned", 180, SECONDS, seconds(report, AGAIN)));
    for (String system : List.of(FIRST, AGAIN)) {
      report.add(
          Bar.atMost(
              "memory at the end of the sweep by that in its middle, " + system,
              1.1,
              "",
              report.median(NAME, system, END) / report.median(NAME, system, MIDDLE)));
      report.add(
          Bar.atMost(
              "live heap at the end of the sweep by that in its middle, " + system,
              1.1,
              "",
              report.median(NAME, system, LIVE_END) / report.median(NAME, system, LIVE_MIDDLE)));
    }
  }

  private static double seconds(Report report, String system) {
    return report.median(NAME, system, SECONDS);
  }
}
