package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives is stored or refused, wholly, and is never an accident. */
class CorpusIT extends PostgresServerTest {

  private static final Pattern JSON_TYPE = Pattern.compile("\"resourceType\"\\s*:\\s*\"(\\w+)\"");
  private static final Pattern XML_TYPE = Pattern.compile("<(\\w+)[^>]*hl7.org/fhir");

  @ParameterizedTest
  @ValueSource(strings = {"hostile-r4", "hl7-r4-official"})
  void isAcceptedOrRefusedCleanly(String corpus) throws IOException {
    List<String> accidents = new ArrayList<>();
    int stored = 0;
    int refused = 0;
    for (Path file : SharedData.files("data/fhir/" + corpus)) {
      long before = storedResources();
      int status = send(file);
      long written = storedResources() - before;
      if (status >= 500 || status >= 400 && written != 0) {
        accidents.add(file.getFileName() + ": " + status + ", " + written + " stored");
      }
      stored += status < 300 ? 1 : 0;
      refused += status >= 400 ? 1 : 0;
    }
    assertThat(accidents).isEmpty();
    System.out.printf("%s: %d stored, %d refused%n", corpus, stored, refused);
    assertThat(stored + refused).isPositive();
  }

  private int send(Path file) throws IOException {
    String body = Files.readString(file);
    boolean xml = file.toString().endsWith(".xml");
    Matcher type = (xml ? XML_TYPE : JSON_TYPE).matcher(body);
    String path = type.find() && !"Bundle".equals(type.group(1)) ? type.group(1) : "";
    return fhir.send("POST", path, body, xml ? FhirHttp.XML : FhirHttp.JSON).status();
  }

  @ParameterizedTest
  @ValueSource(strings = {"patients.json", "consents.json"})
  void everyScriptSurvives(String name) throws IOException {
    List<Path> files = SharedData.files("data/fhir/authored-multilingual");
    assertStored(fhir.post("", text(files, "patients.json")));
    String sent = text(files, name);
    assertStored(fhir.post("", sent));
    for (var entry : FhirJson.read(sent).path("entry")) {
      String url = entry.path("request").path("url").asText();
      assertThat(FhirJson.withoutMeta(fhir.get(url).body()))
          .as(url)
          .isEqualTo(FhirJson.withoutMeta(entry.path("resource").toString()));
    }
  }

  private static String text(List<Path> files, String name) throws IOException {
    Path file = files.stream().filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    return Files.readString(file);
  }
}
