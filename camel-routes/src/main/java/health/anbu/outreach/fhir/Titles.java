package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ComplaintAcknowledgement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.StringType;

/** What scenarios and their steps are called, translated where their definition is. */
final class Titles {

  private final Map<String, String> scenarios = new HashMap<>();
  private final Map<String, String> steps = new HashMap<>();

  private Titles(List<PlanDefinition> definitions, String language) {
    for (PlanDefinition definition : definitions) {
      String id = definition.getIdElement().getIdPart();
      scenarios.put(id, text(definition.getTitleElement(), language));
      for (PlanDefinitionActionComponent action : definition.getAction()) {
        steps.put(id + ":" + action.getId(), text(action.getTitleElement(), language));
      }
    }
  }

  /** Of these scenarios, and of the one that comes with the product. */
  static Titles of(FhirStore store, List<PlanDefinition> definitions, String language) {
    Titles titles = new Titles(definitions, language);
    store
        .search(Query.of("ActivityDefinition").where("url", ScenarioCatalog.ACKNOWLEDGEMENT))
        .stream()
        .findFirst()
        .ifPresent(words -> titles.add((ActivityDefinition) words, language));
    return titles;
  }

  /** The complaint's answer has no PlanDefinition: its words say what it and its step are. */
  private void add(ActivityDefinition words, String language) {
    String id = ComplaintAcknowledgement.SCENARIO;
    scenarios.put(id, text(words.getTitleElement(), language));
    steps.put(
        id + ":" + ComplaintAcknowledgement.STEP, text(words.getCode().getTextElement(), language));
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
