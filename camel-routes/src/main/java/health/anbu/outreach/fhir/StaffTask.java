package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.DerivedId;
import java.time.Instant;

/**
 * Something a person has to look at, in the list they already read.
 *
 * @param code of the code system task-code
 * @param about what makes it unique together with the code; the same twice is one task
 * @param patient id, null for none
 * @param focus reference to the resource it is about, null for none
 * @param description what happened and what to do, without personal data
 */
public record StaffTask(
    String code, String about, String patient, String focus, String description, Instant due) {

  String id() {
    return id(code, about);
  }

  static String id(String code, String about) {
    return DerivedId.of(code + "|" + about);
  }
}
