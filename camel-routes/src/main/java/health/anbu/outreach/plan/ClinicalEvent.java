package health.anbu.outreach.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An Encounter, Procedure, Appointment or other dated resource of a patient.
 *
 * @param codes by path, such as code, type, reasonCode
 * @param encounter id of the Encounter it belongs to, its own id for an Encounter, null for none
 * @param previousStatus the status before this one, empty where it never had another, null where
 *     that is not known
 */
public record ClinicalEvent(
    Evidence evidence,
    String type,
    String id,
    String status,
    Map<String, Set<Code>> codes,
    When start,
    When end,
    String encounter,
    String previousStatus) {

  private static final Map<String, Set<String>> USUAL =
      Map.of(
          "Procedure", Set.of("completed"),
          "Encounter", Set.of("finished"),
          "Appointment", Set.of("booked", "pending", "arrived", "checked-in"),
          "Patient", Set.of("active"));

  private static final Set<String> WITHDRAWN =
      Set.of("cancelled", "noshow", "not-done", "stopped", "entered-in-error");

  public ClinicalEvent {
    codes = Map.copyOf(codes);
  }

  /** One whose earlier statuses nobody has looked up. */
  public ClinicalEvent(
      Evidence evidence,
      String type,
      String id,
      String status,
      Map<String, Set<Code>> codes,
      When start,
      When end,
      String encounter) {
    this(evidence, type, id, status, codes, start, end, encounter, null);
  }

  /** The same event with the statuses it has had, oldest first; the current one may be the last. */
  public ClinicalEvent after(List<String> statuses) {
    String previous = "";
    for (String earlier : statuses) {
      previous = earlier.equals(status) ? previous : earlier;
    }
    return new ClinicalEvent(evidence, type, id, status, codes, start, end, encounter, previous);
  }

  public String reference() {
    return type + "/" + id;
  }

  Set<Code> codes(String path) {
    return codes.getOrDefault(path, Set.of());
  }

  boolean usual() {
    return USUAL.getOrDefault(type, Set.of("completed", "finished", "active")).contains(status);
  }

  boolean withdrawn() {
    return WITHDRAWN.contains(status);
  }

  boolean enteredInError() {
    return "entered-in-error".equals(status);
  }

  /** The patient was here, and it is known when. */
  boolean finishedVisit() {
    return type.equals("Encounter") && "finished".equals(status) && start.known();
  }
}
