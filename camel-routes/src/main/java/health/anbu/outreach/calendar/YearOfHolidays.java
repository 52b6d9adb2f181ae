package health.anbu.outreach.calendar;

import java.time.LocalDate;
import java.util.Map;

/** The public holidays of one country that fall into a year, by their names. */
@FunctionalInterface
interface YearOfHolidays {

  Map<LocalDate, String> of(int year);
}
