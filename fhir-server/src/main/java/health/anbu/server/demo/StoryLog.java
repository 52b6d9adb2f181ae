package health.anbu.server.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints the story as it goes, remembers every claim, and shows them all as a table at the end. */
final class StoryLog {

  private static final int EXCERPT = 52;

  private final PrintStream out;
  private final List<Claim> claims = new ArrayList<>();
  private String chapter = "";
  private long last = System.nanoTime();

  StoryLog(PrintStream out) {
    this.out = out;
  }

  void chapter(String title) {
    chapter = title;
    out.println();
    out.println(title);
  }

  /** Tells what the story does; nothing is claimed. */
  void tell(String format, Object... values) {
    out.println("  " + String.format(Locale.ROOT, format, values));
  }

  /** Shows what somebody received. */
  void quote(String text) {
    text.lines()
        .filter(line -> !line.isBlank())
        .limit(2)
        .forEach(line -> out.println("      | " + line));
  }

  /** Claims that what was found is what was expected. */
  void check(String text, Object expected, Object found) {
    long now = System.nanoTime();
    Duration took = Duration.ofNanos(now - last);
    last = now;
    Claim claim = new Claim(chapter, text, String.valueOf(expected), String.valueOf(found), took);
    claims.add(claim);
    if (claim.held()) {
      out.println("  ✓ " + text + (found.equals(true) ? "" : ": " + found));
    } else {
      out.println("  ✗ " + text);
      difference(claim);
    }
  }

  private void difference(Claim claim) {
    out.println("      expected: " + claim.expected());
    out.println("      found:    " + claim.found());
  }

  /** A story without a single claim has shown nothing, so it does not hold either. */
  boolean held() {
    return !claims.isEmpty() && claims.stream().allMatch(Claim::held);
  }

  void table() {
    int width = claims.stream().mapToInt(claim -> claim.text().length()).max().orElse(1);
    String row = "  %-4s  %-" + width + "s  %8s  %s%n";
    out.println();
    out.printf(row, "held", "what", "after", "found");
    String before = "";
    for (Claim claim : claims) {
      if (!claim.chapter().equals(before)) {
        out.println("  " + claim.chapter());
        before = claim.chapter();
      }
      String held = claim.held() ? "yes" : "NO";
      out.printf(row, held, claim.text(), millis(claim.took()), excerpt(claim.found()));
    }
    out.println();
    summary();
  }

  private void summary() {
    List<Claim> broken = claims.stream().filter(claim -> !claim.held()).toList();
    out.printf("%d of %d claims held.%n", claims.size() - broken.size(), claims.size());
    for (Claim claim : broken) {
      out.println("  ✗ " + claim.chapter() + ": " + claim.text());
      difference(claim);
    }
  }

  private static String excerpt(String found) {
    return found.length() <= EXCERPT ? found : found.substring(0, EXCERPT) + "…";
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%,d ms", duration.toMillis());
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
