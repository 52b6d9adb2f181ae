package health.anbu.outreach.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.DangiCalendar;
import com.ibm.icu.util.PersianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("C19 public holidays of KR, JP, IR, US with what a clinic corrects")
class HolidaysTest {

  private static String year(String country, int year) {
    Holidays holidays = Holidays.of(country);
    return days(year)
        .filter(holidays::contains)
        .map(day -> day.toString().substring(5))
        .collect(Collectors.joining(" "));
  }

  private static Stream<LocalDate> days(int year) {
    return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
  }

  private static <C extends Calendar> C on(C calendar, LocalDate date) {
    calendar.setTimeInMillis(
        date.atTime(12, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant().toEpochMilli());
    return calendar;
  }

  @Nested
  class InKorea {

    /** As published by the government for these years (2028 by the rules, with its overlap). */
    @ParameterizedTest
    @CsvSource({
      "2024, 01-01 02-09 02-10 02-11 02-12 03-01 04-10 05-05 05-06 05-15 06-06 08-15 09-16 09-17"
          + " 09-18 10-01 10-03 10-09 12-25",
      "2025, 01-01 01-27 01-28 01-29 01-30 03-01 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-05"
          + " 10-06 10-07 10-08 10-09 12-25",
      "2026, 01-01 02-16 02-17 02-18 03-01 03-02 05-05 05-24 05-25 06-03 06-06 07-17 08-15 08-17"
          + " 09-24 09-25 09-26 10-03 10-05 10-09 12-25",
      "2027, 01-01 02-06 02-07 02-08 02-09 03-01 05-05 05-13 06-06 07-17 07-19 08-15 08-16 09-14"
          + " 09-15 09-16 10-03 10-04 10-09 10-11 12-25 12-27",
      "2028, 01-01 01-26 01-27 01-28 03-01 04-12 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04"
          + " 10-05 10-09 12-25"
    })
    void areThoseOfTheLaw(int year, String days) {
      assertThat(year("KR", year)).isEqualTo(days);
    }

    @Test
    void followTheMoonOfSeoulInEveryYearOfTheTable() {
      DangiCalendar moon = new DangiCalendar(TimeZone.getTimeZone("Asia/Seoul"), ULocale.KOREA);
      Holidays holidays = Holidays.of("KR");
      Map<String, String> days = Map.of("1-1", "Seollal", "4-8", "Buddha's", "8-15", "Chuseok");
      int met = 0;
      for (int year = 2024; year <= 2045; year++) {
        for (LocalDate day : days(year).toList()) {
          on(moon, day);
          String lunar = moon.get(Calendar.MONTH) + 1 + "-" + moon.get(Calendar.DAY_OF_MONTH);
          if (moon.get(ChineseCalendar.IS_LEAP_MONTH) == 0 && days.containsKey(lunar)) {
            assertThat(holidays.name(day).orElse("")).as("%s", day).contains(days.get(lunar));
            met++;
          }
        }
      }
      assertThat(met).isEqualTo(3 * 22);
    }

    @Test
    void giveBackTwoDaysWhereChuseokLosesTwo() {
      // 2036: the day before is National Foundation Day, the day after a Sunday.
      assertThat(year("KR", 2036)).contains("10-03 10-04 10-05 10-06 10-07 10-09");
    }
  }

  @Nested
  class InJapan {

    /** As announced by the Cabinet Office. */
    @ParameterizedTest
    @CsvSource({
      "2024, 01-01 01-08 02-11 02-12 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12"
          + " 09-16 09-22 09-23 10-14 11-03 11-04 11-23",
      "2025, 01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15"
          + " 09-23 10-13 11-03 11-23 11-24",
      "2026, 01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22"
          + " 09-23 10-12 11-03 11-23",
      "2027, 01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23"
          + " 10-11 11-03 11-23"
    })
    void areThoseOfTheLaw(int year, String days) {
      assertThat(year("JP", year)).isEqualTo(days);
    }

    @Test
    void restBetweenTwoHolidays() {
      assertThat(Holidays.of("JP").name(LocalDate.of(2026, 9, 22)))
          .contains("Day between two holidays");
    }
  }

  @Nested
  class InIran {

    /** The official calendar of 1405, published in October 2025: 25 days of rest. */
    @Test
    void areThoseOfTheOfficialCalendar() {
      String first = "03-21 03-22 03-23 03-24 04-01 04-02 05-27 06-04 06-05 06-24 06-25 08-04";
      String second = "08-12 08-13 08-21 08-30 11-13 12-23";
      assertThat(year("IR", 2026)).endsWith(first + " " + second);
      assertThat(year("IR", 2027)).startsWith("01-06 01-23 02-11 02-28 03-10 03-11 03-20");
    }

    @ParameterizedTest
    @CsvSource({
      "2024-04-10, Eid al-Fitr",
      "2024-04-11, Eid al-Fitr",
      "2024-05-04, Martyrdom of Sadiq",
      "2024-06-17, Eid al-Adha",
      "2024-06-25, Eid al-Ghadir",
      "2024-07-15, Tasua",
      "2024-07-16, Ashura",
      "2024-08-25, Arbaeen",
      "2024-09-02, Death of the Prophet",
      "2024-09-04, Martyrdom of Reza",
      "2024-12-05, Martyrdom of Fatima",
      "2025-01-14, Birth of Ali",
      "2025-01-28, Mab'ath",
      "2025-03-20, Last day of the year",
      "2025-03-22, 'Nowruz, Martyrdom of Ali'",
      "2025-07-06, Ashura"
    })
    void followTheMoonAsItWasSeen(LocalDate day, String name) {
      assertThat(Holidays.of("IR").name(day)).contains(name);
    }

    @Test
    void beginTheYearWithTheEquinoxOfTehran() {
      PersianCalendar sun = new PersianCalendar(TimeZone.getTimeZone("Asia/Seoul"));
      for (int year = 2024; year <= 2045; year++) {
        on(sun, SolarHijri.day(year - 621, 1, 1));
        assertThat(sun.get(Calendar.YEAR)).isEqualTo(year - 621);
        assertThat(sun.get(Calendar.DAY_OF_YEAR)).isEqualTo(1);
      }
    }

    @ParameterizedTest
    @CsvSource({"1405, 7, 1", "1405, 12, 29", "1403, 12, 30", "1406, 6, 31", "1404, 11, 22"})
    void countMonthsAsTheCalendarDoes(int year, int month, int day) {
      PersianCalendar sun =
          on(
              new PersianCalendar(TimeZone.getTimeZone("Asia/Seoul")),
              SolarHijri.day(year, month, day));
      assertThat(List.of(sun.get(Calendar.MONTH) + 1, sun.get(Calendar.DAY_OF_MONTH)))
          .containsExactly(month, day);
    }

    @Test
    @DisplayName("S4.27 the weekend is Thursday and Friday")
    void restOnThursdayAndFriday() {
      WorkingDays iran = WorkingDays.usual("IR");
      assertThat(iran.restOn(LocalDate.of(2026, 4, 9))).contains("weekend");
      assertThat(iran.restOn(LocalDate.of(2026, 4, 10))).contains("weekend");
      assertThat(iran.contains(LocalDate.of(2026, 4, 11))).isTrue();
      assertThat(iran.contains(LocalDate.of(2026, 4, 12))).isTrue();
    }
  }

  @Nested
  class InTheUnitedStates {

    @ParameterizedTest
    @CsvSource({
      "2026, 01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25",
      "2027, 01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25"
          + " 12-31"
    })
    void areTheFederalOnes(int year, String days) {
      assertThat(year("US", year)).isEqualTo(days);
    }
  }

  @Nested
  class AClinic {

    private final WorkingDays usual = WorkingDays.usual("KR");

    @Test
    void closesAndOpensAsItSays() {
      LocalDate bridge = LocalDate.of(2026, 5, 4);
      LocalDate saturday = LocalDate.of(2026, 5, 9);
      WorkingDays own =
          new WorkingDays(usual.weekend(), usual.holidays(), Set.of(bridge), Set.of(saturday));
      assertThat(own.restOn(bridge)).contains("closed by the clinic");
      assertThat(own.contains(saturday)).isTrue();
      assertThat(usual.contains(bridge)).isTrue();
      assertThat(usual.contains(saturday)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"KR", "JP", "IR", "US"})
  void saysWhichYearsItKnows(String country) {
    Holidays holidays = Holidays.of(country);
    assertThat(holidays.covers(2026)).isTrue();
    assertThat(holidays.covers(2023)).isFalse();
    assertThat(holidays.contains(LocalDate.of(2023, 1, 1))).isFalse();
  }

  @Test
  void knowsNoneOfOtherPlaces() {
    assertThat(Holidays.of("EU").contains(LocalDate.of(2026, 1, 1))).isFalse();
  }
}
