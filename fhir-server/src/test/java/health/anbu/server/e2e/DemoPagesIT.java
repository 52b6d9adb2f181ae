package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.pages.Browser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the real jar when the demo's story is over, in a real Chromium. */
class DemoPagesIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration STORY = Duration.ofMinutes(10);

  private static Browser browser;
  private static AnbuProcess demo;
  private static Set<String> englishTitles;

  @BeforeAll
  static void playTheStory() throws IOException {
    browser = Browser.start();
    demo = AnbuProcess.start("pages", new String[] {"demo"});
    await().atMost(STORY).until(() -> demo.log().contains("The story took"));
    englishTitles = titles("en");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @Nested
  class TheHospitalAtAGlance {

    @ParameterizedTest
    @CsvSource({"ko, ltr", "ja, ltr", "fa, rtl", "en, ltr"})
    void isInOneLanguageThroughout(String language, String direction) throws IOException {
      browser.open(address("?lang=" + language), 1280);
      browser.screenshot("demo-overview-" + language);
      assertThat(browser.script("return document.documentElement.dir")).isEqualTo(direction);
      assertThat(browser.texts("td.name a")).hasSizeGreaterThan(3);
      assertSpoken(language, browser.text("main"));
      assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "fa", "en"})
    void fitsAPhone(String language) throws IOException {
      browser.open(address("?lang=" + language), 390);
      browser.screenshot("demo-overview-" + language + "-phone");
      assertThat(browser.sidewaysScroll()).isZero();
    }

    @Test
    void saysInEnglishWhatTheOtherLanguagesMustNot() throws IOException {
      browser.open(address("?lang=en"), 1280);
      assertThat(englishTitles).hasSizeGreaterThan(9);
      assertThat(englishTitles).anyMatch(browser.text("main")::contains);
      for (String language : List.of("ko", "ja", "fa")) {
        assertThat(titles(language))
            .hasSizeGreaterThan(9)
            .doesNotContainAnyElementsOf(englishTitles);
      }
    }
  }

  @Nested
  class ATimeline {

    @ParameterizedTest
    @CsvSource({"ko, ltr", "ja, ltr", "fa, rtl", "en, ltr"})
    void isInOneLanguageThroughout(String language, String direction) throws IOException {
      for (String patient : patients()) {
        open(patient, language, 1280);
        browser.screenshot("demo-" + patient + "-" + language);
        assertThat(browser.script("return document.documentElement.dir")).isEqualTo(direction);
        assertSpoken(language, browser.text("main"));
        assertThat(browser.complaints()).isEmpty();
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "ja", "fa", "en"})
    void fitsAPhone(String language) throws IOException {
      for (String patient : patients()) {
        open(patient, language, 390);
        browser.screenshot("demo-" + patient + "-" + language + "-phone");
        assertThat(browser.sidewaysScroll()).isZero();
      }
    }

    private void open(String patient, String language, int width) {
      browser.open(address("timeline.html?patient=" + patient + "&lang=" + language), width);
      browser.script("document.querySelectorAll('details').forEach(d => d.open = true)");
    }
  }

  private static void assertSpoken(String language, String page) {
    if (!language.equals("en")) {
      assertThat(englishTitles).noneMatch(page::contains);
    }
  }

  /** What scenarios, their steps and the tasks of staff are called. */
  private static Set<String> titles(String language) throws IOException {
    Set<String> titles = new TreeSet<>();
    JsonNode overview = data("overview?lang=" + language);
    overview.path("scenarios").forEach(one -> add(titles, one, "title"));
    overview.path("tasks").forEach(one -> add(titles, one, "title"));
    for (String patient : patients()) {
      JsonNode timeline = data("overview/patients/" + patient + "/timeline?lang=" + language);
      timeline.path("entries").forEach(one -> add(titles, one, "scenarioTitle", "title"));
      timeline.path("explain").forEach(one -> add(titles, one, "scenarioTitle", "stepTitle"));
    }
    return titles;
  }

  private static void add(Collection<String> titles, JsonNode one, String... names) {
    for (String name : names) {
      if (one.path(name).isTextual()) {
        titles.add(one.path(name).textValue());
      }
    }
  }

  private static List<String> patients() throws IOException {
    return data("overview").path("patients").findValuesAsText("id").stream().sorted().toList();
  }

  private static JsonNode data(String path) throws IOException {
    return JSON.readTree(URI.create(address(path)).toURL());
  }

  private static String address(String path) {
    return "http://localhost:" + demo.port() + "/" + path;
  }
}
