package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same in the other format: what can be read as JSON at all is sent as XML. */
class CorpusInXmlIT extends PostgresServerTest {

  @ParameterizedTest
  @ValueSource(strings = {"hostile-r4", "hl7-r4-official"})
  void isAcceptedOrRefusedCleanly(String corpus) throws IOException {
    List<String> accidents = new ArrayList<>();
    int sent = 0;
    for (Path file : SharedData.files("data/fhir/" + corpus)) {
      Optional<IBaseResource> resource = read(file);
      if (resource.isPresent()) {
        sent++;
        accident(file, resource.get()).ifPresent(accidents::add);
      }
    }
    assertThat(accidents).isEmpty();
    System.out.printf("%s as XML: %d sent%n", corpus, sent);
    assertThat(sent).isPositive();
  }

  private Optional<IBaseResource> read(Path file) throws IOException {
    try {
      return Optional.of(
          fhirContext
              .newJsonParser()
              .setParserErrorHandler(new LenientErrorHandler(false))
              .parseResource(Files.readString(file)));
    } catch (DataFormatException | NullPointerException e) {
      return Optional.empty();
    }
  }

  private Optional<String> accident(Path file, IBaseResource resource) {
    String type = fhirContext.getResourceType(resource);
    String xml = fhirContext.newXmlParser().encodeResourceToString(resource);
    long before = storedResources();
    int status = fhir.send("POST", type.equals("Bundle") ? "" : type, xml, FhirHttp.XML).status();
    long written = storedResources() - before;
    return status >= 500 || status >= 400 && written != 0
        ? Optional.of(file.getFileName() + ": " + status + ", " + written + " stored")
        : Optional.empty();
  }
}
