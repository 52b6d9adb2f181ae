package health.anbu.outreach.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Patients with one number who are to hear of the same step on the same day: one message goes out,
 * the first by id, and the others point to it.
 *
 * @param others their requests for the same step and day that are pending or went out
 */
public record Household(RequestRecord request, List<RequestRecord> others) {

  public Household {
    others = List.copyOf(others);
  }

  /**
   * @param sharing the facts of the other patients who have the number
   */
  public static Household of(RequestRecord request, Collection<PatientFacts> sharing, ZoneId zone) {
    return new Household(
        request,
        sharing.stream()
            .flatMap(patient -> patient.requests().stream())
            .filter(other -> !other.id().equals(request.id()))
            .filter(other -> step(other).equals(step(request)))
            .filter(other -> day(other, zone).equals(day(request, zone)))
            .filter(other -> other.active() || other.wentOut())
            .sorted(Comparator.comparing(RequestRecord::id))
            .toList());
  }

  /** The one that has told the household. */
  public Optional<RequestRecord> told() {
    return others.stream().filter(RequestRecord::wentOut).findFirst();
  }

  /** The one whose turn comes before: whether it tells the household is not settled yet. */
  public Optional<RequestRecord> before() {
    return others.stream()
        .filter(RequestRecord::active)
        .filter(other -> other.id().compareTo(request.id()) < 0)
        .findFirst();
  }

  private static String step(RequestRecord request) {
    String[] key = request.key().split(":", 3);
    return key[0] + ":" + key[1];
  }

  private static LocalDate day(RequestRecord request, ZoneId zone) {
    return request.due().atZone(zone).toLocalDate();
  }
}
