package health.anbu.server.check;

import health.anbu.server.check.Finding.Level;
import java.io.PrintStream;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Prints findings as they come, and counts them. */
final class FindingTable {

  private final PrintStream out;
  private final Map<Level, Integer> counts = new EnumMap<>(Level.class);

  FindingTable(PrintStream out) {
    this.out = out;
  }

  void add(Collection<Finding> findings) {
    findings.forEach(this::add);
  }

  private void add(Finding finding) {
    counts.merge(finding.level(), 1, Integer::sum);
    out.printf(
        "%-5s %-18s %s%n",
        finding.level().name().toLowerCase(Locale.ROOT), finding.subject(), finding.what());
    if (!finding.change().isEmpty()) {
      out.printf("%-24s -> %s%n", "", finding.change());
    }
  }

  /** Prints the sum; the exit code is 1 where something failed. */
  int end() {
    out.printf("%n%d ok, %d to look at, %d failed%n", of(Level.OK), of(Level.WARN), of(Level.FAIL));
    return of(Level.FAIL) == 0 ? 0 : 1;
  }

  private int of(Level level) {
    return counts.getOrDefault(level, 0);
  }
}
