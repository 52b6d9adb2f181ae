package health.anbu.outreach.plan;

/**
 * How a scenario stands to the others of the same patient.
 *
 * @param group scenarios of one group do not write on the same day; null for none
 * @param priority the higher number goes first
 * @param kind of which a patient has one active scenario at a time; null for any number
 * @param scope what two scenarios of the group must have in common to be in each other's way
 */
public record Rivalry(String group, int priority, String kind, Scope scope) {

  public static final Rivalry NONE = new Rivalry(null, 0, null);

  /** The patient and the day; or the anchor, too, and at once is at once on whatever day. */
  public enum Scope {
    PATIENT,
    ANCHOR
  }

  public Rivalry(String group, int priority, String kind) {
    this(group, priority, kind, Scope.PATIENT);
  }
}
