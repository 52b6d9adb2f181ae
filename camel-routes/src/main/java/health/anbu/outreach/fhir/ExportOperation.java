package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * {@code PlanDefinition/[id]/$export-outreach}: a scenario with its words and value sets as a
 * transaction that another server takes as it is. There it is a draft, until that clinic approves.
 */
public final class ExportOperation implements OutreachOperations {

  private final FhirStore plans;

  public ExportOperation(FhirStore plans) {
    this.plans = plans;
  }

  @Operation(name = "$export-outreach", typeName = "PlanDefinition", idempotent = true)
  public Bundle export(@IdParam IdType id) {
    PlanDefinition scenario =
        plans
            .read(PlanDefinition.class, id.getIdPart())
            .orElseThrow(
                () ->
                    Refusals.notFound(
                        "PlanDefinition/%s is not here: give the id of a scenario"
                            .formatted(id.getIdPart())));
    Map<String, Resource> all = new LinkedHashMap<>();
    for (PlanDefinitionActionComponent action : scenario.getAction()) {
      valueSets(action).forEach(url -> add(all, "ValueSet", url));
      if (action.hasDefinitionCanonicalType()) {
        add(all, "ActivityDefinition", action.getDefinitionCanonicalType().getValue());
      }
    }
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.TRANSACTION);
    all.values().forEach(resource -> put(bundle, resource));
    put(bundle, draft(scenario));
    return bundle;
  }

  private static List<String> valueSets(PlanDefinitionActionComponent action) {
    return action.getTrigger().stream()
        .flatMap(trigger -> trigger.getData().stream())
        .flatMap(data -> data.getCodeFilter().stream())
        .filter(filter -> filter.hasValueSet())
        .map(filter -> filter.getValueSet())
        .toList();
  }

  /** An older version of the words is found in their history. */
  private void add(Map<String, Resource> all, String type, String canonical) {
    String[] parts = canonical.split("\\|", 2);
    plans.search(Query.of(type).where("url", parts[0])).stream()
        .map(MetadataResource.class::cast)
        .map(found -> version(found, parts))
        .findFirst()
        .ifPresent(found -> all.put(canonical, found));
  }

  private MetadataResource version(MetadataResource found, String[] parts) {
    return parts.length == 1
            || parts[1].equals(found.getVersion())
            || !(found instanceof ActivityDefinition)
        ? found
        : plans.history(ActivityDefinition.class, found.getIdElement().getIdPart()).stream()
            .filter(older -> parts[1].equals(older.getVersion()))
            .map(MetadataResource.class::cast)
            .findFirst()
            .orElse(found);
  }

  /** Who approved it here has not approved it there. */
  private static PlanDefinition draft(PlanDefinition scenario) {
    PlanDefinition draft = scenario.copy();
    draft.setStatus(PublicationStatus.DRAFT);
    draft.setApprovalDateElement(null);
    draft.setEndorser(null);
    return draft;
  }

  private static void put(Bundle bundle, Resource resource) {
    Resource bare = resource.copy();
    bare.setId(bare.getIdElement().getIdPart());
    bare.getMeta().setVersionId(null).setLastUpdated(null).setSource(null);
    bundle
        .addEntry()
        .setResource(bare)
        .getRequest()
        .setMethod(HTTPVerb.PUT)
        .setUrl(bare.fhirType() + "/" + bare.getIdElement().getIdPart());
  }
}
