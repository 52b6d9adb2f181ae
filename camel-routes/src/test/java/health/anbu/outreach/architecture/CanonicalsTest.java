package health.anbu.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Every name below our base that code writes or reads is defined in the implementation guide. */
class CanonicalsTest {

  private static final String BASE = "https://anbu-health.github.io/fhir";
  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");
  private static final List<Path> CODE =
      List.of(Path.of("src/main/java"), Path.of("../fhir-server/src/main/java"));

  private static final Pattern CONSTANT = Pattern.compile("String (\\w+) =\\s+\"([^\"]+)\"");

  /** BASE + "/sid/outreach-key", or the same in one string. */
  private static final Pattern WHOLE =
      Pattern.compile("(?:BASE \\+ \"|\"" + Pattern.quote(BASE) + ")(/\\w+/[^\"|]+)");

  /**
   * Words.extension("referred-by"), Codings.extension("attempt", one), Extensions.of(one, KIND).
   */
  private static final Pattern STRUCTURE =
      Pattern.compile(
          "(?:\\bprofile|\\bextension|Extensions\\.(?:of|first|text))\\(\\s*"
              + "(?:[\\w.()]+,\\s*)?(?:\"([a-z][a-z-]+)\"|([A-Z][A-Z_]+))");

  @Test
  void areInTheGuide() {
    Set<String> named = named();
    assertThat(named)
        .contains(
            "/StructureDefinition/outreach-request",
            "/StructureDefinition/anchor-moment",
            "/StructureDefinition/sweep-watermark",
            "/CodeSystem/outreach-reason",
            "/sid/outreach-key");
    Set<String> defined = defined();
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(defined)
                    .as("%s is in the implementation guide", name)
                    .anyMatch(one -> name.endsWith("/") ? one.startsWith(name) : one.equals(name)));
  }

  @Test
  void ofEveryProviderAreInTheGuide() {
    Set<String> providers =
        sources()
            .flatMap(
                java -> Pattern.compile("String PROVIDER = \"(\\w+)\"").matcher(java).results())
            .map(found -> "/sid/provider-message/" + found.group(1))
            .collect(Collectors.toSet());
    assertThat(providers).isNotEmpty();
    assertThat(defined()).containsAll(providers);
  }

  private static Set<String> named() {
    Set<String> named = new TreeSet<>();
    sources()
        .forEach(
            java -> {
              Map<String, String> constants =
                  CONSTANT
                      .matcher(java)
                      .results()
                      .collect(Collectors.toMap(c -> c.group(1), c -> c.group(2), (a, b) -> a));
              WHOLE.matcher(java).results().map(found -> found.group(1)).forEach(named::add);
              STRUCTURE
                  .matcher(java)
                  .results()
                  .map(found -> structure(found, constants))
                  .forEach(named::add);
            });
    return named;
  }

  private static String structure(MatchResult found, Map<String, String> constants) {
    String id = found.group(1) == null ? constants.get(found.group(2)) : found.group(1);
    assertThat(id).as("the value of %s", found.group()).isNotNull();
    return "/StructureDefinition/" + id;
  }

  private static Stream<String> sources() {
    return CODE.stream()
        .flatMap(CanonicalsTest::files)
        .filter(file -> file.toString().endsWith(".java"))
        .map(CanonicalsTest::read);
  }

  private static Set<String> defined() {
    return files(GUIDE)
        .filter(file -> file.toString().endsWith(".json"))
        .map(file -> FhirContext.forR4Cached().newJsonParser().parseResource(read(file)))
        .flatMap(resource -> addresses((Resource) resource))
        .filter(address -> address.startsWith(BASE))
        .map(address -> address.substring(BASE.length()))
        .collect(Collectors.toSet());
  }

  private static Stream<String> addresses(Resource resource) {
    if (resource instanceof NamingSystem naming) {
      return naming.getUniqueId().stream().map(id -> id.getValue());
    }
    return resource instanceof MetadataResource defined && defined.hasUrl()
        ? Stream.of(defined.getUrl())
        : Stream.empty();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
