package health.anbu.outreach.content;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/**
 * Dates, times and numbers as each language writes them; Persian ones in the Jalali calendar.
 *
 * <p>Patterns and locales are given in full, so that neither the JVM's defaults nor a newer CLDR
 * change what a patient reads.
 */
final class DateWording {

  private DateWording() {}

  static String day(LocalDate day, String language) {
    Date date = Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    return write(date, dayFormat(language), TimeZone.GMT_ZONE);
  }

  static String moment(ZonedDateTime moment, String language, ZoneId zone) {
    Date date = Date.from(moment.toInstant());
    return write(date, momentFormat(language), TimeZone.getTimeZone(zone.getId()));
  }

  static String number(BigDecimal number, String language) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(locale(language));
    format.setMaximumFractionDigits(6);
    return SafeText.of(format.format(number));
  }

  private static DateFormat dayFormat(String language) {
    String pattern = dayPattern(language);
    return pattern.isEmpty()
        ? DateFormat.getDateInstance(DateFormat.FULL, locale(language))
        : new SimpleDateFormat(pattern, locale(language));
  }

  private static DateFormat momentFormat(String language) {
    String pattern = dayPattern(language) + timePattern(language);
    return pattern.isEmpty()
        ? DateFormat.getDateTimeInstance(DateFormat.FULL, DateFormat.SHORT, locale(language))
        : new SimpleDateFormat(pattern, locale(language));
  }

  private static String dayPattern(String language) {
    return switch (language) {
      case "ko" -> "yyyy년 M월 d일 (E)";
      case "ja" -> "yyyy年M月d日(E)";
      case "fa" -> "EEEE d MMMM y";
      case "en" -> "EEEE, d MMMM yyyy";
      default -> "";
    };
  }

  private static String timePattern(String language) {
    return switch (language) {
      case "ko" -> " a h:mm";
      case "ja" -> " H:mm";
      case "fa" -> " 'ساعت' H:mm";
      case "en" -> " 'at' h:mm a";
      default -> "";
    };
  }

  private static String write(Date date, DateFormat format, TimeZone zone) {
    format.setTimeZone(zone);
    return SafeText.of(format.format(date));
  }

  private static ULocale locale(String language) {
    return new ULocale(
        switch (language) {
          case "ko" -> "ko_KR@calendar=gregorian;numbers=latn";
          case "ja" -> "ja_JP@calendar=gregorian;numbers=latn";
          case "fa" -> "fa_IR@calendar=persian;numbers=arabext";
          case "en" -> "en_US@calendar=gregorian;numbers=latn";
          default -> language;
        });
  }
}
