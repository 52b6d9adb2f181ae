package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.plan.MessageRecord;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Resource;

/** Reads the clinic at a glance by counts and bounded searches, never the whole database. */
public final class OverviewReader {

  static final int ROWS = 50;
  private static final String[] ARRIVED =
      codes(DeliveryStatus.DELIVERED, DeliveryStatus.READ, DeliveryStatus.REPLIED);
  private static final String[] HANDED_OVER =
      codes(
          DeliveryStatus.SUBMITTED,
          DeliveryStatus.ACCEPTED,
          DeliveryStatus.DELIVERED,
          DeliveryStatus.READ,
          DeliveryStatus.REPLIED);

  private final Planning planning;
  private final FhirStore source;
  private final FhirStore plans;
  private final ScenarioCatalog catalog;
  private final Displays displays;
  private final Clock clock;
  private final ZoneId zone;

  public OverviewReader(
      Planning planning,
      FhirStore source,
      FhirStore plans,
      ScenarioCatalog catalog,
      Displays displays,
      Clock clock,
      ZoneId zone) {
    this.planning = planning;
    this.source = source;
    this.plans = plans;
    this.catalog = catalog;
    this.displays = displays;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * @param language of titles, as in Accept-Language; null for English
   */
  public Overview read(String language) {
    Instant now = clock.instant();
    OpenTasks tasks = OpenTasks.read(plans, displays, language, now, zone);
    List<PlanDefinition> scenarios = scenarios(plans);
    Titles titles = Titles.of(plans, scenarios, language);
    return new Overview(
        text(now),
        counts(now, tasks),
        scenarios.stream().map(scenario -> row(scenario, titles)).toList(),
        patients(titles),
        tasks.first(),
        kpi(language));
  }

  static List<PlanDefinition> scenarios(FhirStore store) {
    return store.search(Query.of("PlanDefinition").pageSize(200)).stream()
        .map(PlanDefinition.class::cast)
        .filter(plan -> plan.getMeta().hasProfile(Words.profile("outreach-scenario")))
        .sorted(Comparator.comparing(plan -> plan.getIdElement().getIdPart()))
        .toList();
  }

  private Overview.Counts counts(Instant now, OpenTasks tasks) {
    LocalDate today = now.atZone(zone).toLocalDate();
    return new Overview.Counts(
        plans.count(requests("active")),
        plans.count(onDay(requests("active"), "occurrence", today)),
        plans.count(onDay(messages(HANDED_OVER), "sent", today)),
        plans.count(messages(ARRIVED)),
        plans.count(
            messages(codes(DeliveryStatus.FAILED_TEMPORARY, DeliveryStatus.FAILED_PERMANENT))),
        plans.count(messages(codes(DeliveryStatus.UNKNOWN))),
        plans.count(messages(codes(DeliveryStatus.HELD))),
        tasks.complaints(),
        tasks.complaintsOverdue(),
        tasks.unassigned());
  }

  private static String[] codes(DeliveryStatus... statuses) {
    return Stream.of(statuses).map(DeliveryStatus::code).toArray(String[]::new);
  }

  /** Only those that carry an outreach key; an EHR may have requests of its own. */
  private static Query requests(String status) {
    return Query.of("CommunicationRequest")
        .where("status", status)
        .whereCode("identifier", Words.OUTREACH_KEY, "");
  }

  private static Query messages(String... deliveryStatuses) {
    return Query.of("Communication").where("delivery-status", deliveryStatuses);
  }

  private Query onDay(Query query, String parameter, LocalDate day) {
    return query
        .where(parameter, "ge" + text(day.atStartOfDay(zone).toInstant()))
        .where(parameter, "lt" + text(day.plusDays(1).atStartOfDay(zone).toInstant()));
  }

  private Overview.ScenarioRow row(PlanDefinition plan, Titles titles) {
    String id = plan.getIdElement().getIdPart();
    boolean active =
        catalog.scenarios(List.of()).stream().anyMatch(scenario -> scenario.id().equals(id));
    return new Overview.ScenarioRow(
        id,
        titles.scenario(id),
        plan.hasStatus() ? plan.getStatus().toCode() : null,
        active,
        count(id, "active"),
        count(id, "completed"));
  }

  private int count(String scenario, String status) {
    return plans.count(
        Query.of("CommunicationRequest").where("status", status).where("scenario:exact", scenario));
  }

  private List<Overview.PatientRow> patients(Titles titles) {
    Map<String, PatientFacts> facts = planning.facts(lately());
    return facts.values().stream()
        .map(patient -> row(patient, titles))
        .sorted(
            Comparator.comparing((Overview.PatientRow row) -> row.next() == null)
                .thenComparing(row -> row.next() == null ? "" : row.next().due())
                .thenComparing(Overview.PatientRow::id))
        .toList();
  }

  /** Who hears something next, who heard something last, and then whoever changed last. */
  private Collection<String> lately() {
    Set<String> ids = new LinkedHashSet<>();
    patientsOf(plans, requests("active").sortedBy("occurrence"), ids, ROWS / 2);
    patientsOf(plans, messages(HANDED_OVER).sortedBy("-sent"), ids, ROWS);
    if (ids.size() < ROWS) {
      source.first(Query.of("Patient").sortedBy("-_lastUpdated"), ROWS).stream()
          .map(patient -> patient.getIdElement().getIdPart())
          .limit(ROWS)
          .forEach(ids::add);
    }
    return ids.stream().limit(ROWS).toList();
  }

  private static void patientsOf(FhirStore store, Query query, Set<String> ids, int most) {
    store.first(query, ROWS * 2).stream()
        .flatMap(resource -> References.patients(resource).stream())
        .takeWhile(id -> ids.size() < most)
        .forEach(ids::add);
  }

  private Overview.PatientRow row(PatientFacts facts, Titles titles) {
    Optional<RequestRecord> next =
        facts.requests().stream()
            .filter(RequestRecord::active)
            .filter(request -> request.due() != null)
            .min(Comparator.comparing(RequestRecord::due));
    Optional<MessageRecord> last =
        facts.messages().stream()
            .filter(message -> message.sent() != null)
            .max(Comparator.comparing(MessageRecord::sent));
    return new Overview.PatientRow(
        facts.id(),
        name(facts),
        facts.language(),
        next.map(request -> next(request, titles)).orElse(null),
        last.map(message -> last(message, facts, titles)).orElse(null));
  }

  private Overview.Next next(RequestRecord request, Titles titles) {
    String step = step(request);
    return new Overview.Next(
        text(request.due()),
        request.scenario(),
        step,
        titles.scenario(request.scenario()),
        titles.step(request.scenario(), step));
  }

  private Overview.Last last(MessageRecord message, PatientFacts facts, Titles titles) {
    RequestRecord request =
        facts.requests().stream().filter(message::speaksFor).findFirst().orElse(null);
    String scenario = request == null ? null : request.scenario();
    String step = request == null ? null : step(request);
    return new Overview.Last(
        text(message.sent()),
        scenario,
        step,
        titles.scenario(scenario),
        titles.step(scenario, step),
        message.channel(),
        message.status().code());
  }

  static String step(RequestRecord request) {
    return request.key().split(":", 3)[1];
  }

  static String name(PatientFacts facts) {
    return ((Patient) FhirEvidence.of(facts.evidence()))
        .getName().stream()
            .filter(name -> name.getUse() != HumanName.NameUse.OLD)
            .findFirst()
            .map(OverviewReader::name)
            .orElse(null);
  }

  /** Family name first where the script is one in which names are written so. */
  private static String name(HumanName name) {
    if (name.hasText()) {
      return name.getText();
    }
    String family = Objects.requireNonNullElse(name.getFamily(), "");
    String given = name.getGivenAsSingleString();
    boolean hangul = family.codePoints().anyMatch(c -> script(c) == Character.UnicodeScript.HANGUL);
    boolean han = family.codePoints().anyMatch(c -> script(c) == Character.UnicodeScript.HAN);
    if (hangul) {
      return family + given;
    }
    return (han ? family + " " + given : given + " " + family).strip();
  }

  private static Character.UnicodeScript script(int codePoint) {
    return Character.UnicodeScript.of(codePoint);
  }

  private List<Overview.Measured> kpi(String language) {
    List<Overview.Measured> all = new ArrayList<>();
    Query latest =
        Query.of("MeasureReport").where("measure", RevisitReport.MEASURE).sortedBy("-date");
    for (Resource found : plans.first(latest, 1)) {
      all.add(measured((MeasureReport) found));
    }
    return all;
  }

  private static Overview.Measured measured(MeasureReport report) {
    MeasureReportGroupComponent group = report.getGroupFirstRep();
    return new Overview.Measured(
        RevisitReport.ID,
        RevisitReport.TITLE,
        count(group, "numerator"),
        count(group, "denominator"),
        group.hasMeasureScore() ? group.getMeasureScore().getValue() : null);
  }

  private static int count(MeasureReportGroupComponent group, String population) {
    return group.getPopulation().stream()
        .filter(p -> p.getCode().getCodingFirstRep().getCode().equals(population))
        .mapToInt(p -> p.getCount())
        .findFirst()
        .orElse(0);
  }

  private String text(Instant instant) {
    return Times.dateTime(instant, zone).getValueAsString();
  }
}
