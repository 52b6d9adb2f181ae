package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.content.VariableValue.Name;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @Nested
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
      "Anbu, 은, 는, Anbu은(는)"
    })
    void followTheLastSound(String word, String consonant, String vowel, String said) {
      assertThat(KoreanParticle.append(word, consonant, vowel)).isEqualTo(said);
    }
  }

  @Nested
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
