package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;

/** What starts a scenario and the date it counts from. */
public sealed interface Anchor {

  /**
   * A resource that matches one of the triggers.
   *
   * @param triggers any of them
   * @param date read from the resource
   */
  record Event(List<Trigger> triggers, DateExpression date) implements Anchor {
    public Event {
      triggers = List.copyOf(triggers);
    }

    boolean matches(ClinicalEvent event) {
      for (Trigger trigger : triggers) {
        if (trigger.matches(event)) {
          return true;
        }
      }
      return false;
    }
  }

  /** The birthday of each year. */
  record Birthday() implements Anchor {}

  /**
   * The Monday of a week in each year.
   *
   * @param month 1 to 12
   * @param week the n-th Monday of the month, -1 for the last
   */
  record ProgrammeWeek(int month, int week) implements Anchor {
    public ProgrammeWeek {
      if (month < 1 || month > 12 || week == 0 || week < -1 || week > 5) {
        throw new IllegalArgumentException("no such week: month " + month + ", week " + week);
      }
    }
  }

  /** The first time that the person and the clinic had to do with each other. */
  record FirstContact() implements Anchor {}

  /** The last finished visit, whatever it was for: it moves on with every visit. */
  record LastVisit() implements Anchor {}

  /**
   * A day of the calendar, for everybody the same.
   *
   * @param once null where it comes every year
   * @param yearly null where it comes once; 29 February is the 28th in other years
   */
  record FixedDate(LocalDate once, MonthDay yearly) implements Anchor {
    public FixedDate {
      if ((once == null) == (yearly == null)) {
        throw new IllegalArgumentException("a fixed date comes either once or every year");
      }
    }
  }
}
