package health.anbu.outreach.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a step that is due on a day on which the clinic rests. */
public enum HolidayRule {
  SEND,
  NEXT_WORKING_DAY,
  PREVIOUS_WORKING_DAY;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<HolidayRule> of(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }
}
