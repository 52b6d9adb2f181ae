package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.MessageRenderer;
import health.anbu.outreach.content.MessageTemplate;
import java.util.Map;

/**
 * What a step says: read from an ActivityDefinition.
 *
 * @param variables by name, those that the activity declares itself
 * @param renderer of the template, made once
 * @param advertises it says words of advertising without declaring that it is
 */
record Activity(
    String canonical,
    Purpose purpose,
    MessageTemplate template,
    Map<String, MessageVariable> variables,
    MessageRenderer renderer,
    boolean advertises) {

  Activity {
    variables = Map.copyOf(variables);
  }

  /** Whether the variable may only stand where nobody but the patient reads. */
  boolean confidential(String variable, boolean sensitive) {
    MessageVariable declared = variables.get(variable);
    return declared != null && declared.reading().confidential(sensitive);
  }
}
