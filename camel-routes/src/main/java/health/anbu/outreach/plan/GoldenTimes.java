package health.anbu.outreach.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * When it is time to ask after a treatment, by its code: the tables of the clinic, laid over each
 * other.
 *
 * @param rows the first that fits counts; none at all where the clinic has no table
 */
public record GoldenTimes(List<Row> rows) {

  public static final GoldenTimes NONE = new GoldenTimes(List.of());

  /**
   * @param entry which of the times of a treatment, such as check-up
   * @param table canonical with its version
   */
  public record Row(Code treatment, String entry, Offset offset, String table) {}

  /** What a request was planned with. */
  public record Planned(Offset offset, String table) {}

  public GoldenTimes {
    rows = List.copyOf(rows);
  }

  Optional<Planned> find(String entry, Collection<Code> treatments) {
    return rows.stream()
        .filter(row -> row.entry().equals(entry) && treatments.contains(row.treatment()))
        .findFirst()
        .map(row -> new Planned(row.offset(), row.table()));
  }

  /** Rows of one table in an order that does not depend on how it was written. */
  public static Comparator<Row> byTreatment() {
    return Comparator.comparing(Row::treatment).thenComparing(Row::entry);
  }
}
