package health.anbu.outreach.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real Chromium, as a person would look at them. */
class PagesTest {

  private static PageServer server;
  private static Browser browser;

  @BeforeAll
  static void startTheBrowser() throws IOException {
    browser = Browser.start();
    server = new PageServer();
  }

  @AfterAll
  static void stopTheBrowser() {
    if (browser != null) {
      browser.close();
      server.close();
    }
  }

  @Nested
  class TheHospitalAtAGlance {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ko | ltr | 오늘의 병원 현황 | 1,234 | 2026년 6월 30일 (화) 오전 10:00 | 64.1%",
          "ja | ltr | 本日の状況 | 1,234 | 2026年6月30日(火) 10:00 | 64.1%",
          "fa | rtl | بیمارستان در یک نگاه | ۱٬۲۳۴ | سه‌شنبه ۹ تیر ۱۴۰۵، ۱۰:۰۰ | ۶۴٫۱٪",
          "en | ltr | The hospital at a glance | 1,234 | Tue, 30 Jun 2026, 10:00 | 64.1%"
        })
    void speaksTheLanguage(
        String language, String direction, String title, String count, String now, String score)
        throws IOException {
      browser.open(overview(language), 1280);
      assertThat(browser.text("main > h1")).isEqualTo(title);
      assertThat(browser.script("return document.documentElement.dir")).isEqualTo(direction);
      assertThat(browser.script("return document.documentElement.lang")).isEqualTo(language);
      assertThat(browser.script("return document.title")).asString().startsWith(title);
      assertThat(browser.text("[data-count=delivered] dd")).isEqualTo(count);
      assertThat(plain(browser.text(".facts"))).contains(plain(now));
      assertThat(plain(browser.text(".measure .value"))).isEqualTo(score);
      assertThat(browser.complaints()).isEmpty();
      browser.screenshot("overview-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "fa", "en"})
    void fitsAPhone(String language) throws IOException {
      browser.open(overview(language), 390);
      browser.screenshot("overview-" + language + "-phone");
      assertThat(browser.sidewaysScroll()).isZero();
    }

    @Test
    void showsEveryPatientWithTheNextAndTheLastMessage() {
      browser.open(overview("en"), 1280);
      assertThat(browser.texts("td.name a"))
          .contains("김하늘", "山田 太郎", "زهرا محمدی", "Siobhán O'Brien-Núñez");
      assertThat(browser.text("tbody tr:first-child"))
          .contains("보톡스 리터치 안내", "KakaoTalk", "Delivered");
      assertThat(browser.text("tbody tr:nth-child(3)")).contains("None", "Unknown", "SMS");
    }

    @Test
    void putsOverdueTasksFirst() {
      browser.open(overview("en"), 1280);
      assertThat(browser.texts(".tasks li").get(0)).contains("Overdue", "Unassigned");
      assertThat(browser.texts(".tasks li").get(1)).contains("Check delivery", "In progress");
    }

    @Test
    void leadsToAPatientInTheSameLanguage() {
      browser.open(overview("fa"), 1280);
      browser.click("a[href*='patient=demo-fa']");
      assertThat(browser.script("return location.search")).isEqualTo("?patient=demo-fa&lang=fa");
    }

    @Test
    void readsNamesAsTextAndNeverAsMarkup() {
      browser.open(overview("en"), 1280);
      assertThat(browser.text("tbody tr:nth-child(5) td.name"))
          .contains("<script>window.hacked = true</script>");
      assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
      assertThat(browser.script("return document.querySelectorAll('main img, main b').length"))
          .isEqualTo(0L);
    }
  }

  @Nested
  class ATimeline {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ko | ltr | 예약이 옮겨졌습니다 | 처리 중인 불만이 있습니다 | 1984년 3월 20일",
          "ja | ltr | 予約日が変更されました | 対応中の苦情があります | 1984年3月20日",
          "fa | rtl | نوبت جابه‌جا شده است | شکایتی باز دارد | ۳۰ اسفند ۱۳۶۲",
          "en | ltr | The appointment has moved | A complaint is open | 20 March 1984"
        })
    void saysWhyAndWhyNot(
        String language, String direction, String moved, String complaint, String born)
        throws IOException {
      browser.open(timeline(language), 1280);
      assertThat(browser.text("main > h1")).isEqualTo("زهرا محمدی");
      assertThat(browser.script("return document.documentElement.dir")).isEqualTo(direction);
      assertThat(browser.text(".withdrawn .why")).contains(moved);
      assertThat(browser.text(".held .why")).contains(complaint);
      assertThat(browser.text(".person")).contains(born);
      browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(browser.complaints()).isEmpty();
      browser.screenshot("timeline-" + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "fa", "en"})
    void fitsAPhone(String language) throws IOException {
      browser.open(timeline(language), 390);
      browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
      browser.screenshot("timeline-" + language + "-phone");
      assertThat(browser.sidewaysScroll()).isZero();
    }

    @Test
    void runsFromThePastOverNowIntoTheFuture() {
      browser.open(timeline("en"), 1280);
      assertThat(
              browser.script(
                  "return [...document.querySelectorAll('.timeline > li')].map(e =>"
                      + " e.className).join(' ')"))
          .isEqualTo("sent withdrawn complaint task held held now planned");
    }

    @Test
    void showsTheTextAsItWasSent() {
      browser.open(timeline("ko"), 1280);
      assertThat(browser.text(".sent blockquote")).contains("نوبت شما", "\n", "02-123-4567");
      assertThat(browser.script("return document.querySelector('blockquote').matches(':dir(rtl)')"))
          .isEqualTo(true);
    }

    @Test
    void explainsWhatIsNotPlanned() {
      browser.open(timeline("en"), 1280);
      browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(browser.text("details:nth-of-type(1)")).contains("Planned", "Procedure/p1 v1");
      assertThat(browser.text("details:nth-of-type(2)"))
          .contains("Not planned", "The consent it needs is not given", "Consent/x1 v2");
    }

    @Test
    @DisplayName("X2 what would turn a rule round, and when it was decided, stand beside it")
    void saysWhatWouldTurnItRound() {
      browser.open(timeline("en"), 1280);
      browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
      assertThat(browser.text("details:nth-of-type(2) .flip")).contains("موافقت کند");
      assertThat(browser.script("return document.querySelectorAll('.rules a')[0].pathname"))
          .isEqualTo("/fhir/Patient/demo-fa/_history/3");
      assertThat(plain(browser.text(".decided"))).contains("As decided on", "1 Mar 2026, 9:00");
    }

    @Test
    void linksOnlyToResources() {
      browser.open(timeline("en"), 1280);
      assertThat(browser.script("return document.querySelectorAll('a[href^=javascript]').length"))
          .isEqualTo(0L);
      assertThat(browser.script("return document.querySelector('.sent .source').pathname"))
          .isEqualTo("/fhir/Communication/m1");
      assertThat(browser.texts(".held .why").get(1)).contains("that these pages do not know");
      assertThat(browser.script("return window.hacked === undefined")).isEqualTo(true);
    }

    @Test
    void saysSoWhenThereIsNoSuchPatient() {
      browser.open(server.address("timeline.html?patient=nobody&lang=en"), 1280);
      assertThat(browser.text("[role=alert]")).contains("There is no such patient.");
      browser.complaints();
    }
  }

  @Nested
  class TheLanguage {

    @Test
    void isTheBrowsersWhereNoneIsAskedFor() {
      browser.open(server.address(""), 1280);
      assertThat(browser.script("return document.documentElement.lang")).isEqualTo("en");
    }

    @Test
    void ofDariIsPersian() {
      browser.open(overview("prs"), 1280);
      assertThat(browser.script("return document.documentElement.lang")).isEqualTo("fa");
    }

    @Test
    void hasTheSameWordsEverywhere() {
      browser.open(overview("en"), 1280);
      Object keys =
          browser.asyncScript(
              "const done = arguments[0];"
                  + "Promise.all(['ko', 'ja', 'fa', 'en'].map(l => import(`/words/${l}.js`)))"
                  + ".then(all => done(Object.fromEntries(all.map((m, i) =>"
                  + " [i, Object.entries(m.default).filter(([k, v]) => v).map(([k]) => k)]))))");
      List<?> lists = List.copyOf(((Map<?, ?>) keys).values());
      assertThat(lists).hasSize(4).allSatisfy(words -> assertThat(words).isEqualTo(lists.get(0)));
    }
  }

  // Browsers put narrow and direction-marking characters between the words of a date.
  private static String plain(String text) {
    return text.replaceAll("[\\u00A0\\u202F]", " ")
        .replaceAll("[\\u200E\\u200F\\u2066-\\u2069]", "");
  }

  private static String overview(String language) {
    return server.address("?lang=" + language);
  }

  private static String timeline(String language) {
    return server.address("timeline.html?patient=demo-fa&lang=" + language);
  }
}
