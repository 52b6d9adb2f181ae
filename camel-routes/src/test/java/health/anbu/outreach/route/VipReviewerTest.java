package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.fhir.MemoryFhirStore;
import health.anbu.outreach.fhir.ReferralReader;
import health.anbu.outreach.fhir.VipRecords;
import health.anbu.outreach.vip.TierRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class VipReviewerTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), SEOUL);

  private final ObjectMapper json = new ObjectMapper();
  private final MemoryFhirStore store = new MemoryFhirStore();
  private final Set<String> reconciled = new TreeSet<>();
  private int patients;
  private final String referrer = patient();

  /** As after a restart: it remembers nothing. */
  private VipReviewer reviewer() {
    return new VipReviewer(
        new VipRecords(store, SEOUL),
        new ReferralReader(store),
        reconciled::addAll,
        TierRule.V1,
        SEOUL,
        CLOCK);
  }

  private String patient() {
    String id = "p" + patients++;
    store.put("{\"resourceType\": \"Patient\", \"id\": \"" + id + "\"}");
    return id;
  }

  private void changed(String... concerned) {
    reviewer().reconciled(List.of(concerned));
  }

  private JsonNode stored(String reference) {
    try {
      return json.readTree(store.json(reference));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String came(String referrer, String day) {
    String newcomer = patient();
    store.put(
        """
        {"resourceType": "Encounter", "id": "e-%s", "status": "finished", "class": {"code": "AMB"},
         "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/referred-by",
                        "valueReference": {"reference": "Patient/%s"}}],
         "subject": {"reference": "Patient/%s"}, "period": {"start": "%sT10:00:00+09:00"}}
        """
            .formatted(newcomer, referrer, newcomer, day));
    changed(newcomer, referrer);
    return newcomer;
  }

  private List<ObjectNode> reviews() {
    return store.references().stream()
        .filter(reference -> reference.startsWith("Task/"))
        .map(reference -> (ObjectNode) stored(reference))
        .filter(task -> task.at("/code/coding/0/code").asText().equals("review-vip-list"))
        .toList();
  }

  private List<JsonNode> flags() {
    return store.references().stream()
        .filter(reference -> reference.startsWith("Flag/"))
        .map(this::stored)
        .toList();
  }

  private static List<String> lines(JsonNode task) {
    return StreamSupport.stream(task.path("input").spliterator(), false)
        .map(
            input ->
                input.at("/valueReference/reference").asText()
                    + " "
                    + input.at("/type/coding/0/code").asText())
        .toList();
  }

  private void complete(ObjectNode task) {
    task.put("status", "completed");
    put(task);
  }

  private void put(ObjectNode task) {
    store.put(task.toString());
    List<String> patients = new ArrayList<>();
    task.findValuesAsText("reference").forEach(r -> patients.add(r.replace("Patient/", "")));
    changed(patients.toArray(String[]::new));
  }

  @Test
  void oneReferralIsNotEnough() {
    came(referrer, "2026-01-05");
    assertThat(reviews()).isEmpty();
  }

  @Test
  void listsWhoSentTwoWithinAYear() {
    came(referrer, "2026-01-05");
    came(referrer, "2026-02-05");
    assertThat(reviews())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(lines(task)).containsExactly("Patient/" + referrer + " B");
              assertThat(task.path("status").asText()).isEqualTo("requested");
              assertThat(task.at("/input/0/type/text").asText())
                  .contains("2 referred", "2 in total");
            });
    assertThat(flags()).isEmpty();
  }

  @Test
  void followsWhatChangesAndWritesNothingWhereNothingDoes() {
    came(referrer, "2026-01-05");
    came(referrer, "2026-02-05");
    String version = reviews().get(0).at("/meta/versionId").asText();
    changed(referrer);
    assertThat(reviews().get(0).at("/meta/versionId").asText()).isEqualTo(version);
    for (int month = 3; month < 6; month++) {
      came(referrer, "2025-0" + month + "-05");
    }
    String other = patient();
    came(other, "2026-01-06");
    came(other, "2026-01-07");
    assertThat(lines(reviews().get(0)))
        .containsExactly("Patient/" + referrer + " A", "Patient/" + other + " B");
  }

  @Test
  void givesFlagsOnceItIsCompletedAndOnlyOnce() {
    came(referrer, "2026-01-05");
    came(referrer, "2026-02-05");
    complete(reviews().get(0));
    assertThat(flags())
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.at("/subject/reference").asText()).isEqualTo("Patient/" + referrer);
              assertThat(flag.at("/code/coding/0/code").asText()).isEqualTo("B");
              assertThat(flag.path("status").asText()).isEqualTo("active");
            });
    assertThat(reconciled).contains(referrer);
    List<JsonNode> after = flags();
    complete(reviews().get(0));
    assertThat(flags()).isEqualTo(after);
    assertThat(reviews()).hasSize(1);
  }

  @Test
  void remembersWhomTheTeamRemoved() {
    String other = patient();
    for (String sender : List.of(referrer, other)) {
      came(sender, "2026-01-05");
      came(sender, "2026-02-05");
    }
    ObjectNode task = reviews().get(0);
    for (int i = task.path("input").size() - 1; i >= 0; i--) {
      if (task.path("input").get(i).toString().contains("Patient/" + other)) {
        task.withArray("input").remove(i);
      }
    }
    put(task);
    assertThat(lines(reviews().get(0))).containsExactly("Patient/" + referrer + " B");
    complete(reviews().get(0));
    assertThat(flags()).hasSize(1);
    changed(other);
    assertThat(reviews()).hasSize(1);
  }

  @Test
  void opensANewRoundWhenATierRises() {
    came(referrer, "2026-01-05");
    came(referrer, "2026-02-05");
    complete(reviews().get(0));
    for (int day = 1; day < 4; day++) {
      came(referrer, "2026-02-1" + day);
    }
    assertThat(reviews()).hasSize(2);
    ObjectNode second =
        reviews().stream()
            .filter(t -> t.path("status").asText().equals("requested"))
            .findFirst()
            .orElseThrow();
    assertThat(lines(second)).containsExactly("Patient/" + referrer + " A");
    complete(second);
    assertThat(flags().get(0).at("/code/coding/0/code").asText()).isEqualTo("A");
    assertThat(flags()).hasSize(1);
  }

  @Test
  void countsEachPersonOnceForWhoSentThemFirst() {
    String newcomer = came(referrer, "2026-01-05");
    store.put(
        """
        {"resourceType": "Encounter", "id": "again", "status": "finished", "class": {"code": "AMB"},
         "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/referred-by",
                        "valueReference": {"reference": "Patient/%s"}}],
         "subject": {"reference": "Patient/%s"}, "period": {"start": "2026-02-05"}}
        """
            .formatted(referrer, newcomer));
    changed(newcomer, referrer);
    assertThat(reviews()).isEmpty();
  }

  @Test
  void countsAReferralThatOnlyThePatientRecordSays() {
    for (int i = 0; i < 2; i++) {
      store.put(
          """
          {"resourceType": "Patient", "id": "new-%d",
           "extension": [{"url": "https://anbu-health.github.io/fhir/StructureDefinition/referred-by",
                          "valueReference": {"reference": "Patient/%s"}}]}
          """
              .formatted(i, referrer));
      changed("new-" + i, referrer);
    }
    assertThat(lines(reviews().get(0))).containsExactly("Patient/" + referrer + " B");
  }

  @Test
  void countsForTheRecordThatSurvivedAMerge() {
    String merged = patient();
    came(merged, "2026-01-05");
    came(referrer, "2026-02-05");
    store.put(
        """
        {"resourceType": "Patient", "id": "%s",
         "link": [{"type": "replaced-by", "other": {"reference": "Patient/%s"}}]}
        """
            .formatted(merged, referrer));
    changed(merged, referrer);
    assertThat(lines(reviews().get(0))).containsExactly("Patient/" + referrer + " B");
  }
}
