package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.Decision;
import health.anbu.outreach.plan.Trace;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;

/**
 * Keeps what was decided about a request on the request itself: no resource more, no index row
 * more, and written in the same transaction as the decision.
 *
 * <p>A trace is text. Its first line names the resources with their versions, each line after it is
 * one rule: name, {@code yes} or the code of the reason, the numbers of the resources it looked at,
 * and what else it said.
 */
final class Decisions {

  static final String ID = "decision";
  private static final int MOST = 12;
  private static final int LONGEST_DETAIL = 300;
  private static final String YES = "yes";
  private static final String NONE = "-";

  private Decisions() {}

  static void add(CommunicationRequest request, Decision decision, ZoneId zone) {
    List<Extension> kept = Extensions.of(request, ID);
    if (kept.size() >= MOST) {
      request.getExtension().remove(kept.get(0));
    }
    Extension extension = request.addExtension().setUrl(Words.extension(ID));
    extension.addExtension("at", Times.dateTime(decision.at(), zone));
    extension.addExtension("kind", new CodeType(decision.kind().code()));
    extension.addExtension("scenario", new CanonicalType(decision.scenario()));
    if (decision.due() != null) {
      extension.addExtension("due", Times.dateTime(decision.due(), zone));
    }
    extension.addExtension("trace", new StringType(written(decision.rules())));
  }

  /** What was decided before goes on with the request. */
  static void copy(CommunicationRequest from, CommunicationRequest to) {
    Extensions.of(from, ID).forEach(kept -> to.addExtension(kept.copy()));
  }

  /** Oldest first. */
  static List<Decision> of(CommunicationRequest request) {
    return Extensions.of(request, ID).stream()
        .flatMap(extension -> read(extension).stream())
        .sorted(Comparator.comparing(Decision::at))
        .toList();
  }

  private static Optional<Decision> read(Extension extension) {
    if (!(extension.getExtensionByUrl("at") != null
        && extension.getExtensionByUrl("at").getValue() instanceof BaseDateTimeType at)) {
      return Optional.empty();
    }
    Extension due = extension.getExtensionByUrl("due");
    return Extensions.part(extension, "kind")
        .flatMap(Decision.Kind::of)
        .map(
            kind ->
                new Decision(
                    Times.instant(at),
                    kind,
                    Extensions.part(extension, "scenario").orElse(""),
                    due == null ? null : Times.instant((BaseDateTimeType) due.getValue()),
                    read(Extensions.part(extension, "trace").orElse(""))));
  }

  static String written(List<Trace.Entry> rules) {
    Map<String, Integer> inputs = new LinkedHashMap<>();
    rules.forEach(rule -> rule.inputs().forEach(input -> inputs.putIfAbsent(input, inputs.size())));
    StringBuilder text = new StringBuilder(String.join(" ", inputs.keySet()));
    for (Trace.Entry rule : rules) {
      text.append('\n').append(rule.rule()).append(' ');
      text.append(rule.passed() ? YES : rule.reason().code()).append(' ');
      String numbers =
          String.join(",", rule.inputs().stream().map(i -> "" + inputs.get(i)).toList());
      text.append(numbers.isEmpty() ? NONE : numbers);
      String detail = rule.detail() == null ? "" : rule.detail().strip().replaceAll("\\s+", " ");
      if (!detail.isEmpty()) {
        text.append(' ').append(detail, 0, Math.min(detail.length(), LONGEST_DETAIL));
      }
    }
    return text.toString();
  }

  static List<Trace.Entry> read(String text) {
    String[] lines = text.split("\n");
    String[] inputs = lines[0].split(" ");
    List<Trace.Entry> rules = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(" ", 4);
      if (parts.length >= 3) {
        rules.add(
            new Trace.Entry(
                parts[0],
                reason(parts[1]),
                parts.length > 3 ? parts[3] : "",
                named(parts, inputs)));
      }
    }
    return rules;
  }

  /** A reason of a newer or older version is still a no. */
  private static Reason reason(String code) {
    return code.equals(YES) ? null : Reason.of(code).orElse(Reason.NOT_IN_PLAN);
  }

  private static List<String> named(String[] parts, String[] inputs) {
    return parts[2].equals(NONE)
        ? List.of()
        : List.of(parts[2].split(",")).stream().map(n -> inputs[Integer.parseInt(n)]).toList();
  }
}
