package health.anbu.outreach.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads the dates that callers give to operations. */
final class AsOf {

  private AsOf() {}

  /** A day (its start in the clinic's zone) or an instant; without offset it is the clinic's. */
  static Instant instant(String name, String text, ZoneId zone) {
    String written = text.strip().replace(' ', '+');
    try {
      if (!written.contains("T")) {
        return LocalDate.parse(written).atStartOfDay(zone).toInstant();
      }
      return written.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)$")
          ? OffsetDateTime.parse(written).toInstant()
          : LocalDateTime.parse(written).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw Refusals.invalid(
          "%s is no day or instant: give it as 2026-06-30 or 2026-06-30T09:00:00%s"
              .formatted(name, "+09:00"));
    }
  }

  static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Refusals.invalid("%s is no day: give it as 2026-06-30".formatted(name));
    }
  }
}
