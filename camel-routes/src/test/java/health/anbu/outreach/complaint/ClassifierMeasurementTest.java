package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Measures the rules on texts of patients, where those texts are at hand.
 *
 * <p>The word lists were improved while looking at what they missed here, so these numbers guard
 * against getting worse; how the rules do on texts nobody has looked at is lower and not known.
 */
class ClassifierMeasurementTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Predicate<Sample> IS_COMPLAINT = sample -> flag(sample, "is_complaint");
  private static final Predicate<Sample> SAYS_COMPLAINT =
      sample -> sample.answer().category() == FeedbackCategory.COMPLAINT;
  private static final Predicate<Sample> IS_DANGER = sample -> flag(sample, "safety_critical");
  private static final Predicate<Sample> SAYS_DANGER = sample -> sample.answer().safetyCritical();

  private record Sample(JsonNode label, Classification answer) {}

  @Nested
  class OnTheSharedTexts {
    @Test
    void findsTheComplaintsOfFourLanguages() throws IOException {
      List<Sample> samples = samples("authored-dev.jsonl");
      show("authored", samples);
      atLeast(0.95, recall(samples, IS_COMPLAINT, SAYS_COMPLAINT));
      atLeast(0.8, recall(samples, SAYS_COMPLAINT, IS_COMPLAINT));
    }

    @Test
    void findsEveryDangerOfFourLanguages() throws IOException {
      List<Sample> samples = samples("authored-dev.jsonl");
      atLeast(1.0, recall(samples, IS_DANGER, SAYS_DANGER));
    }

    @Test
    void findsTheComplaintsOfEnglishPatients() throws IOException {
      List<Sample> samples = samples("nhs-en-dev.jsonl");
      show("nhs", samples);
      atLeast(0.95, recall(samples, IS_COMPLAINT, SAYS_COMPLAINT));
      atLeast(0.93, recall(samples, SAYS_COMPLAINT, IS_COMPLAINT));
    }
  }

  private static void atLeast(double floor, Optional<Double> measured) {
    measured.ifPresent(value -> assertThat(value).isGreaterThanOrEqualTo(floor));
  }

  /** The share of those meant that are also found; empty without samples. */
  private static Optional<Double> recall(
      List<Sample> samples, Predicate<Sample> meant, Predicate<Sample> found) {
    List<Sample> all = samples.stream().filter(meant).toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of((double) all.stream().filter(found).count() / all.size());
  }

  private static void show(String name, List<Sample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    System.out.printf(
        "Classifier on %d texts (%s): complaint recall %s, precision %s; danger recall %s; stat %d,"
            + " triage %d%n",
        samples.size(),
        name,
        recall(samples, IS_COMPLAINT, SAYS_COMPLAINT),
        recall(samples, SAYS_COMPLAINT, IS_COMPLAINT),
        recall(samples, IS_DANGER, SAYS_DANGER),
        samples.stream().filter(SAYS_DANGER).count(),
        samples.stream().filter(sample -> sample.answer().needsTriage()).count());
  }

  private static boolean flag(Sample sample, String name) {
    return sample.label().path(name).asBoolean();
  }

  private static List<Sample> samples(String file) throws IOException {
    Optional<Path> found = shared("data/complaints/" + file);
    if (found.isEmpty()) {
      System.out.println("Not measured: ../shared/data/complaints/" + file + " is not here");
      return List.of();
    }
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(found.get())) {
      JsonNode label = JSON.readTree(line);
      String language = label.path("lang").asText(null);
      samples.add(
          new Sample(label, Classifier.ofRules().classify(label.get("text").asText(), language)));
    }
    return samples;
  }

  private static Optional<Path> shared(String path) {
    return Stream.of("../shared", "../../shared")
        .map(folder -> Path.of(folder, path))
        .filter(Files::isReadable)
        .findFirst();
  }
}
