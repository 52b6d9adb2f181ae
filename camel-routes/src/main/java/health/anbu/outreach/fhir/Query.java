package health.anbu.outreach.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A FHIR search, built of values that are escaped, never of text that was glued together.
 *
 * @param type such as Encounter
 */
public record Query(String type, List<Parameter> parameters) {

  /**
   * @param values any of them; already escaped for FHIR (comma, bar, dollar, backslash)
   */
  public record Parameter(String name, List<String> values) {
    public Parameter {
      values = List.copyOf(values);
    }

    public String joined() {
      return String.join(",", values);
    }
  }

  public Query {
    parameters = List.copyOf(parameters);
  }

  public static Query of(String type) {
    return new Query(type, List.of());
  }

  /** Any of the values, each taken literally. */
  public Query where(String name, Collection<String> values) {
    return with(name, values.stream().map(Query::escape).toList());
  }

  public Query where(String name, String... values) {
    return where(name, List.of(values));
  }

  /** A token with its system. */
  public Query whereCode(String name, String system, String code) {
    return whereCodes(name, system, List.of(code));
  }

  /** Any of the tokens of one system. */
  public Query whereCodes(String name, String system, Collection<String> codes) {
    return with(name, codes.stream().map(code -> escape(system) + "|" + escape(code)).toList());
  }

  /** How many a page holds; the adapter follows the pages to the end. */
  public Query pageSize(int size) {
    return with("_count", List.of(Integer.toString(size)));
  }

  /** By this search parameter, descending after a minus; heeded by {@link FhirStore#first}. */
  public Query sortedBy(String parameter) {
    return with("_sort", List.of(parameter));
  }

  /** The same without this parameter. */
  Query without(String name) {
    return new Query(type, parameters.stream().filter(p -> !p.name().equals(name)).toList());
  }

  /** Asks for the number of matches and none of them. */
  Query onlyCount() {
    return with("_summary", List.of("count"));
  }

  /** As it stands in a URL after the base. */
  public String url() {
    return parameters.stream()
        .map(p -> p.name() + "=" + URLEncoder.encode(p.joined(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&", type + "?", ""));
  }

  private Query with(String name, List<String> values) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(name, values));
    return new Query(type, more);
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace(",", "\\,").replace("|", "\\|").replace("$", "\\$");
  }
}
