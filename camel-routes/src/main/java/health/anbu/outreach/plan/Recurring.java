package health.anbu.outreach.plan;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The occurrences of a step that are planned: the one that is next and the one after it, so that
 * there is always one waiting, and those of the past that still wait to go. None of the past is
 * made up for.
 */
final class Recurring {

  /** So many occurrences of the past may still be pending. */
  private static final int PENDING = 12;

  private Recurring() {}

  static List<Candidate> occurrences(Candidate first) {
    Recurrence recurrence = first.step().timing().recurrence();
    if (recurrence == null || !first.anchor().date().known()) {
      return List.of(first);
    }
    int next = next(first, recurrence);
    List<Candidate> occurrences = new ArrayList<>();
    for (int i = Math.max(0, next - PENDING); i < next; i++) {
      Candidate past = first.occurrence(i);
      if (past.existing().filter(RequestRecord::active).isPresent()) {
        occurrences.add(past);
      }
    }
    for (int i = next; i <= next + 1; i++) {
      if (recurrence.has(i)) {
        occurrences.add(first.occurrence(i));
      }
    }
    return occurrences;
  }

  /** The first one that is not over and not settled; the last of all where all are. */
  private static int next(Candidate first, Recurrence recurrence) {
    int next = Math.max(0, periodsSince(first, recurrence) - 2);
    if (!recurrence.has(next)) {
      return recurrence.count() - 1;
    }
    while (recurrence.has(next + 1)
        && (isSettled(first.occurrence(next)) || isOver(first.occurrence(next)))) {
      next++;
    }
    return next;
  }

  /** It may be valid for longer than until the next one: that does not hold the next one up. */
  private static boolean isSettled(Candidate occurrence) {
    return occurrence
        .existing()
        .filter(request -> request.wentOut() || request.staysRevoked())
        .isPresent();
  }

  /** Where the scenario itself is over, so is each of them: the first one tells. */
  private static boolean isOver(Candidate occurrence) {
    DueTime time = DueTime.of(occurrence);
    boolean ended = occurrence.over().filter(over -> !time.due().isBefore(over)).isPresent();
    return !ended && time.pastFor(occurrence.now());
  }

  private static int periodsSince(Candidate first, Recurrence recurrence) {
    ChronoUnit unit = recurrence.every().unit().chrono();
    long units = unit.between(DueTime.of(first).due(), first.now().atZone(first.zone()));
    return Math.toIntExact(Math.max(0, units / recurrence.every().amount()));
  }
}
