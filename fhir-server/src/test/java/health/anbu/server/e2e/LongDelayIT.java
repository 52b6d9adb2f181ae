package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A promise for a day in a year and a half, with a server that does not live as long. */
class LongDelayIT {

  private static final String KEY = "inactive-patient:a-year-after:Encounter/long-visit";

  @Test
  @DisplayName("C14 eighteen months and two killed servers later the message goes once, on its day")
  void keepsItsDay() {
    try (AnbuProcess anbu =
        AnbuProcess.start(
            "long-delay", AnbuProcess.simulated("2026-03-02T11:00:00+09:00", "vip-year-end"))) {
      AnbuClient client = anbu.client();
      ObjectNode plan = (ObjectNode) client.get("/fhir/PlanDefinition/inactive-patient");
      ((ObjectNode) plan.at("/action/1/relatedAction/0/offsetDuration"))
          .put("value", 18)
          .put("code", "mo")
          .put("unit", "months");
      client.activate(plan.put("status", "active").toString());
      client.put(Records.patient("long", "010-7200-0001"));
      client.put(Records.permit("long", "recall"));
      client.put(Records.visit("long-visit", "long", "2026-03-02T10:00:00+09:00"));
      client.untilIdle();
      assertThat(request(client).path("occurrenceDateTime").asText())
          .startsWith("2027-09-02T10:00");

      anbu.restart();
      client.timeIs("2026-12-24T12:00:00+09:00");
      client.untilIdle();
      anbu.restart();
      client.timeIs("2027-09-01T20:00:00+09:00");
      client.untilIdle();
      assertThat(client.messagesTo("010-7200-0001")).isEmpty();
      assertThat(request(client).path("status").asText()).isEqualTo("active");

      client.timeIs("2027-09-02T11:00:00+09:00");
      client.untilIdle();
      assertThat(client.messagesTo("010-7200-0001")).hasSize(1);
      assertThat(anbu.accepted()).isEqualTo(1);
      assertThat(request(client).path("status").asText()).isEqualTo("completed");
    }
  }

  private static JsonNode request(AnbuClient client) {
    return client.requests("long").get(KEY);
  }
}
