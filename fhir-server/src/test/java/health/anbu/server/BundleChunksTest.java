package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.server.BundleChunks.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleChunksTest {

  private static final String PATIENT =
      """
      {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p",
        "identifier":[{"value":"urn:uuid:p"}]},
       "request":{"method":"POST","url":"Patient"}}""";

  private static final String ORGANIZATION =
      """
      {"fullUrl":"urn:uuid:o","resource":{"resourceType":"Organization"},
       "request":{"method":"POST","url":"Organization","ifNoneExist":"identifier=s|o"}}""";

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void aFile() {
    file = folder.resolve("b.json");
  }

  /** An observation of this subject. */
  private static String observation(String id, String subject) {
    return """
        {"fullUrl":"urn:uuid:%s","resource":{"resourceType":"Observation","id":"%s",
          "subject":{"reference":"%s"},"valueQuantity":{"value":1.10}},
         "request":{"method":"POST","url":"Observation"}}"""
        .formatted(id, id, subject);
  }

  private List<Chunk> split(int most, String type, String... entries) throws IOException {
    Files.writeString(
        file,
        """
        {"resourceType":"Bundle","type":"%s","entry":[%s]}
        """
            .formatted(type, String.join(",", entries)));
    List<Chunk> all = new ArrayList<>();
    try (BundleChunks chunks = new BundleChunks(file, most)) {
      Optional<Chunk> chunk;
      while ((chunk = chunks.next()).isPresent()) {
        all.add(chunk.get());
      }
    }
    return all;
  }

  private static List<JsonNode> entries(Chunk chunk) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    BundleEntries.JSON.readTree(chunk.bundle()).path("entry").forEach(entries::add);
    return entries;
  }

  private static List<String> subjects(Chunk chunk) throws IOException {
    return entries(chunk).stream()
        .map(entry -> entry.at("/resource/subject/reference").asText())
        .toList();
  }

  @Nested
  class ATransactionThatIsTooLarge {

    private List<Chunk> chunks;

    @BeforeEach
    void isSplit() throws IOException {
      chunks =
          split(
              2,
              "transaction",
              PATIENT,
              observation("a", "urn:uuid:p"),
              observation("b", "Practitioner?identifier=s|1"),
              observation("c", "urn:uuid:p"),
              observation("d", "urn:uuid:missing"));
    }

    @Test
    void keepsTheOrderAndLosesNothing() throws IOException {
      assertThat(chunks).extracting(Chunk::first).containsExactly(1, 3, 5);
      assertThat(chunks).extracting(Chunk::last).containsExactly(2, 4, 5);
      List<String> urls = new ArrayList<>();
      for (Chunk chunk : chunks) {
        entries(chunk).forEach(entry -> urls.add(entry.at("/request/url").asText()));
      }
      assertThat(urls)
          .containsExactly(
              "Patient/p", "Observation/a", "Observation/b", "Observation/c", "Observation/d");
    }

    @Test
    void storesUnderTheIdOfTheFile() throws IOException {
      JsonNode patient = entries(chunks.get(0)).get(0);
      assertThat(patient.at("/request/method").asText()).isEqualTo("PUT");
      assertThat(patient.at("/resource/id").asText()).isEqualTo("p");
      assertThat(patient.has("fullUrl")).isFalse();
    }

    @Test
    void pointsAtWhatIsInTheFileByItsId() throws IOException {
      assertThat(subjects(chunks.get(0)).get(1)).isEqualTo("Patient/p");
      assertThat(subjects(chunks.get(1)).get(1)).isEqualTo("Patient/p");
    }

    @Test
    void leavesToTheServerWhatIsNotInTheFile() throws IOException {
      assertThat(subjects(chunks.get(1)).get(0)).isEqualTo("Practitioner?identifier=s|1");
      assertThat(subjects(chunks.get(2))).containsExactly("urn:uuid:missing");
    }

    @Test
    void leavesIdentifiersAndDigitsAlone() throws IOException {
      JsonNode patient = entries(chunks.get(0)).get(0);
      assertThat(patient.at("/resource/identifier/0/value").asText()).isEqualTo("urn:uuid:p");
      assertThat(new String(chunks.get(0).bundle())).contains("\"value\":1.10}");
    }
  }

  @Nested
  class AConditionalCreate {

    @Test
    void staysAndIsFoundByItsConditionFromLaterTransactions() throws IOException {
      List<Chunk> chunks =
          split(
              2,
              "transaction",
              ORGANIZATION,
              observation("a", "urn:uuid:o"),
              observation("b", "urn:uuid:o"));
      JsonNode organization = entries(chunks.get(0)).get(0);
      assertThat(organization.at("/request/method").asText()).isEqualTo("POST");
      assertThat(organization.at("/request/ifNoneExist").asText()).isEqualTo("identifier=s|o");
      assertThat(organization.path("fullUrl").asText()).isEqualTo("urn:uuid:o");
      assertThat(subjects(chunks.get(0)).get(1)).isEqualTo("urn:uuid:o");
      assertThat(subjects(chunks.get(1))).containsExactly("Organization?identifier=s|o");
    }
  }

  @Nested
  class AReferenceToALaterEntry {

    @Test
    void keepsBothInOneTransaction() throws IOException {
      List<Chunk> chunks =
          split(
              2,
              "transaction",
              observation("a", "X/1"),
              observation("b", "urn:uuid:p"),
              observation("c", "X/1"),
              PATIENT,
              observation("d", "urn:uuid:p"));
      assertThat(chunks).extracting(Chunk::last).containsExactly(4, 5);
    }
  }

  @Nested
  class WhatIsLoadedTwice {

    private List<String> urls(String type, String... entries) throws IOException {
      List<Chunk> chunks = split(9, type, entries);
      assertThat(chunks).hasSize(1);
      return entries(chunks.get(0)).stream()
          .map(
              entry ->
                  entry.at("/request/method").asText() + " " + entry.at("/request/url").asText())
          .toList();
    }

    @Test
    void isStoredUnderTheIdsOfTheFileThoughItIsSmall() throws IOException {
      assertThat(urls("transaction", PATIENT, observation("a", "urn:uuid:p")))
          .containsExactly("PUT Patient/p", "PUT Observation/a");
      assertThat(urls("batch", PATIENT)).containsExactly("PUT Patient/p");
    }

    @Test
    void isStoredUnderItsOwnIdWithoutAFullUrl() throws IOException {
      assertThat(
              urls(
                  "transaction",
                  "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"q\"},"
                      + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}"))
          .containsExactly("PUT Patient/q");
    }

    @Test
    void isStoredUnderWhatItSaysWithoutAnyId() throws IOException {
      String nameless =
          "{\"resource\":{\"resourceType\":\"Patient\",\"gender\":\"other\"},"
              + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}";
      List<String> once = urls("transaction", nameless, nameless);
      assertThat(once)
          .doesNotHaveDuplicates()
          .allMatch(url -> url.matches("PUT Patient/[-0-9a-f]{36}"));
      assertThat(urls("transaction", nameless, nameless)).isEqualTo(once);
    }
  }

  @Nested
  class SentAsItIs {

    private void isTheFile(List<Chunk> chunks) throws IOException {
      assertThat(chunks).hasSize(1);
      assertThat(chunks.get(0).bundle()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void isATransactionThatDeletes() throws IOException {
      isTheFile(
          split(
              1,
              "transaction",
              PATIENT,
              "{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/q\"}}"));
    }

    @Test
    void isAnEmptyBundle() throws IOException {
      isTheFile(split(2, "transaction"));
    }

    @Test
    void isCountedWithoutTheEntriesOfBundlesWithin() throws IOException {
      String within =
          "{\"resource\":{\"resourceType\":\"Bundle\",\"entry\":[%s]}}"
              .formatted(String.join(",", IntStream.range(0, 3).mapToObj(i -> "{}").toList()));
      assertThat(split(2, "transaction", within, PATIENT))
          .extracting(Chunk::last)
          .containsExactly(2);
    }
  }
}
