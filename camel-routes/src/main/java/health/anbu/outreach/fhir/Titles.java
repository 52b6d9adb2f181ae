package health.anbu.outreach.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.StringType;

/** What scenarios and their steps are called, translated where the scenario is. */
final class Titles {

  private final Map<String, String> scenarios = new HashMap<>();
  private final Map<String, String> steps = new HashMap<>();

  Titles(List<PlanDefinition> definitions, String language) {
    for (PlanDefinition definition : definitions) {
      String id = definition.getIdElement().getIdPart();
      scenarios.put(id, text(definition.getTitleElement(), language));
      for (PlanDefinitionActionComponent action : definition.getAction()) {
        steps.put(id + ":" + action.getId(), text(action.getTitleElement(), language));
      }
    }
  }

  static String text(StringType title, String language) {
    for (String wanted : Displays.languages(language)) {
      String said = title.getTranslation(wanted);
      if (said != null) {
        return said;
      }
      if (wanted.equals("en")) {
        break;
      }
    }
    return title.getValue();
  }

  String scenario(String id) {
    return scenarios.get(id);
  }

  String step(String scenario, String step) {
    return steps.get(scenario + ":" + step);
  }
}
