package health.anbu.outreach.plan;

import java.util.Objects;

/**
 * A step that comes again and again, counted from its anchor each time, so that the end of a month
 * stays the end of a month.
 *
 * @param every a calendar unit
 * @param count how many times in all, null for no end of its own
 */
public record Recurrence(Offset every, Integer count) {
  public Recurrence {
    Objects.requireNonNull(every);
    if (!every.calendar() || every.amount() < 1) {
      throw new IllegalArgumentException("a step recurs in days, weeks, months or years");
    }
    if (count != null && count < 1) {
      throw new IllegalArgumentException("a step comes at least once, not " + count + " times");
    }
  }

  boolean has(int occurrence) {
    return count == null || occurrence < count;
  }
}
