package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ContactDetail;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.utilities.npm.NpmPackage;

/** What the implementation guide packs for any server: scenarios, their words, their codes. */
final class PackagedGuide {

  private static final String LOCATION = "/health/anbu/ig/anbu.outreach.tgz";

  private static final String[] TYPES = {
    "ValueSet", "ActivityDefinition", "Questionnaire", "Library", "Measure", "PlanDefinition"
  };

  private final FhirContext context;
  private final List<String> active;
  private final Clock clock;

  /**
   * @param active ids of the scenarios that plan from the first start, {@code *} for all
   */
  PackagedGuide(FhirContext context, List<String> active, Clock clock) {
    this.context = context;
    this.active = List.copyOf(active);
    this.clock = clock;
  }

  static boolean has(String type) {
    return List.of(TYPES).contains(type);
  }

  /** Scenarios are drafts unless they are to be active; then the operator has approved them. */
  List<MetadataResource> definitions() {
    try (InputStream stream = PackagedGuide.class.getResourceAsStream(LOCATION)) {
      NpmPackage npm = NpmPackage.fromPackage(stream);
      IParser parser = context.newJsonParser();
      return npm.listResources(TYPES).stream().map(file -> parse(npm, file, parser)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The implementation guide cannot be read", e);
    }
  }

  private MetadataResource parse(NpmPackage npm, String file, IParser parser) {
    try (InputStream stream = npm.load("package", file)) {
      MetadataResource definition = (MetadataResource) parser.parseResource(stream);
      if (definition instanceof PlanDefinition scenario) {
        setStatus(scenario);
      }
      return definition;
    } catch (IOException e) {
      throw new UncheckedIOException("The implementation guide's " + file + " cannot be read", e);
    }
  }

  private void setStatus(PlanDefinition scenario) {
    boolean plans = active.contains("*") || active.contains(scenario.getIdElement().getIdPart());
    scenario.setStatus(plans ? PublicationStatus.ACTIVE : PublicationStatus.DRAFT);
    if (plans) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
      scenario.setApprovalDateElement(new DateType(today.toString()));
      scenario.addEndorser(new ContactDetail().setName("Operator, by anbu.scenarios.active"));
    }
  }

  /** Of those that are to be active: the operator who lists them approves what is packed. */
  List<Task> approvals(List<MetadataResource> definitions) {
    Map<String, ActivityDefinition> words = new HashMap<>();
    definitions.stream()
        .filter(ActivityDefinition.class::isInstance)
        .map(ActivityDefinition.class::cast)
        .forEach(one -> words.put(one.getUrl() + "|" + one.getVersion(), one));
    return definitions.stream()
        .filter(PlanDefinition.class::isInstance)
        .map(PlanDefinition.class::cast)
        .filter(scenario -> scenario.getStatus() == PublicationStatus.ACTIVE)
        .map(scenario -> approval(scenario, words))
        .toList();
  }

  private Task approval(PlanDefinition scenario, Map<String, ActivityDefinition> words) {
    List<ActivityDefinition> its =
        ScenarioWords.canonicals(scenario).map(words::get).filter(Objects::nonNull).toList();
    return ScenarioApproval.byOperator(scenario, its, null, clock.instant(), clock.getZone());
  }
}
