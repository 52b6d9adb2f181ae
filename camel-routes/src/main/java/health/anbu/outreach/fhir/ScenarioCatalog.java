package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.ComplaintAcknowledgement;
import health.anbu.outreach.plan.GoldenTimes;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Segment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenarios that plan: active PlanDefinitions that declare the profile outreach-scenario, and
 * the older versions that pending requests still follow. Read once and kept until told to forget.
 */
public final class ScenarioCatalog {

  private static final Logger LOG = LoggerFactory.getLogger(ScenarioCatalog.class);
  private static final String PROFILE = Words.profile("outreach-scenario");
  static final String ACKNOWLEDGEMENT =
      Words.BASE + "/ActivityDefinition/complaint-acknowledgement";

  /** Words are written before it is known who sends them: the carriers that take the most. */
  private static final String TEXT_LENGTHS_OF = "KR";

  private final FhirStore store;
  private final ActivityReader activityReader;
  private final FhirPaths paths;
  private final Edition edition;
  private final Approvals approvals;
  private final ScenarioWords words;
  private Supplier<Set<String>> specialties = Set::of;
  private final AtomicReference<Snapshot> snapshot = new AtomicReference<>();
  private final Map<String, String> refused = new ConcurrentHashMap<>();
  private final Map<String, ActivityDefinition> definitions = new ConcurrentHashMap<>();

  /** What was read together; older versions and activities are added as they are asked for. */
  private record Snapshot(
      long edition,
      Map<String, Scenario> current,
      Map<String, Optional<Scenario>> pinned,
      Map<String, Activity> activities,
      AtomicReference<SensitiveTreatments> sensitive,
      AtomicReference<Optional<ChosenTone>> tone) {

    Snapshot(
        long edition,
        Map<String, Scenario> current,
        Map<String, Optional<Scenario>> pinned,
        Map<String, Activity> activities) {
      this(edition, current, pinned, activities, new AtomicReference<>(), new AtomicReference<>());
    }
  }

  public ScenarioCatalog(FhirStore store, FhirPaths paths) {
    this(store, paths, Edition.ofOneProcess());
  }

  public ScenarioCatalog(FhirStore store, FhirPaths paths, Edition edition) {
    this(store, paths, edition, Approvals.GIVEN);
  }

  /**
   * @param approvals of the scenarios that some server stored as active
   */
  public ScenarioCatalog(FhirStore store, FhirPaths paths, Edition edition, Approvals approvals) {
    this.store = store;
    this.paths = paths;
    this.edition = edition;
    this.approvals = approvals;
    this.words = new ScenarioWords(store);
    this.activityReader = new ActivityReader(paths);
  }

  /**
   * The same with the packs of these specialties.
   *
   * @param specialties asked whenever the scenarios are read
   */
  public ScenarioCatalog with(Supplier<Set<String>> specialties) {
    ScenarioCatalog catalog = new ScenarioCatalog(store, paths, edition, approvals);
    catalog.specialties = specialties;
    return catalog;
  }

  private List<ConceptMap> packs() {
    return SpecialtyPacks.counting(GoldenTimeReader.tables(store), specialties.get());
  }

  private GoldenTimes goldenTimes() {
    return GoldenTimeReader.of(packs(), TreatmentCodes.read(store));
  }

  /** The tone that the pack of the clinic's specialty brings. */
  Optional<ChosenTone> packTone() {
    AtomicReference<Optional<ChosenTone>> known = known().tone;
    if (known.get() == null) {
      known.set(SpecialtyPacks.tone(packs()));
    }
    return known.get();
  }

  /** The scenarios that planned at this instant. */
  public ScenarioCatalog asOf(Instant then) {
    FhirStore records = new RecordsOfThen(store, then);
    return new ScenarioCatalog(records, paths, Edition.ofOneProcess(), approvals.in(records))
        .with(specialties);
  }

  /** A scenario, an activity or a value set changed: the next question reads again. */
  public void forget() {
    edition.next();
    snapshot.set(null);
  }

  /** The active scenarios, with the older versions that the given requests are pinned to. */
  public List<Scenario> scenarios(List<Pin> pins) {
    Snapshot known = known();
    List<Scenario> all = new ArrayList<>(known.current.values());
    pins.stream()
        .distinct()
        .filter(pin -> known.current.containsKey(pin.scenario))
        .filter(pin -> !known.current.get(pin.scenario).canonical().equals(pin.canonical))
        .flatMap(pin -> pinned(known, pin).stream())
        .forEach(all::add);
    return all;
  }

