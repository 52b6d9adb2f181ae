package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns what the law demands into the labels of one clinic's message; where two laws hold, both.
 */
public final class LabelRules {

  private LabelRules() {}

  /**
   * The labels of one message.
   *
   * @param demands of every law that holds for it
   * @param first that nothing was ever sent to this person before
   */
  public static Labelling of(List<LabelDemand> demands, LabelSender clinic, boolean first) {
    List<String> missing =
        demands.stream().flatMap(demand -> missing(demand, clinic)).distinct().toList();
    if (!missing.isEmpty()) {
      return Labelling.impossible(missing);
    }
    boolean postal = demands.stream().anyMatch(LabelDemand::postal);
    return new Labelling(
        first(demands.stream().map(LabelDemand::prefix)),
        demands.stream().anyMatch(LabelDemand::sender) ? clinic.name() : null,
        demands.stream().anyMatch(LabelDemand::contact) ? clinic.contact(postal) : null,
        joined(demands.stream().flatMap(demand -> own(demand, clinic, first))),
        local(demands, clinic, first),
        first(demands.stream().map(LabelDemand::suffix)),
        List.of());
  }

  private static Stream<String> missing(LabelDemand demand, LabelSender clinic) {
    return demand.known()
        ? clinic.missing(demand).stream()
        : Stream.of("label rules for jurisdiction " + demand.place());
  }

  private static String first(Stream<String> texts) {
    return texts.filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static String joined(Stream<String> texts) {
    String all = texts.distinct().collect(Collectors.joining("\n"));
    return all.isEmpty() ? null : all;
  }

  /** Notice and way out in the language of the place. */
  private static Stream<String> own(LabelDemand demand, LabelSender clinic, boolean first) {
    return said(demand, first)
        .flatMap(
            wording ->
                wording.entrySet().stream()
                    .limit(1)
                    .map(own -> clinic.fill(own.getValue(), own.getKey())));
  }

  private static Stream<Map<String, String>> said(LabelDemand demand, boolean first) {
    return first ? Stream.of(demand.notice(), demand.stop()) : Stream.of(demand.stop());
  }

  /** The same for a reader of another language. */
  private static Map<String, String> local(
      List<LabelDemand> demands, LabelSender clinic, boolean first) {
    Map<String, List<String>> local = new LinkedHashMap<>();
    for (LabelDemand demand : demands) {
      said(demand, first)
          .forEach(
              wording ->
                  wording.entrySet().stream()
                      .skip(1)
                      .forEach(
                          other ->
                              local
                                  .computeIfAbsent(other.getKey(), l -> new ArrayList<>())
                                  .add(clinic.fill(other.getValue(), other.getKey()))));
    }
    Map<String, String> joined = new LinkedHashMap<>();
    local.forEach((language, texts) -> joined.put(language, joined(texts.stream())));
    return joined;
  }
}
