package health.anbu.outreach.kpi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes visits one by one, in any order and as often as they come, and knows the rate at any time.
 *
 * <p>It keeps a bit for each day a patient came, so a year of a hundred thousand patients fits in a
 * few dozen megabytes. Not for several threads at once.
 */
public final class RevisitCount {

  private final LocalDate from;
  private final ZoneId zone;
  private final int periodDays;
  private final Map<String, BitSet> daysByPatient = new HashMap<>();

  /**
   * @param zone the clinic's: its midnight separates one date from the next
   */
  public RevisitCount(ReportPeriod period, ZoneId zone) {
    this.from = period.from();
    this.zone = zone;
    this.periodDays = Math.toIntExact(ChronoUnit.DAYS.between(period.from(), period.to()) + 1);
  }

  public void add(Visit visit) {
    if (!visit.finished()) {
      return;
    }
    long day = ChronoUnit.DAYS.between(from, LocalDate.ofInstant(visit.start(), zone));
    if (day >= 0 && day < (long) periodDays + RevisitRate.WITHIN_DAYS) {
      daysByPatient.computeIfAbsent(visit.patient(), patient -> new BitSet()).set((int) day);
    }
  }

  public RevisitRate rate() {
    int came = 0;
    int cameAgain = 0;
    for (BitSet days : daysByPatient.values()) {
      if (cameInPeriod(days)) {
        came++;
        cameAgain += cameAgain(days) ? 1 : 0;
      }
    }
    return new RevisitRate(cameAgain, came);
  }

  private boolean cameInPeriod(BitSet days) {
    return days.nextSetBit(0) < periodDays;
  }

  private static boolean cameAgain(BitSet days) {
    int first = days.nextSetBit(0);
    int next = days.nextSetBit(first + 1);
    return next >= 0 && next - first <= RevisitRate.WITHIN_DAYS;
  }
}
