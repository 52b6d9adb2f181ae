package health.anbu.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A member of staff, who completes the task that a scenario's refusal names. */
final class Approval {

  private static final String GUIDE = "https://anbu-health.github.io/fhir";
  private static final Pattern TASK = Pattern.compile("Task/[A-Za-z0-9-]+");

  private Approval() {}

  /** Whether it may become active from now on; it is written afterwards. */
  static void of(Http http, Resource scenario) {
    HttpResponse<String> refusal =
        http.send("PUT", "/fhir/" + scenario.reference(), scenario.json());
    Matcher task = TASK.matcher(refusal.body());
    if (refusal.statusCode() != 422 || !task.find()) {
      throw new IllegalStateException("not refused for want of an approval: " + refusal.body());
    }
    ObjectNode asked = (ObjectNode) http.get("/fhir/" + task.group());
    asked.put("status", "completed").putObject("owner").put("display", "Bench");
    asked
        .putObject("businessStatus")
        .putArray("coding")
        .addObject()
        .put("system", GUIDE + "/CodeSystem/approval-outcome")
        .put("code", "approved");
    http.put(new Resource(task.group(), asked.toString()));
  }
}
