package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** Between FHIR's dates and java.time, keeping how precise a record is. */
final class Times {

  private Times() {}

  static When when(BaseDateTimeType value) {
    if (value == null || !value.hasValue()) {
      return When.unknown();
    }
    return switch (value.getPrecision()) {
      case YEAR, MONTH -> new When.Unknown(value.getValueAsString());
      case DAY -> new When.Day(LocalDate.parse(value.getValueAsString().substring(0, 10)));
      default -> new When.Exact(value.getValue().toInstant());
    };
  }

  /** A choice of dateTime, date or Period; of a Period the start. */
  static When when(Type value) {
    if (value instanceof Period period) {
      return period.hasStart() ? when(period.getStartElement()) : when(period.getEndElement());
    }
    return value instanceof BaseDateTimeType time ? when(time) : When.unknown();
  }

  /** Where a period begins: a year or a month that is given for it with its first day. */
  static When start(BaseDateTimeType value) {
    return when(value) instanceof When.Unknown coarse && !coarse.text().isEmpty()
        ? new When.Day(month(coarse.text(), 1).atDay(1))
        : when(value);
  }

  /** Where a period ends: a year or a month that is given for it with its last day. */
  static When end(BaseDateTimeType value) {
    return when(value) instanceof When.Unknown coarse && !coarse.text().isEmpty()
        ? new When.Day(month(coarse.text(), 12).atEndOfMonth())
        : when(value);
  }

  private static YearMonth month(String text, int ofYear) {
    return text.length() == 4 ? Year.parse(text).atMonth(ofYear) : YearMonth.parse(text);
  }

  static Instant instant(BaseDateTimeType value) {
    return value == null || !value.hasValue() ? null : value.getValue().toInstant();
  }

  /** To the second, with the offset that the zone has then. */
  static DateTimeType dateTime(Instant instant, ZoneId zone) {
    return dateTime(instant.atZone(zone));
  }

  static DateTimeType dateTime(ZonedDateTime moment) {
    OffsetDateTime second = moment.toOffsetDateTime().withNano(0);
    return new DateTimeType(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second));
  }
}
