package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Resource;

/** The ActivityDefinitions that hold the words of a scenario, in the versions it names. */
public final class ScenarioWords {

  private final FhirStore store;
  private final List<ActivityDefinition> written;

  public ScenarioWords(FhirStore store) {
    this(store, List.of());
  }

  private ScenarioWords(FhirStore store, List<ActivityDefinition> written) {
    this.store = store;
    this.written = List.copyOf(written);
  }

  /** As it will be with these, whatever is stored of them yet. */
  public ScenarioWords with(List<ActivityDefinition> written) {
    return new ScenarioWords(store, written);
  }

  /** In the order of the steps, each once; what is not on the server is left out. */
  public List<ActivityDefinition> of(PlanDefinition scenario) {
    return canonicals(scenario).map(this::find).flatMap(Optional::stream).toList();
  }

  /** Whether a step of the scenario means this one; by its address, in this version or in any. */
  public static boolean uses(PlanDefinition scenario, ActivityDefinition words) {
    String url = words.getUrl();
    return canonicals(scenario)
        .anyMatch(used -> used.equals(url) || used.equals(url + "|" + words.getVersion()));
  }

  static Stream<String> canonicals(PlanDefinition scenario) {
    return scenario.getAction().stream()
        .filter(PlanDefinitionActionComponent::hasDefinitionCanonicalType)
        .map(PlanDefinitionActionComponent::getDefinitionCanonicalType)
        .map(CanonicalType::getValue)
        .filter(Objects::nonNull)
        .distinct();
  }

  Optional<ActivityDefinition> find(String canonical) {
    String[] parts = canonical.split("\\|", 2);
    List<ActivityDefinition> found = found(parts[0]);
    return found.stream()
        .filter(definition -> parts.length == 1 || parts[1].equals(definition.getVersion()))
        .findFirst()
        .or(() -> older(found, parts));
  }

  private List<ActivityDefinition> found(String url) {
    List<ActivityDefinition> found = new ArrayList<>();
    written.stream().filter(one -> url.equals(one.getUrl())).forEach(found::add);
    store.search(Query.of("ActivityDefinition").where("url", url)).stream()
        .map(ActivityDefinition.class::cast)
        .filter(one -> written.stream().noneMatch(other -> id(other).equals(id(one))))
        .forEach(found::add);
    return found;
  }

  private static String id(Resource resource) {
    return resource.getIdElement().getIdPart();
  }

  private Optional<ActivityDefinition> older(List<ActivityDefinition> found, String[] parts) {
    return found.stream()
        .flatMap(now -> store.history(ActivityDefinition.class, id(now)).stream())
        .filter(definition -> parts[1].equals(definition.getVersion()))
        .findFirst();
  }
}
