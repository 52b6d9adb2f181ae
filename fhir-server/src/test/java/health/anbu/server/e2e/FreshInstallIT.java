package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is on board of a server that nobody has written anything to. */
class FreshInstallIT {

  @Test
  @DisplayName("S1.14 a fresh install lists the packaged scenarios, and each can be made active")
  void listsAndActivatesWhatIsOnBoard() {
    try (AnbuProcess anbu = AnbuProcess.startWith("900m", "fresh", "--anbu.mode=shadow")) {
      AnbuClient client = anbu.client();
      List<JsonNode> listed = client.search("PlanDefinition?status=draft");
      assertThat(listed)
          .extracting(plan -> plan.path("id").asText())
          .contains(
              "botox-retouch",
              "filler-followup",
              "implant-checkup",
              "orthodontic-checkup",
              "periodic-checkup",
              "post-treatment-followup",
              "appointment-reminder",
              "first-visit-steps",
              "first-visit-steps-after-visit",
              "first-visit-steps-until-checkup",
              "first-visit-steps-afterwards",
              "welcome",
              "inactive-patient",
              "no-show-followup",
              "scaling-recall",
              "birthday",
              "health-tips",
              "vip-year-end");
      for (JsonNode plan : listed) {
        client.activate(((ObjectNode) plan).put("status", "active").toString());
      }
      assertThat(client.search("PlanDefinition?status=active")).hasSameSizeAs(listed);
      assertThat(client.search("PlanDefinition?status=draft")).isEmpty();
    }
  }
}
