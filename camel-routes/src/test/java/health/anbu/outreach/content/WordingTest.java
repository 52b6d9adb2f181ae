package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.VariableValue.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @Nested
  @DisplayName("S4.11 a name as its language says it, with its honorific or without")
  class Names {

    @ParameterizedTest
    @CsvSource({
      "ko, 남궁, 하늘, 남궁하늘, , female, 남궁하늘 님",
      "ko, 김, 민, , , male, 김민 님",
      "ko, , 하늘, , , , 하늘 님",
      "ko, 김, , , , , 김 님",
      "ko, , , 김하늘, , , 김하늘 님",
      "ko, Lee, Maria, Maria Lee, , female, Maria Lee 님",
      "ko, 山田, 太郎, 山田 太郎, , male, 山田 太郎 님",
      "ko, 김, 하늘, ' 김\t하늘 ', , female, 김하늘 님",
      "ja, 山田, 太郎, 山田 太郎, , male, 山田 太郎 様",
      "ja, 髙橋, さくら, , , female, 髙橋 さくら 様",
      "ja, 𠮷野, 健, 𠮷野 健, , male, 𠮷野 健 様",
      "ja, スミス, ジョージ, , , male, スミス ジョージ 様",
      "ja, O'Brien-Núñez, Siobhán, , , female, Siobhán O'Brien-Núñez 様",
      "ja, 김, 하늘, , , female, 김하늘 様",
      "fa, محمدی, زهرا, زهرا محمدی, , female, سرکار خانم زهرا محمدی",
      "fa, کاظم‌زاده, علی‌رضا, علی‌رضا کاظم‌زاده, , male, جناب آقای علی‌رضا کاظم‌زاده",
      "fa, كريم, , , , unknown, كريم",
      "fa, رحیمی, نجیبه, نجیبه رحیمی, , other, نجیبه رحیمی",
      "fa, احمدی, سارا, , دکتر, female, سرکار خانم دکتر سارا احمدی",
      "fa, احمدی, سارا, , خانم, , سرکار خانم سارا احمدی",
      "fa, احمدی, رضا, , Mr., , جناب آقای رضا احمدی",
      "fa, احمدی, رضا, , مهندس, , مهندس رضا احمدی",
      "en, Lee, Maria, Maria Lee, Mrs., female, Maria Lee",
      "en, O'Brien-Núñez, Siobhán, , , female, Siobhán O'Brien-Núñez",
      "en, , Prince, Prince, , male, Prince",
      "en, Null, Test, , , , Test Null",
      "en, 山田, 太郎, , , male, 山田 太郎",
      "en, 김, 하늘, , , female, 김하늘",
      "fr, Lee, Maria, , , female, Maria Lee"
    })
    void areSaidAsThatLanguageSaysThem(
        String language,
        String family,
        String given,
        String text,
        String prefix,
        String gender,
        String said) {
      assertThat(NameWording.of(new Name(family, given, text, prefix, gender), language))
          .contains(said);
    }

    @Test
    void withoutALetterAreNone() {
      assertThat(NameWording.of(new Name(null, "", " - ", "Dr.", "male"), "en")).isEmpty();
    }

    @Test
    void keepTheJoinerThatPersianSpellingNeeds() {
      assertThat(SafeText.of("کاظم\u200Cزاده")).isEqualTo("کاظم\u200Cزاده");
      assertThat(SafeText.of("Ka\u200Czem\u200C")).isEqualTo("Kazem");
      assertThat(SafeText.of("\u200Cکاظم\u200C")).isEqualTo("کاظم");
    }
  }

  @Nested
  @DisplayName("C35 Korean particles after Hangul, Latin letters, digits and kana")
  class Particles {

    @ParameterizedTest
    @CsvSource({
      "김하늘 님, 은, 는, 김하늘 님은",
      "안부의원, 이, 가, 안부의원이",
      "안부치과, 을, 를, 안부치과를",
      "서울, 으로, 로, 서울로",
      "부산, 으로, 로, 부산으로",
      "제주, 으로, 로, 제주로",
      "7, 으로, 로, 7로",
      "3, 과, 와, 3과",
      "2, 과, 와, 2와",
      "(안부치과), 은, 는, (안부치과)는",
      "(주)안부, 은, 는, (주)안부는",
      "안부의원 (강남점), 이, 가, 안부의원 (강남점)이",
      "2026년 6월 30일 (화), 은, 는, 2026년 6월 30일 (화)은",
      "2026년 6월 30일 (화), 으로, 로, 2026년 6월 30일 (화)로",
      "김하늘 님, 이, 가, 김하늘 님이",
      "박, 과, 와, 박과",
      "안부, 으로, 로, 안부로",
      "치과, 으로, 로, 치과로",
      "병원, 으로, 로, 병원으로",
      "오늘, 으로, 로, 오늘로",
      "Anbu, 은, 는, Anbu는",
      "Maria Lee, 은, 는, Maria Lee는",
      "Samuel, 은, 는, Samuel은",
      "Samuel, 으로, 로, Samuel로",
      "Adam, 이, 가, Adam이",
      "John, 을, 를, John을",
      "Peter, 과, 와, Peter와",
      "James, 을, 를, James를",
      "Hwang, 이, 가, Hwang이",
      "René, 은, 는, René는",
      "KIM, 은, 는, KIM은",
      "LEE, 은, 는, LEE는",
      "A, 은, 는, A는",
      "R, 으로, 로, R로",
      "Jack, 은, 는, Jack은(는)",
      "PARK, 은, 는, PARK은(는)",
      "さくら, 은, 는, さくら는",
      "ジョン, 은, 는, ジョン은",
      "スミー, 이, 가, スミー가",
      "山田, 은, 는, 山田은(는)",
      "علی, 은, 는, علی은(는)",
      "0, 은, 는, 0은",
      "1, 으로, 로, 1로",
      "2, 이, 가, 2가",
      "3, 으로, 로, 3으로",
      "4, 을, 를, 4를",
      "5, 은, 는, 5는",
      "6, 으로, 로, 6으로",
      "8, 으로, 로, 8로",
      "9, 과, 와, 9와",
      "10, 이, 가, 10이",
      "３, 이, 가, ３이",
      "۷, 으로, 로, ۷로",
      "'7!', 은, 는, 7!은",
      "'', 은, 는, 은(는)"
    })
    void followTheLastSound(String word, String consonant, String vowel, String said) {
      assertThat(KoreanParticle.append(word, consonant, vowel)).isEqualTo(said);
    }
  }

  @Nested
  @DisplayName("S4.27 dates in the reader's calendar: Jalali in Persian")
  class DatesAndNumbers {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "2026-06-30 | ko | 2026년 6월 30일 (화)",
          "2026-06-30 | ja | 2026年6月30日(火)",
          "2026-06-30 | fa | سه‌شنبه ۹ تیر ۱۴۰۵",
          "2026-06-30 | en | Tuesday, 30 June 2026",
          "2026-03-21 | fa | شنبه ۱ فروردین ۱۴۰۵",
          "2025-03-20 | fa | پنجشنبه ۳۰ اسفند ۱۴۰۳",
          "2026-12-31 | ko | 2026년 12월 31일 (목)",
          "2027-01-01 | en | Friday, 1 January 2027",
          "2026-03-20 | fa | جمعه ۲۹ اسفند ۱۴۰۴",
          "2024-02-29 | fa | پنجشنبه ۱۰ اسفند ۱۴۰۲",
          "2030-03-21 | fa | پنجشنبه ۱ فروردین ۱۴۰۹",
          "2026-06-30 | fr | mardi 30 juin 2026"
        })
    void areWrittenInTheCalendarOfTheReader(LocalDate day, String language, String written) {
      assertThat(DateWording.day(day, language)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Asia/Seoul          | ko | 2026년 7월 1일 (수) 오전 12:30",
          "Asia/Tokyo          | ja | 2026年7月1日(水) 0:30",
          "Asia/Tehran         | fa | سه‌شنبه ۹ تیر ۱۴۰۵ ساعت ۱۹:۰۰",
          "Europe/London       | en | Tuesday, 30 June 2026 at 4:30 PM",
          "America/New_York    | en | Tuesday, 30 June 2026 at 11:30 AM",
          "Australia/Lord_Howe | en | Wednesday, 1 July 2026 at 2:00 AM",
          "+09:00              | ko | 2026년 7월 1일 (수) 오전 12:30",
          "Z                   | en | Tuesday, 30 June 2026 at 3:30 PM"
        })
    void areWrittenInTheZoneOfTheClinic(String zone, String language, String written) {
      ZonedDateTime moment = ZonedDateTime.parse("2026-06-30T15:30:00Z");
      assertThat(DateWording.moment(moment, language, ZoneId.of(zone))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "14:30 | ko | 오후 2:30",
          "09:05 | ja | 9:05",
          "14:30 | fa | ۱۴:۳۰",
          "00:00 | en | 12:00 AM",
          "14:30 | fr | 14:30"
        })
    void areTimesAloneWhereTheDateIsSaidBeside(LocalTime time, String language, String written) {
      assertThat(DateWording.time(time, language)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {"ko | 1,234.5", "ja | 1,234.5", "fa | ۱٬۲۳۴٫۵", "en | 1,234.5"})
    void haveTheDigitsOfTheReader(String language, String written) {
      assertThat(DateWording.number(new BigDecimal("1234.50"), language)).isEqualTo(written);
    }
  }
}
