package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.Migration;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Scenario;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * {@code PlanDefinition/[id]/$migrate-outreach}: shows what the current version would change in the
 * requests that wait and follow an older one, and, asked for it, moves them to it, takes them back,
 * or undoes either.
 */
public final class MigrateOperation implements OutreachOperations {

  private static final int TOGETHER = 50;
  private static final int SHOWN = 200;
  private static final int ATTEMPTS = 5;

  private final Planning planning;
  private final FhirStore plans;
  private final ScenarioCatalog catalog;
  private final MessageComposer composer;
  private final RequestWriter writer;
  private final ClinicPolicy clinic;
  private final Clock clock;

  public MigrateOperation(
      Planning planning,
      FhirStore plans,
      ScenarioCatalog catalog,
      ClinicPolicy clinic,
      Clock clock) {
    this.planning = planning;
    this.plans = plans;
    this.catalog = catalog;
    this.composer = new MessageComposer(catalog);
    this.writer = new RequestWriter(clinic.zone());
    this.clinic = clinic;
    this.clock = clock;
  }

  /** What was asked for. */
  private record Order(String scenario, String current, Migration.Mode mode, boolean dryRun) {}

  /**
   * @param mode migrate (default), withdraw or rollback
   * @param dryRun true (default) shows what would change and writes nothing
   */
  @Operation(name = "$migrate-outreach", typeName = "PlanDefinition")
  public Parameters migrate(
      @IdParam IdType id,
      @OperationParam(name = "mode", max = 1) CodeType mode,
      @OperationParam(name = "dryRun", max = 1) BooleanType dryRun,
      RequestDetails request) {
    // What was written the moment before counts.
    catalog.forget();
    Order order = order(id, mode, dryRun);
    Parameters answer = new Parameters();
    answer.addParameter().setName("scenario").setValue(new CanonicalType(order.current));
    answer.addParameter().setName("mode").setValue(new CodeType(order.mode.code()));
    answer.addParameter().setName("dryRun").setValue(new BooleanType(order.dryRun));
    Map<String, Integer> counts = new TreeMap<>();
    List<ParametersParameterComponent> shown = new ArrayList<>();
    List<String> patients = List.copyOf(patients(order));
    for (int from = 0; from < patients.size(); from += TOGETHER) {
      List<String> some = patients.subList(from, Math.min(patients.size(), from + TOGETHER));
      carryOut(order, some, caller(request), counts, shown);
    }
    counts.forEach(
        (name, count) -> answer.addParameter().setName(name).setValue(new IntegerType(count)));
    shown.forEach(answer::addParameter);
    return answer;
  }

  private Order order(IdType id, CodeType mode, BooleanType dryRun) {
    PlanDefinition definition =
        plans
            .read(PlanDefinition.class, id.getIdPart())
            .orElseThrow(
                () ->
                    Refusals.notFound(
                        "PlanDefinition/%s is not here: give the id of a scenario"
                            .formatted(id.getIdPart())));
    String code = mode == null || !mode.hasValue() ? "migrate" : mode.getValue();
    Migration.Mode wanted =
        Migration.Mode.of(code)
            .orElseThrow(
                () ->
                    Refusals.invalid(
                        "mode '%s' is not known: give migrate, withdraw or rollback"
                            .formatted(code)));
    String scenario = id.getIdPart();
    String current =
        catalog.scenarios(List.of()).stream()
            .filter(active -> active.id().equals(scenario))
            .map(Scenario::canonical)
            .findFirst()
            .orElseThrow(
                () ->
                    Refusals.unprocessable(
                        "PlanDefinition/%s (%s) does not plan, so nothing waits for it: make it active first"
                            .formatted(scenario, definition.getStatus().toCode())));
    return new Order(
        scenario, current, wanted, dryRun == null || !dryRun.hasValue() || dryRun.getValue());
  }

  /** Whom requests of this scenario concern that may have to change. */
  private Collection<String> patients(Order order) {
    List<String> states =
        order.mode == Migration.Mode.ROLLBACK ? List.of("active", "revoked") : List.of("active");
    Query query =
        Query.of("CommunicationRequest")
            .where("status", states)
            .where("scenario:exact", order.scenario)
            .pageSize(500);
    TreeSet<String> found = new TreeSet<>();
    plans.search(
        query,
        page ->
            page.stream()
                .map(CommunicationRequest.class::cast)
                .flatMap(one -> References.patient(one.getSubject()).stream())
                .forEach(found::add));
    return found;
  }

