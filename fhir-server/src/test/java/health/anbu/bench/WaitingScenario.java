package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A scenario of many steps in the far future, so that few treatments make many requests that wait;
 * made from a packaged one.
 */
final class WaitingScenario {

  static final int STEPS = 20;
  private static final String ID = "bench-waiting";
  private static final String SYSTEM = "http://snomed.info/sct";
  private static final String CODE = "265764009";

  private WaitingScenario() {}

  static Resource scenario(Http http) {
    ObjectNode scenario =
        ((ObjectNode) http.get("/fhir/PlanDefinition/post-treatment-followup")).deepCopy();
    scenario.put("id", ID).put("name", "BenchWaiting").put("status", "active");
    scenario.put("url", "https://anbu-health.github.io/fhir/PlanDefinition/" + ID);
    ArrayNode actions = (ArrayNode) scenario.path("action");
    for (JsonNode trigger : actions.path(0).path("trigger")) {
      ObjectNode filter = (ObjectNode) trigger.path("data").path(0).path("codeFilter").path(0);
      filter.remove("valueSet");
      filter.putArray("code").addObject().put("system", SYSTEM).put("code", CODE);
    }
    JsonNode step = actions.remove(1);
    for (int i = 0; i < STEPS; i++) {
      ObjectNode later = step.deepCopy();
      later.put("id", "step-" + i);
      ObjectNode offset = (ObjectNode) later.path("relatedAction").path(0).path("offsetDuration");
      offset.put("value", 24 + i).put("code", "mo").put("unit", "months");
      actions.add(later);
    }
    return new Resource("PlanDefinition/" + ID, scenario.toString());
  }

  static Resource treatment(String patient) {
    return Resource.procedure(patient, SYSTEM, CODE, "2026-02-20");
  }
}
