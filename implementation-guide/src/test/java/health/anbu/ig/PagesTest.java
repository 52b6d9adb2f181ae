package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages tell people to write is accepted, and what they link to is there. */
class PagesTest {

  private static final Path PAGES = Path.of("input/pagecontent");
  private static final Pattern JSON = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\(([A-Z]\\w+-[\\w-]+)\\.html\\)");

  static List<String> examples() {
    return found(JSON, Guide.read(PAGES.resolve("scenarios.md")));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleOnAPageIsAccepted(String json) {
    assertThat(Guide.errors(json)).isEmpty();
  }

  @Test
  void theScenarioPageShowsTheWordsTheScenarioAndATable() {
    assertThat(examples()).hasSize(3);
  }

  @Test
  void everyLinkLeadsToAResource() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.flatMap(page -> found(LINK, Guide.read(page)).stream()))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(Guide.RESOURCES.resolve(name + ".json")).exists());
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }
}
