package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Splits a search for very many values into searches whose URLs every server takes. */
final class QueryParts {

  private static final int MOST_VALUES = 100;

  /** Each has a whole record: some servers take long over the later pages of a long answer. */
  private static final int MOST_PATIENTS = 25;

  private static final int LONGEST_URL = 1900;

  private QueryParts() {}

  static List<Query> of(Query query) {
    List<Query> parts = new ArrayList<>();
    split(query, parts);
    return parts;
  }

  private static void split(Query query, List<Query> parts) {
    Optional<Query.Parameter> longest =
        query.parameters().stream()
            .max(Comparator.comparingInt(parameter -> parameter.values().size()))
            .filter(parameter -> parameter.values().size() > 1 && !isControl(parameter));
    if (longest.isEmpty() || fits(query, longest.get())) {
      parts.add(query);
      return;
    }
    List<String> values = longest.get().values();
    int half = (values.size() + 1) / 2;
    split(with(query, longest.get(), values.subList(0, half)), parts);
    split(with(query, longest.get(), values.subList(half, values.size())), parts);
  }

  private static boolean fits(Query query, Query.Parameter longest) {
    int most = longest.name().equals("patient") ? MOST_PATIENTS : MOST_VALUES;
    return longest.values().size() <= most && query.url().length() <= LONGEST_URL;
  }

  /** {@code _include}, {@code _sort} and their like are one value each, or belong together. */
  private static boolean isControl(Query.Parameter parameter) {
    return parameter.name().startsWith("_") && !parameter.name().equals("_id");
  }

  private static Query with(Query query, Query.Parameter changed, List<String> values) {
    return new Query(
        query.type(),
        query.parameters().stream()
            .map(p -> p.equals(changed) ? new Query.Parameter(p.name(), values) : p)
            .toList());
  }
}
