package health.anbu.outreach.fhir;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * That somebody saw data of patients.
 *
 * @param interaction of the FHIR REST interface: read, search-type, operation, ...
 * @param what was asked for: a resource type, an operation, a page
 * @param patients bare ids
 */
public record Disclosure(
    Caller caller,
    String interaction,
    String what,
    Set<String> patients,
    Instant first,
    Instant last) {

  public Disclosure {
    patients = Set.copyOf(patients);
  }

  /** What is the same but for whom it shows. */
  record Kind(Caller caller, String interaction, String what) {}

  Kind kind() {
    return new Kind(caller, interaction, what);
  }

  Disclosure and(Disclosure later) {
    Set<String> all = new TreeSet<>(patients);
    all.addAll(later.patients);
    return new Disclosure(caller, interaction, what, all, first, later.last);
  }
}
