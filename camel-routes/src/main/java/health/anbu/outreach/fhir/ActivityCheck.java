package health.anbu.outreach.fhir;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;

/** Whether the words of an activity can be filled in: every variable must come from somewhere. */
final class ActivityCheck {

  private static final Pattern VARIABLE = Pattern.compile("#\\{([a-z][A-Za-z0-9]*)");
  private static final String APPOINTMENT_TIME = "appointmentTime";
  private static final Set<String> ALWAYS =
      Set.of("patientName", "clinicName", "clinicPhone", "anchorDate", "dueDate", "optOut");

  private final FhirPaths paths;
  private final ActivityDefinition definition;

  private ActivityCheck(FhirPaths paths, ActivityDefinition definition) {
    this.paths = paths;
    this.definition = definition;
  }

  static void check(FhirPaths paths, ActivityDefinition definition, Set<String> anchorTypes)
      throws FhirPaths.Refused {
    new ActivityCheck(paths, definition).check(anchorTypes);
  }

  private void check(Set<String> anchorTypes) throws FhirPaths.Refused {
    Map<String, String> declared = new LinkedHashMap<>();
    for (Extension variable : Extensions.of(definition, "message-variable")) {
      String name = Extensions.part(variable, "name").orElse("");
      Extension value = variable.getExtensionByUrl("expression");
      String expression =
          value == null
              ? null
              : Extensions.expression(value).map(e -> e.getExpression()).orElse(null);
      if (expression != null) {
        declared.put(name, expression);
        compile(name, expression, anchorTypes);
      }
    }
    Set<String> known = new HashSet<>(ALWAYS);
    known.addAll(declared.keySet());
    if (anchorTypes.contains("Appointment")) {
      known.add(APPOINTMENT_TIME);
    }
    for (Extension content : Extensions.of(definition, "message-content")) {
      words(content, known);
    }
  }

  private void compile(String name, String expression, Set<String> anchorTypes)
      throws FhirPaths.Refused {
    try {
      paths.values(expression, anchorTypes);
    } catch (FhirPaths.Refused e) {
      throw e.in(called() + ", the variable " + name);
    }
  }

  private void words(Extension content, Set<String> known) throws FhirPaths.Refused {
    for (Extension part : content.getExtension()) {
      words(part, known);
      if (part.getValue() instanceof PrimitiveType<?> text && text.hasValue()) {
        Matcher variable = VARIABLE.matcher(text.getValueAsString());
        while (variable.find()) {
          refuseUnknown(part.getUrl(), variable.group(1), known);
        }
      }
    }
  }

  private void refuseUnknown(String part, String name, Set<String> known) throws FhirPaths.Refused {
    if (!known.contains(name)) {
      String why =
          name.equals(APPOINTMENT_TIME)
              ? "only a scenario that counts from an Appointment has it"
              : "declare it with a message-variable, or use one of "
                  + String.join(", ", known.stream().sorted().toList());
      throw new FhirPaths.Refused(
          "%s: the %s has the variable #{%s}, which has no value: %s"
              .formatted(called(), part, name, why));
    }
  }

  private String called() {
    return "the activity " + definition.getUrl() + "|" + definition.getVersion();
  }
}
