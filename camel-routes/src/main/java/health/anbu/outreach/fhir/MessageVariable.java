package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Situation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;

/**
 * A variable that an activity declares.
 *
 * @param byLanguage how it is read for texts of each language; the empty one is for all others
 * @param reading how much it gives away
 */
record MessageVariable(
    Map<String, Function<Situation, List<Base>>> byLanguage, ClinicalReading reading) {

  static final String ANY_LANGUAGE = "";

  MessageVariable {
    byLanguage = Map.copyOf(byLanguage);
  }
}