  /** The version of a scenario that a pending request was planned with. */
  public record Pin(String scenario, String canonical) {}

  Optional<Activity> activity(String canonical) {
    try {
      return Optional.of(find(known(), canonical));
    } catch (FhirPaths.Refused e) {
      return Optional.empty();
    }
  }

  /** What the clinic treats as sensitive; everything, where its value set cannot be read. */
  SensitiveTreatments sensitive() {
    AtomicReference<SensitiveTreatments> known = known().sensitive;
    if (known.get() == null) {
      known.set(readSensitive());
    }
    return known.get();
  }

  private SensitiveTreatments readSensitive() {
    boolean there =
        !store.search(Query.of("ValueSet").where("url", SensitiveTreatments.VALUE_SET)).isEmpty();
    try {
      return there
          ? new SensitiveTreatments(new ValueSets(store).resolve(SensitiveTreatments.VALUE_SET))
          : SensitiveTreatments.none();
    } catch (FhirPaths.Refused e) {
      LOG.error("every treatment counts as sensitive: {}", e.getMessage());
      return new SensitiveTreatments(null);
    }
  }

  /** Active PlanDefinitions that do not plan, with what to change, by id. */
  public Map<String, String> refused() {
    known();
    return Map.copyOf(refused);
  }

  /** What would keep the words from being filled in, also in the scenarios that use them now. */
  public Optional<String> problem(ActivityDefinition definition) {
    try {
      activityReader.read(definition);
      ActivityCheck.check(paths, definition, FhirPaths.ANYTHING);
      for (PlanDefinition plan : activePlans()) {
        if (ScenarioWords.uses(plan, definition)) {
          ActivityCheck.check(paths, definition, AnchorTypes.of(plan.getActionFirstRep()));
        }
      }
      return new CopyCheck(paths).problems(definition, TEXT_LENGTHS_OF).stream().findFirst();
    } catch (FhirPaths.Refused e) {
      return Optional.of(e.getMessage());
    }
  }

  /** What would keep a segment from being asked. */
  public Optional<String> problem(Group group) {
    try {
      new SegmentReader(paths).read(group);
      return Optional.empty();
    } catch (FhirPaths.Refused e) {
      return Optional.of(e.getMessage());
    }
  }

  private List<PlanDefinition> activePlans() {
    Query active = Query.of("PlanDefinition").where("status", "active").pageSize(200);
    return store.search(active).stream()
        .map(PlanDefinition.class::cast)
        .filter(plan -> plan.getMeta().hasProfile(PROFILE))
        .toList();
  }

  /** What would keep the scenario from planning, in words that say what to change. */
  public Optional<String> problem(PlanDefinition plan) {
    try {
      Scenario scenario =
          reader(new Snapshot(0, Map.of(), Map.of(), new ConcurrentHashMap<>()), true).read(plan);
      return GoldenTimeReader.unknownEntry(scenario);
    } catch (FhirPaths.Refused e) {
      return Optional.of(e.getMessage());
    }
  }

  /** A scenario of whatever status, compiled as it would plan. */
  Scenario compiled(PlanDefinition plan) throws FhirPaths.Refused {
    return reader(known()).read(plan);
  }

  private Snapshot known() {
    long now = edition.current();
    Snapshot known = snapshot.get();
    if (known == null || known.edition != now) {
      known = load(now);
      snapshot.set(known);
    }
    return known;
  }

