package health.anbu.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a change to its durable request: a treatment is written, the request for the message in
 * three months has to be there.
 */
final class LatencyPart implements Part {

  private static final String NAME = "change to durable request";
  static final String DATABASE = "outreach";

  private final String today = LocalDate.now(Clock.systemUTC()).toString();

  @Override
  public void run(Bench bench, Report report) {
    Settings settings = bench.settings();
    int each = settings.load().count();
    try (Side product = product(bench);
        Side stock = stock(bench);
        Receiver receiver = Receiver.of(stock.http())) {
      for (Side side : List.of(product, stock)) {
        seed(side, each * (settings.rounds() + 2));
      }
      awaitReconciled(bench);
      for (Side side : List.of(product, stock)) {
        warmUp(side, settings.load());
      }
      for (int i = 1; i <= settings.rounds(); i++) {
        for (Side side : i % 2 == 0 ? List.of(stock, product) : List.of(product, stock)) {
          report.add(round(side, settings.load(), i));
        }
      }
    }
    double ours = report.median(NAME, "product", "p99 ms");
    report.add(Bar.atMost("change to durable request at 20/s, p99", 250, "ms", ours));
    report.add(
        Bar.atLeast(
            "how many times sooner than stock, p99",
            20,
            "",
            report.median(NAME, "stock", "p99 ms") / ours));
  }

  static Side product(Bench bench) {
    List<String> settings = new ArrayList<>(bench.product().database(DATABASE));
    settings.add("--anbu.scenarios.active=botox-retouch");
    return Side.of(
        "product",
        Server.start(Server.Launch.product(Jdk.running(), bench.productJvm()), settings),
        bench.product(),
        DATABASE);
  }

  static Side stock(Bench bench) {
    return Side.of(
        "stock",
        Server.start(
            Server.Launch.stock(Jdk.running(), bench.jvm()), bench.stock().database(DATABASE)),
        bench.stock(),
        DATABASE);
  }

  private static String patient(int i) {
    return "latency-" + i;
  }

  private static void seed(Side side, int count) {
    new Seeding(side.http())
        .put(
            0,
            count,
            i ->
                List.of(
                    Resource.patient(patient(i), "010-2%03d-%04d".formatted(i / 9999, i % 9999)),
                    Resource.consent(patient(i))));
  }

  /** What was written so far is no part of what comes now. */
  static void awaitReconciled(Bench bench) {
    try (Counter counter = new Counter(bench.product().connect(DATABASE))) {
      counter.awaitNone(Counter.UNRECONCILED);
    }
  }

  /** Twice as many, twice as fast, and not counted. */
  private void warmUp(Side side, OpenLoop load) {
    OpenLoop warming = new OpenLoop(load.perSecond() * 2, load.count() * 2);
    int before = side.arrivals().count();
    warming.run(i -> side.http().put(Resource.botox(patient(i), today)));
    side.arrivals().await(before + warming.count());
  }

  private Round round(Side side, OpenLoop load, int number) {
    int first = (number + 1) * load.count();
    int findable = side.http().count("CommunicationRequest");
    int before = side.arrivals().count();
    Usage start = side.used();
    OpenLoop.Run run = load.run(i -> side.http().put(Resource.botox(patient(first + i), today)));
    side.arrivals().await(before + load.count());
    Usage used = side.used().since(start);
    Percentiles latencies = latencies(run, side.arrivals().byKey(), first);
    if (side.http().count("CommunicationRequest") != findable + load.count()) {
      throw new IllegalStateException(side.name() + " does not find each request once");
    }
    return Round.of(NAME, side.name(), number)
        .with(latencies)
        .with("write p99 ms", run.latencies().at(0.99))
        .with(used, load.count(), "change");
  }

  private static Percentiles latencies(OpenLoop.Run run, Map<String, Long> arrived, int first) {
    long[] nanos = new long[run.scheduled().length];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = arrived.get(Resource.key(patient(first + i))) - run.scheduled()[i];
    }
    return Percentiles.ofNanos(nanos);
  }
}
