package health.anbu.outreach.complaint;

import java.util.Objects;

/**
 * Who takes care of what, where.
 *
 * @param type a topic code, or null for every topic
 * @param location a Location reference, or null for everywhere
 * @param owner a reference to a CareTeam, Organization, Practitioner or PractitionerRole
 */
public record AssignmentRule(String type, String location, String owner) {

  public AssignmentRule {
    Objects.requireNonNull(owner, "owner");
  }

  public static AssignmentRule everything(String owner) {
    return new AssignmentRule(null, null, owner);
  }

  boolean fits(String wantedType, String wantedLocation) {
    return (type == null || type.equals(wantedType))
        && (location == null || location.equals(wantedLocation));
  }

  /** The topic weighs more than the place: the pharmacy answers for drugs in every ward. */
  int weight() {
    return (type == null ? 0 : 2) + (location == null ? 0 : 1);
  }

  String description() {
    return "type="
        + (type == null ? "*" : type)
        + " location="
        + (location == null ? "*" : location);
  }
}