  private Snapshot load(long now) {
    Snapshot fresh =
        new Snapshot(now, new HashMap<>(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    ScenarioReader reader = reader(fresh);
    refused.clear();
    definitions.clear();
    for (PlanDefinition plan : activePlans()) {
      approved(plan)
          .flatMap(approved -> read(reader, approved))
          .ifPresent(scenario -> fresh.current.put(scenario.id(), scenario));
    }
    acknowledgement(fresh).ifPresent(scenario -> fresh.current.put(scenario.id(), scenario));
    return fresh;
  }

  /** The one scenario that no clinic has to activate: who complains hears that it was heard. */
  private Optional<Scenario> acknowledgement(Snapshot fresh) {
    try {
      Activity words = find(fresh, ACKNOWLEDGEMENT);
      return Optional.of(
          ComplaintAcknowledgement.scenario(
              words.canonical(), words.purpose(), paths.date("authoredOn")));
    } catch (FhirPaths.Refused e) {
      LOG.error("complaints are not acknowledged by message: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<PlanDefinition> approved(PlanDefinition plan) {
    Optional<String> missing = approvals.missing(plan, words.of(plan));
    missing.ifPresent(what -> refuse(plan, what));
    return missing.isPresent() ? Optional.empty() : Optional.of(plan);
  }

  private void refuse(PlanDefinition plan, String what) {
    refused.put(plan.getIdPart(), what);
    LOG.error("PlanDefinition/{} does not plan: {}", plan.getIdPart(), what);
  }

  /** Whether the end of this task may let a scenario plan that waited for its approval. */
  public boolean waitsFor(String task) {
    return approvals.waitFor(task);
  }

  private Optional<Scenario> read(ScenarioReader reader, PlanDefinition plan) {
    try {
      return Optional.of(reader.read(plan));
    } catch (FhirPaths.Refused e) {
      refuse(plan, e.getMessage());
      return Optional.empty();
    }
  }

  private ScenarioReader reader(Snapshot known) {
    return reader(known, false);
  }

  /**
   * @param written whether somebody is there to mend it: what plans already goes on without an
   *     owner who is gone
   */
  private ScenarioReader reader(Snapshot known, boolean written) {
    ScenarioReader.Activities activities =
        new ScenarioReader.Activities() {
          @Override
          public Activity find(String canonical) throws FhirPaths.Refused {
            return ScenarioCatalog.this.find(known, canonical);
          }

          @Override
          public String owner(String reference) throws FhirPaths.Refused {
            String[] parts = reference.split("/");
            if (!store.search(Query.of(parts[0]).where("_id", parts[1])).isEmpty()) {
              return reference;
            }
            if (written) {
              throw new FhirPaths.Refused(
                  "the owner " + reference + " is not on the server: PUT it first");
            }
            LOG.warn("{} is gone: its steps go on without an owner", reference);
            return null;
          }

          @Override
          public Segment segment(String group) throws FhirPaths.Refused {
            String id = group == null ? "" : group.replaceFirst("^Group/", "");
            return new SegmentReader(paths)
                .read(
                    store
                        .read(Group.class, id)
                        .orElseThrow(
                            () ->
                                new FhirPaths.Refused(
                                    "the segment "
                                        + group
                                        + " is not on the server: PUT it first")));
          }

          @Override
          public void check(String canonical, Set<String> anchorTypes) throws FhirPaths.Refused {
            ActivityDefinition words = definitions.get(canonical);
            ActivityCheck.check(paths, words == null ? definition(canonical) : words, anchorTypes);
          }
        };
    return new ScenarioReader(paths, new ValueSets(store), activities, this::goldenTimes);
  }

  private Optional<Scenario> pinned(Snapshot known, Pin pin) {
    return known.pinned.computeIfAbsent(
        pin.canonical,
        canonical ->
            store.history(PlanDefinition.class, pin.scenario).stream()
                .filter(plan -> canonical.equals(plan.getUrl() + "|" + plan.getVersion()))
                .filter(plan -> plan.getStatus() == PublicationStatus.ACTIVE)
                .findFirst()
                .flatMap(plan -> read(reader(known), plan))
                .map(Scenario::pinned));
  }

  private Activity find(Snapshot known, String canonical) throws FhirPaths.Refused {
    Activity cached = known.activities.get(Objects.requireNonNullElse(canonical, ""));
    if (cached != null) {
      return cached;
    }
    if (canonical == null) {
      throw new FhirPaths.Refused("a step has no definitionCanonical: it says nothing");
    }
    ActivityDefinition definition = definition(canonical);
    Activity activity = activityReader.read(definition);
    definitions.put(canonical, definition);
    known.activities.put(canonical, activity);
    known.activities.put(activity.canonical(), activity);
    return activity;
  }

  private ActivityDefinition definition(String canonical) throws FhirPaths.Refused {
    return words
        .find(canonical)
        .orElseThrow(
            () ->
                new FhirPaths.Refused(
                    "the activity " + canonical + " is not on the server: PUT it first"));
  }
}
