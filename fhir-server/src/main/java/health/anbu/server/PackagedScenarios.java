package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactDetail;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts the packaged scenarios, with their activities, measures and questionnaires, on a server that
 * never had them; what a clinic edited or deleted is left alone.
 */
@Component
class PackagedScenarios {

  private static final Logger log = LoggerFactory.getLogger(PackagedScenarios.class);
  private static final String[] TYPES = {
    "ActivityDefinition", "Questionnaire", "Library", "Measure", "PlanDefinition"
  };

  private final FhirContext fhirContext;
  private final IFhirSystemDao<Bundle, Meta> systemDao;
  private final JdbcTemplate jdbc;
  private final ScenarioSettings settings;
  private final ScenarioApprovals approvals;
  private final Clock clock;

  PackagedScenarios(
      FhirContext fhirContext,
      IFhirSystemDao<Bundle, Meta> systemDao,
      JdbcTemplate jdbc,
      ScenarioSettings settings,
      ScenarioApprovals approvals,
      Clock clock) {
    this.fhirContext = fhirContext;
    this.systemDao = systemDao;
    this.jdbc = jdbc;
    this.settings = settings;
    this.approvals = approvals;
    this.clock = clock;
  }

  void putAbsent(OutreachPackage guide) {
    List<Resource> absent =
        guide.resources(fhirContext, TYPES).stream().filter(this::neverExisted).toList();
    if (!absent.isEmpty()) {
      absent.forEach(this::setStatus);
      systemDao.transaction(ActivationGate.approved(), Puts.of(withApprovals(absent)));
      log.info("Put {} packaged scenarios and their parts", absent.size());
    }
  }

  /** A deleted resource still has its row: deleting is an edit too. */
  private boolean neverExisted(Resource resource) {
    Integer rows =
        jdbc.queryForObject(
            "select count(*) from hfj_resource where res_type = ? and fhir_id = ?",
            Integer.class,
            resource.fhirType(),
            resource.getIdElement().getIdPart());
    return rows == null || rows == 0;
  }

  private void setStatus(Resource resource) {
    if (resource instanceof PlanDefinition scenario) {
      boolean active = settings.isActive(scenario.getIdElement().getIdPart());
      scenario.setStatus(active ? PublicationStatus.ACTIVE : PublicationStatus.DRAFT);
      if (active) {
        approve(scenario);
      }
    }
  }

  /** The operator who lists a scenario in the settings approves it. */
  private List<Resource> withApprovals(List<Resource> absent) {
    List<Resource> all = new ArrayList<>(absent);
    List<ActivityDefinition> words =
        absent.stream()
            .filter(ActivityDefinition.class::isInstance)
            .map(ActivityDefinition.class::cast)
            .toList();
    absent.stream()
        .filter(PlanDefinition.class::isInstance)
        .map(PlanDefinition.class::cast)
        .filter(scenario -> scenario.getStatus() == PublicationStatus.ACTIVE)
        .forEach(
            scenario -> all.add(approvals.byOperator(scenario, approvals.words(scenario, words))));
    return all;
  }

  private void approve(PlanDefinition scenario) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    scenario.setApprovalDateElement(new DateType(today.toString()));
    scenario.addEndorser(new ContactDetail().setName("Operator, by anbu.scenarios.active"));
  }
}
