package health.anbu.outreach.complaint;

import java.util.Locale;

/** How soon somebody must look, in rising order: the codes of FHIR's Task.priority. */
public enum Urgency {
  ROUTINE,
  URGENT,
  ASAP,
  STAT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  Urgency atLeast(Urgency other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
