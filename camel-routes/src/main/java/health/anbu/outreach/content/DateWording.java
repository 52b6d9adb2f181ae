package health.anbu.outreach.content;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.Format;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Dates, times and numbers as each language writes them; Persian ones in the Jalali calendar.
 *
 * <p>Patterns and locales are given in full, so that neither the JVM's defaults nor a newer CLDR
 * change what a patient reads.
 */
final class DateWording {

  /** Making one is dear and using one is not safe for many threads: each use takes a copy. */
  private static final Map<String, Format> FORMATS = new ConcurrentHashMap<>();

  private DateWording() {}

  static String day(LocalDate day, String language) {
    return write(day.atStartOfDay(), format("day", language, DateWording::dayFormat));
  }

  static String moment(ZonedDateTime moment, String language, ZoneId zone) {
    return write(
        moment.withZoneSameInstant(zone).toLocalDateTime(),
        format("moment", language, DateWording::momentFormat));
  }

  static String time(LocalTime time, String language) {
    return write(LocalDate.EPOCH.atTime(time), format("time", language, DateWording::timeFormat));
  }

  static String number(BigDecimal number, String language) {
    return SafeText.of(format("number", language, DateWording::numberFormat).format(number));
  }

  private static Format format(String kind, String language, Function<String, Format> make) {
    return (Format) FORMATS.computeIfAbsent(kind + language, key -> make.apply(language)).clone();
  }

  private static Format numberFormat(String language) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getInstance(locale(language));
    format.setMaximumFractionDigits(6);
    return format;
  }

  private static Format dayFormat(String language) {
    String pattern = dayPattern(language);
    return inGmt(
        pattern.isEmpty()
            ? DateFormat.getDateInstance(DateFormat.FULL, locale(language))
            : new SimpleDateFormat(pattern, locale(language)));
  }

  private static Format momentFormat(String language) {
    String pattern = dayPattern(language) + between(language) + timePattern(language);
    return inGmt(
        pattern.isEmpty()
            ? DateFormat.getDateTimeInstance(DateFormat.FULL, DateFormat.SHORT, locale(language))
            : new SimpleDateFormat(pattern, locale(language)));
  }

  private static Format timeFormat(String language) {
    String pattern = timePattern(language);
    return inGmt(
        pattern.isEmpty()
            ? DateFormat.getTimeInstance(DateFormat.SHORT, locale(language))
            : new SimpleDateFormat(pattern, locale(language)));
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
      case "ko" -> "a h:mm";
      case "ja" -> "H:mm";
      case "fa" -> "H:mm";
      case "en" -> "h:mm a";
      default -> "";
    };
  }

  private static String between(String language) {
    return switch (language) {
      case "ko", "ja" -> " ";
      case "fa" -> " 'ساعت' ";
      case "en" -> " 'at' ";
      default -> "";
    };
  }

  // The zone is applied before, so that only one set of zone rules decides: the JVM's.
  private static Format inGmt(DateFormat format) {
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format;
  }

  private static String write(LocalDateTime local, Format format) {
    return SafeText.of(format.format(Date.from(local.toInstant(ZoneOffset.UTC))));
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
