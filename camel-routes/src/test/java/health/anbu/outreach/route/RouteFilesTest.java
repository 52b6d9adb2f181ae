package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteFilesTest {

  private static final String ROUTE =
      """
      - route:
          id: %1$s
          from:
            uri: direct:%1$s
            steps:
              - setBody:
                  constant: "%2$s"
      """;

  private static final String KAMELET =
      """
      apiVersion: camel.apache.org/v1
      kind: Kamelet
      metadata:
        name: say-action
      spec:
        definition:
          title: Says something
          type: object
        template:
          from:
            uri: kamelet:source
            steps:
              - setBody:
                  constant: "%s"
      """;

  @TempDir Path packaged;
  @TempDir Path folder;

  private final CamelContext camel = new DefaultCamelContext();

  @BeforeEach
  void packagedRoutes() throws IOException {
    camel.start();
    put(packaged, "first.camel.yaml", ROUTE.formatted("one", "packaged one"));
    put(
        packaged,
        "second.camel.yaml",
        ROUTE.formatted("two", "packaged two") + ROUTE.formatted("three", "packaged three"));
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  private static void put(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void load() throws Exception {
    new RouteFiles(camel, folder, "file:" + packaged + "/*.camel.yaml").load();
  }

  private String answer(String route) {
    return camel.createProducerTemplate().requestBody("direct:" + route, "", String.class);
  }

  @Nested
  class AFolderOfTheClinics {

    @Test
    void changesNothingWhereItIsEmpty() throws Exception {
      load();
      assertThat(answer("one")).isEqualTo("packaged one");
      assertThat(answer("three")).isEqualTo("packaged three");
    }

    @Test
    void putsAFileInThePlaceOfThePackagedOne() throws Exception {
      put(folder, "second.camel.yaml", ROUTE.formatted("two", "own two"));
      load();
      assertThat(answer("one")).isEqualTo("packaged one");
      assertThat(answer("two")).isEqualTo("own two");
      assertThat(camel.getRoute("three")).isNull();
    }

    @Test
    void putsARouteInThePlaceOfThePackagedOne() throws Exception {
      put(folder, "ours.camel.yaml", ROUTE.formatted("two", "own two"));
      load();
      assertThat(answer("two")).isEqualTo("own two");
      assertThat(answer("three")).isEqualTo("packaged three");
      assertThat(camel.getRoutes()).hasSize(3);
    }

    @Test
    void addsRoutesAndKamelets() throws Exception {
      put(folder, "say-action.kamelet.yaml", KAMELET.formatted("from the folder"));
      put(
          folder,
          "four.camel.yaml",
          """
          - route:
              id: four
              from:
                uri: direct:four
                steps:
                  - to: kamelet:say-action
          """);
      load();
      assertThat(answer("four")).isEqualTo("from the folder");
    }

    @Test
    void putsAKameletInThePlaceOfThePackagedOne() throws Exception {
      String name = "nhn-kakao-query-action";
      put(
          folder,
          name + ".kamelet.yaml",
          KAMELET.replace("say-action", name).formatted("our own NHN"));
      put(
          folder,
          "four.camel.yaml",
          ROUTE
              .formatted("four", "x")
              .replace("setBody:", "to: kamelet:" + name)
              .replaceFirst("\\n *constant: .*", ""));
      load();
      assertThat(answer("four")).isEqualTo("our own NHN");
    }
  }

  @Nested
  class ABrokenFile {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "- setBodyy:                        |6",
          "- to: nonsense:x                   |2",
          "- to: kamelet:nobody-has-this      |2",
          "- bean: {ref: nobody}              |2",
          "- setBody: {simple: '${bodi'}      |2",
          "- 'setBody: [                      |6",
        })
    void isNamedWithItsLineAndNothingRuns(String step, int line) throws Exception {
      put(
          folder,
          "zz.camel.yaml",
          """
          - route:
              id: broken
              from:
                uri: direct:broken
                steps:
                  %s
          """
              .formatted(step));
      assertThatThrownBy(RouteFilesTest.this::load)
          .isInstanceOf(RouteFileBroken.class)
          .message()
          .contains(folder.resolve("zz.camel.yaml").toString())
          .containsPattern("line [" + line + (line + 1) + "]:");
      assertThat(camel.getRoutes())
          .allSatisfy(
              route ->
                  assertThat(camel.getRouteController().getRouteStatus(route.getId()).isStarted())
                      .isFalse());
    }

    @Test
    void isAKameletThatNobodyUsesToo() throws Exception {
      put(folder, "say-action.kamelet.yaml", KAMELET.replace("setBody", "setBodyy"));
      assertThatThrownBy(RouteFilesTest.this::load).hasMessageContaining("say-action.kamelet.yaml");
    }

    @Test
    void isOneThatHasARouteOfAnotherOne() throws Exception {
      put(folder, "a.camel.yaml", ROUTE.formatted("two", "a"));
      put(folder, "b.camel.yaml", ROUTE.formatted("two", "b"));
      assertThatThrownBy(RouteFilesTest.this::load)
          .hasMessageContaining("the route two is also in")
          .hasMessageContaining("a.camel.yaml")
          .hasMessageContaining("b.camel.yaml");
    }

    @Test
    void isAFolderThatIsNotThere() throws Exception {
      Files.delete(folder);
      assertThatThrownBy(RouteFilesTest.this::load)
          .hasMessageContaining("anbu.routes.folder")
          .hasMessageContaining("no folder");
    }
  }
}
