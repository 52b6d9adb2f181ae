package health.anbu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much is measured, by default in 40 minutes: {@code -Dbench=latency,load -Dbench.rounds=1} is
 * a short run.
 *
 * @param seconds how long the load of a round lasts
 * @param rate changes or complaints in a second
 * @param waiting how many requests wait while others become due, smallest first
 * @param due how many become due at once in a round
 * @param dispatches how often, for each number of waiting ones
 * @param loads how often the hospital is loaded
 * @param patients how many the sweep looks at
 * @param jvm more options for the product's JVM, with blanks between, such as a flight recording
 */
record Settings(
    List<String> parts,
    int rounds,
    int seconds,
    int rate,
    List<Integer> waiting,
    int due,
    int dispatches,
    int loads,
    int patients,
    String heap,
    List<String> jvm) {

  private static final String HOSPITAL = "shared/data/fhir/fhir-small.tar.gz";
  private static final List<String> ALL =
      List.of("latency", "complaint", "start", "load", "dispatch", "sweep", "plan");

  static Settings given() {
    return new Settings(
        words("bench", String.join(",", ALL), ","),
        Integer.getInteger("bench.rounds", 5),
        Integer.getInteger("bench.seconds", 15),
        Integer.getInteger("bench.rate", 20),
        words("bench.waiting", "10000,200000", ",").stream().map(Integer::valueOf).toList(),
        Integer.getInteger("bench.due", 2000),
        Integer.getInteger("bench.dispatches", 3),
        Integer.getInteger("bench.loads", 1),
        Integer.getInteger("bench.patients", 100_000),
        System.getProperty("bench.heap", "900m"),
        words("bench.jvm", "", " "));
  }

  Settings {
    if (!ALL.containsAll(parts)) {
      throw new IllegalArgumentException("-Dbench is some of " + ALL + ", not " + parts);
    }
  }

  private static List<String> words(String property, String otherwise, String between) {
    String text = System.getProperty(property, otherwise);
    return Arrays.stream(text.split(between)).filter(word -> !word.isBlank()).toList();
  }

  /** A start needs a database that has been used; the load and the dispatch leave most behind. */
  List<String> inOrder() {
    return ALL.stream().filter(parts::contains).toList();
  }

  /** Only a whole run may replace the published results. */
  boolean isWhole() {
    return parts.containsAll(ALL)
        && rounds >= 5
        && seconds >= 15
        && rate == 20
        && waiting.containsAll(List.of(10_000, 200_000))
        && due >= 2000
        && dispatches >= 3
        && patients >= 100_000
        && heap.equals("900m")
        && jvm.isEmpty();
  }

  OpenLoop load() {
    return new OpenLoop(rate, rate * seconds);
  }

  /** A synthetic hospital, as an archive of transaction Bundles. */
  static Optional<Path> hospital() {
    return Stream.of(
            Path.of(System.getProperty("bench.hospital", "none")),
            Path.of("..", "..", HOSPITAL),
            Path.of("..", "..", "..", HOSPITAL))
        .filter(Files::isRegularFile)
        .map(Path::toAbsolutePath)
        .findFirst();
  }
}
