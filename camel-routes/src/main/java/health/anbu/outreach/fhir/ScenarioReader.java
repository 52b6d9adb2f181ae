package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Anchor;
import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.CodeSet;
import health.anbu.outreach.plan.Condition;
import health.anbu.outreach.plan.DateExpression;
import health.anbu.outreach.plan.GoldenTime;
import health.anbu.outreach.plan.GoldenTimes;
import health.anbu.outreach.plan.Offset;
import health.anbu.outreach.plan.Rivalry;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Segment;
import health.anbu.outreach.plan.SendWindow;
import health.anbu.outreach.plan.Step;
import health.anbu.outreach.plan.Trigger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DataRequirement.DataRequirementCodeFilterComponent;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionRelatedActionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.TriggerDefinition;

/** Compiles a PlanDefinition of profile outreach-scenario into what the planner understands. */
final class ScenarioReader {

  /** Finds what a step says, by its canonical. */
  interface Activities {
    /** The segment that a scenario asks for. */
    default Segment segment(String group) throws FhirPaths.Refused {
      throw new FhirPaths.Refused(group + " cannot be read here");
    }

    Activity find(String canonical) throws FhirPaths.Refused;

    /** Who answers for a step, as they are known here; null where they are not. */
    default String owner(String reference) throws FhirPaths.Refused {
      return reference;
    }

    /** Whether its words can be filled in for an anchor of these types. */
    default void check(String canonical, Set<String> anchorTypes) throws FhirPaths.Refused {
      // Whoever only reads a scenario has nothing to check them with.
    }
  }

  private final FhirPaths paths;
  private final ValueSets valueSets;
  private final Activities activities;
  private final Supplier<GoldenTimes> times;

  /**
   * @param times asked only where a step goes by them
   */
  ScenarioReader(
      FhirPaths paths, ValueSets valueSets, Activities activities, Supplier<GoldenTimes> times) {
    this.times = times;
    this.paths = paths;
    this.valueSets = valueSets;
    this.activities = activities;
  }

  Scenario read(PlanDefinition plan) throws FhirPaths.Refused {
    List<PlanDefinitionActionComponent> actions = plan.getAction();
    if (actions.isEmpty() || !"anchor".equals(actions.get(0).getId())) {
      throw new FhirPaths.Refused("action[0] must have the id 'anchor': it says what starts it");
    }
    PlanDefinitionActionComponent anchor = actions.get(0);
    Set<String> types = AnchorTypes.of(anchor);
    List<Step> steps = new ArrayList<>();
    for (PlanDefinitionActionComponent action : actions.subList(1, actions.size())) {
      steps.add(
          golden(step(action, types), action)
              .with(TimingReader.read(action.getId(), plan, action))
              .ownedBy(owner(action)));
    }
    if (steps.isEmpty()) {
      throw new FhirPaths.Refused("there is no step: add an action with a definitionCanonical");
    }
    DigestCheck.refuseMixed(steps);
    return new Scenario(
        plan.getIdElement().getIdPart(),
        plan.getUrl() + "|" + plan.getVersion(),
        plan.hasTitle() ? plan.getTitle() : plan.getName(),
        true,
        anchor(anchor),
        who(plan, anchor, types),
        Extensions.of(plan, "exit-rule").stream()
            .flatMap(extension -> Extensions.text(extension).stream())
            .collect(Collectors.toSet()),
        exits(plan, types),
        steps,
        rivalry(plan));
  }

  private static Rivalry rivalry(PlanDefinition plan) {
    return new Rivalry(
        Extensions.text(plan, "collision-group").orElse(null),
        Extensions.text(plan, "collision-priority").map(Integer::valueOf).orElse(0),
        Extensions.text(plan, "one-at-a-time").orElse(null),
        Extensions.text(plan, "collision-scope")
            .map(scope -> Rivalry.Scope.valueOf(scope.toUpperCase(Locale.ROOT)))
            .orElse(Rivalry.Scope.PATIENT));
  }

  /** The segment first: it is what most people are left out by. */
  private List<Condition> who(
      PlanDefinition plan, PlanDefinitionActionComponent anchor, Set<String> types)
      throws FhirPaths.Refused {
    List<Condition> conditions = new ArrayList<>();
    for (Extension extension : Extensions.of(plan, "segment")) {
      conditions.add(activities.segment(((Reference) extension.getValue()).getReference()));
    }
    conditions.addAll(conditions(anchor, types));
    return conditions;
  }

  private List<Condition> exits(PlanDefinition plan, Set<String> types) throws FhirPaths.Refused {
    List<Condition> exits = new ArrayList<>();
    for (Extension extension : Extensions.of(plan, "exit-condition")) {
      exits.add(condition("exit-condition", required(extension, "exit-condition"), types));
    }
    return exits;
  }

