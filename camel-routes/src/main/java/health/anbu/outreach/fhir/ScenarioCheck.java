package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a server asks before it stores a scenario or its words, so that what is stored works. A
 * retired one is never refused: stopping must always be possible.
 */
public final class ScenarioCheck {

  private static final Set<String> CHECKED =
      Set.of("PlanDefinition", "ActivityDefinition", "Group");

  private final FhirContext context;
  private final ScenarioCatalog catalog;

  public ScenarioCheck(FhirContext context, FhirStore store, FhirPaths paths) {
    this.context = context;
    this.catalog = new ScenarioCatalog(store, paths);
  }

  /** An expression that is too large to be looked at; asked before anything else looks. */
  public Optional<String> tooLarge(Resource resource) {
    if (!CHECKED.contains(resource.fhirType())) {
      return Optional.empty();
    }
    try {
      for (Expression expression :
          context.newTerser().getAllPopulatedChildElementsOfType(resource, Expression.class)) {
        if (expression.hasExpression()) {
          ExpressionCheck.size(expression.getExpression());
        }
      }
      return Optional.empty();
    } catch (FhirPaths.Refused e) {
      return Optional.of(e.getMessage());
    }
  }

  /** What the planner would not understand, with what to change. */
  public Optional<String> problem(Resource resource) {
    if (resource instanceof MetadataResource known
        && known.getStatus() == PublicationStatus.RETIRED) {
      return Optional.empty();
    }
    if (resource instanceof PlanDefinition plan && declares(plan, "outreach-scenario")) {
      return catalog.problem(plan);
    }
    if (resource instanceof Group group && declares(group, "segment-group")) {
      return catalog.problem(group);
    }
    if (resource instanceof ConceptMap table && declares(table, "golden-time-table")) {
      return GoldenTimeReader.problem(table);
    }
    return resource instanceof ActivityDefinition words && declares(words, "outreach-activity")
        ? catalog.problem(words)
        : Optional.empty();
  }

  private static boolean declares(Resource resource, String profile) {
    return resource.getMeta().getProfile().stream()
        .map(declared -> declared.getValue().replaceFirst("\\|.*", ""))
        .anyMatch(Words.profile(profile)::equals);
  }
}
