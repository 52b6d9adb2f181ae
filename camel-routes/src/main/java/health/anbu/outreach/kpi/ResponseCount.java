package health.anbu.outreach.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Takes messages and responses one by one, in any order and as often as they come, and knows the
 * rates at any time. Not for several threads at once.
 */
public final class ResponseCount {

  private record Sent(String patient, SentStep step, Instant at) {}

  private final ReportPeriod period;
  private final ZoneId zone;
  private final Map<String, Sent> byRequest = new HashMap<>();
  private final Map<String, NavigableSet<Instant>> responses = new HashMap<>();

  /**
   * @param zone the clinic's: its midnight separates one date from the next
   */
  public ResponseCount(ReportPeriod period, ZoneId zone) {
    this.period = period;
    this.zone = zone;
  }

  /** A provider took a message of this request; of several the first counts. */
  public void sent(String request, String patient, SentStep step, Instant at) {
    byRequest.merge(
        request,
        new Sent(patient, step, at),
        (one, other) -> other.at().isBefore(one.at()) ? other : one);
  }

  /** The patient booked, came or replied. */
  public void responded(String patient, Instant at) {
    responses.computeIfAbsent(patient, id -> new TreeSet<>()).add(at);
  }

  public Set<String> patients() {
    return byRequest.values().stream()
        .filter(this::inPeriod)
        .map(Sent::patient)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By scenario, step and offset, in this order. */
  public SortedMap<SentStep, ResponseRate> rates() {
    SortedMap<SentStep, ResponseRate> rates = new TreeMap<>();
    byRequest.values().stream()
        .filter(this::inPeriod)
        .forEach(
            sent ->
                rates.merge(
                    sent.step(), new ResponseRate(followed(sent) ? 1 : 0, 1), ResponseRate::and));
    return rates;
  }

  public ResponseRate total() {
    return rates().values().stream().reduce(new ResponseRate(0, 0), ResponseRate::and);
  }

  private boolean inPeriod(Sent sent) {
    LocalDate day = date(sent.at());
    return !day.isBefore(period.from()) && !day.isAfter(period.to());
  }

  private boolean followed(Sent sent) {
    NavigableSet<Instant> of = responses.get(sent.patient());
    Instant next = of == null ? null : of.higher(sent.at());
    return next != null && !date(next).isAfter(date(sent.at()).plusDays(ResponseRate.WITHIN_DAYS));
  }

  private LocalDate date(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