  private Anchor anchor(PlanDefinitionActionComponent action) throws FhirPaths.Refused {
    for (TriggerDefinition trigger : action.getTrigger()) {
      if (trigger.getType() == TriggerDefinition.TriggerType.NAMEDEVENT) {
        return named(action, trigger.getName());
      }
    }
    List<Trigger> triggers = new ArrayList<>();
    for (TriggerDefinition trigger : action.getTrigger()) {
      for (DataRequirement data : trigger.getData()) {
        triggers.add(trigger(data));
      }
    }
    if (triggers.isEmpty()) {
      throw new FhirPaths.Refused("the anchor has no trigger with data: it would never start");
    }
    Extension date =
        Extensions.first(action, "anchor-date")
            .orElseThrow(() -> new FhirPaths.Refused("the anchor has no extension anchor-date"));
    return new Anchor.Event(triggers, date(required(date, "anchor-date"), AnchorTypes.of(action)));
  }

  private static Anchor named(PlanDefinitionActionComponent action, String name)
      throws FhirPaths.Refused {
    return switch (name == null ? "" : name) {
      case "birthday" -> new Anchor.Birthday();
      case "first-contact" -> new Anchor.FirstContact();
      case "last-visit" -> new Anchor.LastVisit();
      case "fixed-date" -> fixedDate(action);
      case "programme-week" -> programmeWeek(action);
      default ->
          throw new FhirPaths.Refused(
              "the named event '"
                  + name
                  + "' is not known: use birthday, first-contact, last-visit, fixed-date or"
                  + " programme-week");
    };
  }

  private static Anchor programmeWeek(PlanDefinitionActionComponent action)
      throws FhirPaths.Refused {
    Extension week =
        Extensions.first(action, "programme-week")
            .orElseThrow(() -> new FhirPaths.Refused("the anchor has no programme-week"));
    try {
      return new Anchor.ProgrammeWeek(
          Extensions.number(week, "month").orElse(0), Extensions.number(week, "week").orElse(0));
    } catch (IllegalArgumentException e) {
      throw new FhirPaths.Refused("programme-week: " + e.getMessage());
    }
  }

  private static Anchor fixedDate(PlanDefinitionActionComponent action) throws FhirPaths.Refused {
    String day = Extensions.first(action, "anchor-day").flatMap(Extensions::text).orElse("");
    try {
      return day.startsWith("--")
          ? new Anchor.FixedDate(null, MonthDay.parse(day))
          : new Anchor.FixedDate(LocalDate.parse(day), null);
    } catch (DateTimeException e) {
      throw new FhirPaths.Refused(
          "anchor-day '%s': give a day once as 2027-05-08, or of every year as --05-08"
              .formatted(day));
    }
  }

  private Trigger trigger(DataRequirement data) throws FhirPaths.Refused {
    Map<String, CodeSet> filters = new HashMap<>();
    Set<String> statuses = new HashSet<>();
    Set<String> from = new HashSet<>();
    for (DataRequirementCodeFilterComponent filter : data.getCodeFilter()) {
      if ("status".equals(filter.getPath())) {
        filter.getCode().forEach(code -> statuses.add(code.getCode()));
        from.addAll(Extensions.all(filter, "from-status"));
        AnchorTypes.refuseUnknown(data.getType(), statuses);
        AnchorTypes.refuseUnknown(data.getType(), from);
      } else {
        filters.put(filter.getPath(), codes(filter));
      }
    }
    return new Trigger(data.getType(), filters, statuses, from);
  }

  private CodeSet codes(DataRequirementCodeFilterComponent filter) throws FhirPaths.Refused {
    if (filter.hasValueSet()) {
      return valueSets.resolve(filter.getValueSet());
    }
    Set<Code> codes =
        filter.getCode().stream()
            .map(code -> new Code(code.getSystem(), code.getCode()))
            .collect(Collectors.toSet());
    return new CodeSet(codes, Set.of());
  }

  private DateExpression date(String expression, Set<String> types) throws FhirPaths.Refused {
    try {
      return paths.date(expression, types);
    } catch (FhirPaths.Refused e) {
      throw e.in("the extension anchor-date");
    }
  }

  private List<Condition> conditions(PlanDefinitionActionComponent action, Set<String> types)
      throws FhirPaths.Refused {
    List<Condition> conditions = new ArrayList<>();
    for (var condition : action.getCondition()) {
      String where = "the condition of the action '" + action.getId() + "'";
      conditions.add(condition(where, condition.getExpression().getExpression(), types));
    }
    return conditions;
  }

  private Condition condition(String where, String expression, Set<String> types)
      throws FhirPaths.Refused {
    if (expression == null) {
      throw new FhirPaths.Refused(where + " has no expression");
    }
    try {
      return paths.condition(expression, types);
    } catch (FhirPaths.Refused e) {
      throw e.in(where);
    }
  }

