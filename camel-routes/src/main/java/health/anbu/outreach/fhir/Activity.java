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

  /** Whether there are words of this tone in the language. */
  boolean speaks(String language, String tone) {
    return template.contents().stream()
        .anyMatch(
            content ->
                tone.equals(content.tone())
                    && language != null
                    && language.split("-")[0].equals(content.language()));
  }

  /** Whether the variable may only stand where nobody but the patient reads. */
  boolean confidential(String variable, boolean sensitive) {
    MessageVariable declared = variables.get(variable);
    return declared != null && declared.reading().confidential(sensitive);
  }
}
