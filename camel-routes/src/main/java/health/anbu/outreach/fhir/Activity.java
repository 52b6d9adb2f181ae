package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.MessageTemplate;
import health.anbu.outreach.plan.Situation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Base;

/**
 * What a step says: read from an ActivityDefinition.
 *
 * @param variables by name, those that the activity declares itself
 */
record Activity(
    String canonical,
    Purpose purpose,
    MessageTemplate template,
    Map<String, Function<Situation, List<Base>>> variables) {

  Activity {
    variables = Map.copyOf(variables);
  }
}
