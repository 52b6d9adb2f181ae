package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Steps of one digest are for one purpose: what advertises never stands beside care. */
final class DigestCheck {

  private DigestCheck() {}

  static void refuseMixed(List<Step> steps) throws FhirPaths.Refused {
    Map<String, Step> first = new HashMap<>();
    for (Step step : steps) {
      String digest = step.timing().digest();
      Step other = digest == null ? step : first.computeIfAbsent(digest, name -> step);
      if (other.purpose() != step.purpose()) {
        throw new FhirPaths.Refused(
            "the steps %s (%s) and %s (%s) have the digest '%s', but not the same purpose: they could never be one message"
                .formatted(
                    other.id(), code(other.purpose()), step.id(), code(step.purpose()), digest));
      }
    }
  }

  private static String code(Purpose purpose) {
    return purpose.code();
  }
}