  private void carryOut(
      Order order,
      List<String> patients,
      Caller caller,
      Map<String, Integer> counts,
      List<ParametersParameterComponent> shown) {
    List<String> left = patients;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      Instant now = clock.instant();
      List<Transactions.Group> groups = new ArrayList<>();
      Map<String, List<ParametersParameterComponent>> told = new TreeMap<>();
      for (PatientFacts facts : planning.facts(left).values()) {
        Migration migration =
            Migration.of(facts, target(order), order.mode, as -> planning.plan(as, now));
        if (!migration.changes().isEmpty()) {
          groups.add(
              new Transactions.Group(facts.id(), writes(order, facts, migration, caller, now)));
          told.put(
              facts.id(),
              migration.changes().stream().map(c -> shown(facts, c, order, now)).toList());
        }
      }
      List<String> again = order.dryRun ? List.of() : write(groups, told);
      told.values().forEach(all -> all.forEach(one -> count(one, counts)));
      told.values().forEach(all -> all.stream().limit(SHOWN - shown.size()).forEach(shown::add));
      if (attempt == ATTEMPTS && !again.isEmpty()) {
        counts.merge("conflicts", again.size(), Integer::sum);
        return;
      }
      left = again;
    }
  }

  /** Each patient's writes stand or fall together; answers who has to be looked at again. */
  private List<String> write(
      List<Transactions.Group> groups, Map<String, List<ParametersParameterComponent>> told) {
    if (groups.isEmpty()) {
      return List.of();
    }
    Transactions.Leftover leftover = new Transactions(plans).write(groups);
    List<String> again = leftover.conflicts().stream().map(Transactions.Group::name).toList();
    leftover.refused().forEach(group -> told.remove(group.name()));
    again.forEach(told::remove);
    planning.follow(told.keySet());
    return again;
  }

  private List<Write> writes(
      Order order, PatientFacts facts, Migration migration, Caller caller, Instant now) {
    List<Write> writes = new ArrayList<>();
    migration.changes().forEach(c -> writes.add(writer.migrate(facts, c, order.mode, now)));
    writes.add(
        RequestWriter.put(
            AuditWriter.migration(
                caller, order.scenario, order.mode.code(), List.of(facts.id()), now),
            null));
    return writes;
  }

  private static Function<RequestRecord, Optional<String>> target(Order order) {
    return request -> {
      if (!request.scenario().equals(order.scenario)) {
        return Optional.empty();
      }
      if (order.mode == Migration.Mode.ROLLBACK) {
        return Extensions.text(
            (CommunicationRequest) FhirEvidence.of(request.evidence()), "migrated-from");
      }
      boolean older = request.active() && !request.canonical().equals(order.current);
      return older ? Optional.of(order.current) : Optional.empty();
    };
  }

  private static void count(ParametersParameterComponent shown, Map<String, Integer> counts) {
    counts.merge(shown.getPart().get(2).getValue().primitiveValue(), 1, Integer::sum);
  }

  private ParametersParameterComponent shown(
      PatientFacts facts, Migration.Change change, Order order, Instant now) {
    ParametersParameterComponent one = new ParametersParameterComponent().setName("request");
    one.addPart()
        .setName("request")
        .setValue(new Reference("CommunicationRequest/" + change.request().id()));
    one.addPart().setName("patient").setValue(Inquirers.reference(facts.id()));
    one.addPart()
        .setName("result")
        .setValue(new CodeType(change.after() == null ? "withdrawn" : result(order.mode)));
    one.addPart().setName("from").setValue(new CanonicalType(change.from()));
    one.addPart().setName("to").setValue(new CanonicalType(change.to()));
    due(one, "dueBefore", change.before());
    due(one, "dueAfter", change.after());
    if (change.reason() != null) {
      one.addPart()
          .setName("reason")
          .setValue(new org.hl7.fhir.r4.model.Coding(Words.REASON, change.reason().code(), null));
    }
    String before = text(facts, change.before(), now);
    String after = text(facts, change.after(), now);
    if (!before.equals(after)) {
      text(one, "textBefore", before);
      text(one, "textAfter", after);
    }
    return one;
  }

  private static String result(Migration.Mode mode) {
    return mode == Migration.Mode.ROLLBACK ? "restored" : "migrated";
  }

  private static void due(ParametersParameterComponent one, String name, PlannedMessage message) {
    if (message != null) {
      one.addPart().setName(name).setValue(Times.dateTime(message.due()));
    }
  }

  private static void text(ParametersParameterComponent one, String name, String text) {
    if (!text.isEmpty()) {
      one.addPart().setName(name).setValue(new StringType(text));
    }
  }

  /** As it would go over the first channel; why not, where it could not. */
  private String text(PatientFacts facts, PlannedMessage message, Instant now) {
    if (message == null) {
      return "";
    }
    Rendering rendering =
        composer.compose(
            facts,
            message,
            message.permit().channels().get(0),
            message.permit().sentAs(),
            clinic,
            now);
    return rendering instanceof Rendering.Rendered rendered
        ? String.join("\n\n", rendered.parts())
        : rendering.toString();
  }

  private static Caller caller(RequestDetails request) {
    if (request instanceof ServletRequestDetails details && details.getServletRequest() != null) {
      var servlet = details.getServletRequest();
      var principal = servlet.getUserPrincipal();
      return new Caller(
          principal == null ? null : principal.getName(), null, servlet.getRemoteAddr());
    }
    return new Caller(null, null, null);
  }
}
