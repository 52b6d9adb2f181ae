package health.anbu.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that was measured, and what it says about what was promised. */
final class Report {

  private static final Logger LOG = LoggerFactory.getLogger(Report.class);

  private final List<Round> rounds = new ArrayList<>();
  private final List<Bar> bars = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void add(Round round) {
    rounds.add(round);
    LOG.info("{}, {}, round {}: {}", round.part(), round.system(), round.number(), round.values());
  }

  void add(Bar bar) {
    bars.add(bar);
    LOG.info("{}", bar.row());
  }

  void note(String note) {
    notes.add(note);
    LOG.warn("{}", note);
  }

  List<Round> rounds() {
    return rounds;
  }

  /** Over the rounds of this part and system. */
  double median(String part, String system, String value) {
    return Percentiles.median(
        of(part, system)
            .map(round -> round.values().get(value))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  private Stream<Round> of(String part, String system) {
    return rounds.stream()
        .filter(round -> round.part().equals(part) && round.system().equals(system));
  }

  String markdown(Machine machine, String command) {
    StringBuilder text = new StringBuilder("# Benchmarks\n\n");
    text.append("Written by `").append(command).append("`, which measures the product and stock ");
    text.append("HAPI of the same version in one run, alternating, each on a PostgreSQL of its ");
    text.append("own that writes its commits to the disk. Values are medians over the rounds.\n");
    if (machine.isBusy()) {
      text.append("\n**The machine was busy when this began: these are no results.**\n");
    }
    text.append("\n| machine | |\n|---|---|\n");
    machine.facts().forEach((name, value) -> text.append(cells(name, value)));
    text.append("\n## What was promised\n\n| bar | promised | measured | verdict |\n");
    text.append("|---|---|---|---|\n");
    bars.forEach(bar -> text.append(bar.row()).append('\n'));
    notes.forEach(note -> text.append('\n').append(note).append('\n'));
    parts().forEach(part -> text.append(table(part)));
    return text.append('\n').append(HOW).toString();
  }

  private Set<String> parts() {
    return rounds.stream().map(Round::part).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private String table(String part) {
    List<Round> all = rounds.stream().filter(round -> round.part().equals(part)).toList();
    Set<String> names = names(all, round -> round.values().keySet());
    Set<String> systems = names(all, round -> Set.of(round.system()));
    StringBuilder text = new StringBuilder("\n## " + capital(part) + "\n\n| |");
    names.forEach(name -> text.append(' ').append(name).append(" |"));
    text.append(" rounds |\n|---|").append("---|".repeat(names.size() + 1)).append('\n');
    for (String system : systems) {
      text.append("| ").append(system).append(" |");
      names.forEach(name -> text.append(' ').append(cell(part, system, name)).append(" |"));
      text.append(' ').append(of(part, system).count()).append(" |\n");
    }
    systems.stream()
        .filter(system -> systems.contains(counterpart(system)))
        .forEach(system -> text.append(ratios(part, system, names)));
    return text.toString();
  }

  /** Empty where it has no such value. */
  private String cell(String part, String system, String name) {
    return of(part, system).anyMatch(round -> round.values().containsKey(name))
        ? Bar.number(median(part, system, name))
        : "";
  }

  /** Stock, where it is stock that this is compared with. */
  private static String counterpart(String system) {
    return system.startsWith("product") ? system.replace("product", "stock") : "";
  }

  private String ratios(String part, String system, Set<String> names) {
    String stock = counterpart(system);
    StringBuilder text = new StringBuilder("| *" + system + " / " + stock + "* |");
    for (String name : names) {
      double ratio = median(part, system, name) / median(part, stock, name);
      text.append(' ').append(Bar.number(ratio)).append(" |");
    }
    return text.append(" |\n").toString();
  }

  private static Set<String> names(List<Round> rounds, Function<Round, Set<String>> names) {
    return rounds.stream()
        .flatMap(round -> names.apply(round).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String cells(String name, String value) {
    return "| " + name + " | " + value + " |\n";
  }

  /** For the raw file. */
  Map<String, Object> raw(Machine machine) {
    return Map.of("machine", machine.facts(), "rounds", rounds, "bars", bars, "notes", notes);
  }

  private static final String HOW =
      """
      ## How it is measured

      * **Change to durable request.** Treatments are written on a fixed schedule, whether or not
        earlier ones have been answered, and the time counts from the scheduled moment to the commit
        that makes the request findable, seen in the database within 5 ms. Beside stock HAPI a
        rest-hook Subscription tells a receiver, which writes the request back at once; the receiver
        runs inside the measurement, its processor time is counted for nobody.
      * **Complaint to Task findable.** Until a FHIR search, sent after the answer, has found it.
      * **Due to dispatched and recorded.** The simulated clock reaches an instant at which many
        messages are due; the time counts until all their Communications are committed. The
        simulated provider, with its own journal, runs in the same process, as do its receipts.
        Afterwards the provider's journal must hold each message once, or the run fails.
      * **Start to ready.** The processor time of the process until its health (stock: its
        CapabilityStatement) answers. On JDK 17 the product starts as `java -jar`; on JDK 25 from
        the archive that one command makes (docs/operations.md); stock always from its class path.
      * **Sweep over all patients.** Each of them has a finished Encounter; every third had a
        treatment and agreed to be reminded. The records are loaded before, without the routes, and
        made a day old. From the write that makes the scenario active until every request, its
        timer and the outbox are done; then once more by the operator's command. Each request must
        be there once, in one version, or the run fails. Twice the heap is collected on the way, to
        see what lives in it. Then the plugin alone starts beside the same server, looks at everyone
        over HTTP, and after a restart asks what changed since its watermark: nothing.
      * **Load.** The whole command, with the start of its JVM, into a server with an empty database.
      * **Memory.** As the system counts it (`VmRSS`); all servers start with `-Xmx900m` and
        `MALLOC_ARENA_MAX=2` (docs/operations.md).

      All rounds are in `fhir-server/target/bench/raw.json`. A part alone, shorter:
      `mvn -Pbench verify -Dbench=latency -Dbench.rounds=1`. Where the time goes:
      `-Dbench.jvm=-XX:StartFlightRecording=filename=part.jfr,settings=profile`, then
      `jfr view hot-methods target/bench/product/part.jfr`.
      """;
}
