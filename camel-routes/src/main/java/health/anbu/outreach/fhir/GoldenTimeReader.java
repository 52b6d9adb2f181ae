package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.GoldenTime;
import health.anbu.outreach.plan.GoldenTimes;
import health.anbu.outreach.plan.Offset;
import health.anbu.outreach.plan.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the active golden-time tables: a clinic's own lie over the packaged one. */
final class GoldenTimeReader {

  private static final Logger LOG = LoggerFactory.getLogger(GoldenTimeReader.class);
  private static final String PROFILE = Words.profile("golden-time-table");

  private GoldenTimeReader() {}

  static GoldenTimes read(FhirStore store) {
    return of(tables(store), TreatmentCodes.read(store));
  }

  static List<ConceptMap> tables(FhirStore store) {
    try {
      return store.search(Query.of("ConceptMap").where("status", "active").pageSize(200)).stream()
          .map(ConceptMap.class::cast)
          .filter(map -> map.getMeta().hasProfile(PROFILE))
          .toList();
    } catch (FhirStore.RefusedByStore e) {
      LOG.warn("this server keeps no golden-time tables: {}", e.getMessage());
      return List.of();
    }
  }

  /** A clinic's before ours, one for a specialty before one for all, then by canonical. */
  static GoldenTimes of(List<ConceptMap> tables, TreatmentCodes codes) {
    return new GoldenTimes(
        inOrder(tables).stream().flatMap(table -> rows(table, codes).stream()).toList());
  }

  static List<ConceptMap> inOrder(List<ConceptMap> tables) {
    return tables.stream()
        .sorted(
            Comparator.comparing((ConceptMap table) -> packaged(table))
                .thenComparing(table -> !table.hasUseContext())
                .thenComparing(GoldenTimeReader::canonical))
        .toList();
  }

  static boolean packaged(ConceptMap table) {
    return table.hasUrl() && table.getUrl().startsWith(Words.BASE);
  }

  static String canonical(ConceptMap table) {
    return table.getUrl() + "|" + table.getVersion();
  }

  /**
   * A row for our code of a treatment holds for its other codes too, unless they have their own.
   */
  private static List<GoldenTimes.Row> rows(ConceptMap table, TreatmentCodes codes) {
    List<GoldenTimes.Row> rows = rows(table);
    List<GoldenTimes.Row> all = new ArrayList<>(rows);
    for (GoldenTimes.Row row : rows) {
      for (Code other : codes.meaning(row.treatment())) {
        all.add(new GoldenTimes.Row(other, row.entry(), row.offset(), row.table()));
      }
    }
    return all;
  }

  private static List<GoldenTimes.Row> rows(ConceptMap table) {
    List<GoldenTimes.Row> rows = new ArrayList<>();
    for (ConceptMapGroupComponent group : table.getGroup()) {
      for (SourceElementComponent treatment : group.getElement()) {
        Code code = new Code(group.getSource(), treatment.getCode());
        for (TargetElementComponent time : treatment.getTarget()) {
          offset(time)
              .map(o -> new GoldenTimes.Row(code, time.getCode(), o, canonical(table)))
              .ifPresent(rows::add);
        }
      }
    }
    rows.sort(GoldenTimes.byTreatment());
    return rows;
  }

  /** A step that goes by a time which no table has would never send anything to anybody. */
  static Optional<String> unknownEntry(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> step.golden() != null)
        .flatMap(step -> unknownEntry(step.id(), step.golden()).stream())
        .findFirst();
  }

  private static Optional<String> unknownEntry(String step, GoldenTime golden) {
    Set<String> entries =
        golden.times().rows().stream()
            .map(GoldenTimes.Row::entry)
            .collect(Collectors.toCollection(TreeSet::new));
    return entries.isEmpty() || entries.contains(golden.entry())
        ? Optional.empty()
        : Optional.of(
            "the step %s goes by the golden time '%s', which no golden-time table has: use one of %s, or PUT a table that has it first"
                .formatted(step, golden.entry(), String.join(", ", entries)));
  }

  private static Optional<Offset> offset(TargetElementComponent time) {
    return Extensions.first(time, "golden-offset")
        .map(extension -> extension.getValue())
        .filter(Duration.class::isInstance)
        .flatMap(value -> offset((Duration) value));
  }

  /** A row that could not be read would leave the treatment to the packaged table. */
  static Optional<String> problem(ConceptMap table) {
    return table.getGroup().stream()
        .flatMap(group -> group.getElement().stream())
        .flatMap(
            treatment ->
                treatment.getTarget().stream()
                    .filter(time -> offset(time).isEmpty())
                    .map(
                        time ->
                            "the golden time '%s' of '%s' needs a golden-offset of at most a hundred years, in whole min, h, d, wk, mo or a"
                                .formatted(time.getCode(), treatment.getCode())))
        .findFirst();
  }

  /** Nothing but a positive whole number of units that the planner knows. */
  static Optional<Offset> offset(Duration duration) {
    try {
      int amount = duration.getValue().intValueExact();
      return amount > 0
          ? Offset.Unit.of(duration.getCode())
              .map(unit -> new Offset(amount, unit))
              .filter(offset -> !offset.tooLong())
          : Optional.empty();
    } catch (ArithmeticException | NullPointerException notWhole) {
      return Optional.empty();
    }
  }
}
