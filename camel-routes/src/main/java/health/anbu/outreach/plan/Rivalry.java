package health.anbu.outreach.plan;

/**
 * How a scenario stands to the others of the same patient.
 *
 * @param group scenarios of one group do not write on the same day; null for none
 * @param priority the higher number goes first
 * @param kind of which a patient has one active scenario at a time; null for any number
 */
public record Rivalry(String group, int priority, String kind) {

  public static final Rivalry NONE = new Rivalry(null, 0, null);
}
