package health.anbu.server;

import com.fasterxml.jackson.databind.JsonNode;
import health.anbu.server.ImportTarget.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a server says of each entry of a batch: it answers 200 though some were refused. */
final class BatchAnswer {

  private static final Set<String> LATER = Set.of("409", "429", "503");

  private BatchAnswer() {}

  /**
   * @throws Patience.Busy when what was refused may be stored another time
   */
  static void check(JsonNode answer) throws Refused, Patience.Busy {
    if (!answer.path("type").asText().equals("batch-response")) {
      return;
    }
    List<String> refused = new ArrayList<>();
    boolean later = true;
    int number = 0;
    for (JsonNode entry : answer.path("entry")) {
      number++;
      String status = entry.path("response").path("status").asText();
      if (status.compareTo("3") >= 0) {
        refused.add("entry %d: %s%s".formatted(number, status, reason(entry)));
        later &= LATER.contains(status.split(" ", 2)[0]);
      }
    }
    if (refused.isEmpty()) {
      return;
    }
    String said = refused.size() + " of " + number + " entries, the first is " + refused.get(0);
    if (later) {
      throw new Patience.Busy(said);
    }
    throw new Refused(said, number - refused.size());
  }

  private static String reason(JsonNode entry) {
    JsonNode issue = entry.path("response").path("outcome").path("issue").path(0);
    String text = issue.path("diagnostics").asText(issue.path("details").path("text").asText());
    return text.isEmpty() ? "" : " " + text;
  }
}