  private Step step(PlanDefinitionActionComponent action, Set<String> types)
      throws FhirPaths.Refused {
    String id = action.getId();
    if (id == null || action.getRelatedAction().size() != 1) {
      throw new FhirPaths.Refused(
          "every step needs an id and one relatedAction to 'anchor'; look at " + id);
    }
    PlanDefinitionActionRelatedActionComponent relation = action.getRelatedActionFirstRep();
    String canonical = action.getDefinitionCanonicalType().getValue();
    Activity activity = activities.find(canonical);
    activities.check(canonical, types);
    Step.Direction direction = direction(id, relation);
    return new Step(
        id,
        action.hasTitle() ? action.getTitle() : id,
        direction,
        direction == Step.Direction.AT_ONCE
            ? Offset.ZERO
            : offset(id, (Duration) relation.getOffset()),
        window(action),
        validFor(id, action),
        activity.purpose(),
        activity.canonical(),
        action.hasPriority() ? action.getPriority().toCode() : null,
        conditions(action, types));
  }

  private Step golden(Step step, PlanDefinitionActionComponent action) {
    return Extensions.first(action, "golden-time")
        .flatMap(Extensions::text)
        .map(entry -> step.with(new GoldenTime(entry, times.get(), null)))
        .orElse(step);
  }

  /** In R4 a request cannot come from a CareTeam: a team is an Organization. */
  private String owner(PlanDefinitionActionComponent action) throws FhirPaths.Refused {
    Optional<Extension> extension = Extensions.first(action, "step-owner");
    if (extension.isEmpty()) {
      return null;
    }
    String owner =
        extension.get().getValue() instanceof Reference who && who.hasReference()
            ? who.getReference()
            : "";
    if (!owner.matches("(Practitioner|PractitionerRole|Organization)/[A-Za-z0-9.-]{1,64}")) {
      throw new FhirPaths.Refused(
          "the owner '%s' of the step %s: refer to a Practitioner, PractitionerRole or Organization, such as Organization/desk-team"
              .formatted(owner, action.getId()));
    }
    return activities.owner(owner);
  }

  private static Step.Direction direction(
      String id, PlanDefinitionActionRelatedActionComponent relation) throws FhirPaths.Refused {
    String code = relation.hasRelationship() ? relation.getRelationship().toCode() : "";
    return switch (code) {
      case "before-start" -> Step.Direction.BEFORE;
      case "after-start" -> Step.Direction.AFTER;
      case "concurrent-with-start" -> Step.Direction.AT_ONCE;
      default ->
          throw new FhirPaths.Refused(
              "the step "
                  + id
                  + " is related by '"
                  + code
                  + "': use before-start, after-start or concurrent-with-start");
    };
  }

  static Offset offset(String id, Duration duration) throws FhirPaths.Refused {
    Optional<Offset.Unit> unit =
        Optional.ofNullable(duration)
            .flatMap(d -> Offset.Unit.of(d.hasCode() ? d.getCode() : d.getUnit()));
    if (unit.isEmpty() || !duration.hasValue()) {
      throw new FhirPaths.Refused(
          "the step " + id + " needs an offset in UCUM min, h, d, wk, mo or a");
    }
    try {
      int amount = duration.getValue().intValueExact();
      if (amount <= 0) {
        throw new FhirPaths.Refused("the step " + id + " needs a positive offset, not " + amount);
      }
      Offset offset = new Offset(amount, unit.get());
      if (offset.tooLong()) {
        throw new FhirPaths.Refused(
            "the step %s has an offset of %s: give at most a hundred years".formatted(id, offset));
      }
      return offset;
    } catch (ArithmeticException e) {
      throw new FhirPaths.Refused(
          "the step %s needs a whole number of at most a hundred years as offset, not %s"
              .formatted(id, duration.getValue().toPlainString()));
    }
  }

  private static Offset validFor(String id, PlanDefinitionActionComponent action)
      throws FhirPaths.Refused {
    Optional<Extension> extension = Extensions.first(action, "valid-for");
    return extension.isEmpty() ? null : offset(id, (Duration) extension.get().getValue());
  }

  private static SendWindow window(Element action) throws FhirPaths.Refused {
    Optional<Extension> extension = Extensions.first(action, "send-window");
    if (extension.isEmpty()) {
      return SendWindow.OFFICE_HOURS;
    }
    String start = Extensions.part(extension.get(), "start").orElse("");
    String end = Extensions.part(extension.get(), "end").orElse("");
    try {
      return new SendWindow(LocalTime.parse(start), LocalTime.parse(end));
    } catch (java.time.DateTimeException | IllegalArgumentException e) {
      throw new FhirPaths.Refused("send-window '" + start + "'-'" + end + "': " + e.getMessage());
    }
  }

  private static String required(Extension extension, String name) throws FhirPaths.Refused {
    return Extensions.expression(extension)
        .map(expression -> expression.getExpression())
        .orElseThrow(() -> new FhirPaths.Refused("the extension " + name + " has no expression"));
  }
}
