package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Patients with one number who are to hear of the same step on the same day: one message goes out,
 * that of the first patient by id, and the others point to it. By patient, and not by request: what
 * goes as one message then is all of one patient.
 *
 * @param others their requests for the same step and day that are pending or went out
 * @param earlier those of the others whose patient comes before
 */
public record Household(List<RequestRecord> others, List<RequestRecord> earlier) {

  public Household {
    others = List.copyOf(others);
    earlier = List.copyOf(earlier);
  }

  /**
   * @param patient id of the one whose request it is
   * @param sharing the facts of the other patients who have the number
   */
  public static Household of(
      String patient, RequestRecord request, Collection<PatientFacts> sharing, ZoneId zone) {
    return new Household(
        others(request, sharing.stream(), zone),
        others(request, sharing.stream().filter(o -> o.id().compareTo(patient) < 0), zone));
  }

  private static List<RequestRecord> others(
      RequestRecord request, Stream<PatientFacts> sharing, ZoneId zone) {
    return sharing
        .flatMap(patient -> patient.requests().stream())
        .filter(other -> !other.id().equals(request.id()))
        .filter(other -> step(other).equals(step(request)))
        .filter(other -> day(other, zone).equals(day(request, zone)))
        .filter(other -> other.active() || other.wentOut())
        .sorted(Comparator.comparing(RequestRecord::id))
        .toList();
  }

  /** The one that has told the household. */
  public Optional<RequestRecord> told() {
    return others.stream().filter(RequestRecord::wentOut).findFirst();
  }

  /** The one whose turn comes before: whether it tells the household is not settled yet. */
  public Optional<RequestRecord> before() {
    return earlier.stream().filter(RequestRecord::active).findFirst();
  }

  private static String step(RequestRecord request) {
    String[] key = request.key().split(":", 3);
    return key[0] + ":" + key[1];
  }

  private static LocalDate day(RequestRecord request, ZoneId zone) {
    return request.due().atZone(zone).toLocalDate();
  }
}
