package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.vip.Exclusion;
import health.anbu.outreach.vip.FlagChange;
import health.anbu.outreach.vip.ReviewInput;
import health.anbu.outreach.vip.ReviewOutcome;
import health.anbu.outreach.vip.ReviewPlan;
import health.anbu.outreach.vip.ReviewTask;
import health.anbu.outreach.vip.Tier;
import health.anbu.outreach.vip.VipFlag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/**
 * Keeps the review of the referrers as Tasks, one for each round, and its outcome as Flags.
 *
 * <p>The lines stand in the Task's inputs, and what the product itself proposed in its outputs too:
 * what is missing from the inputs then, the team has removed.
 */
public final class VipRecords {

  private static final String REVIEW = Words.BASE + "/sid/vip-review";
  private static final String APPLIED = "applied";
  private static final String BY_TEAM = "given by the team";
  private static final Duration TIME_TO_REVIEW = Duration.ofDays(14);
  private static final Set<TaskStatus> ENDED =
      Set.of(
          TaskStatus.COMPLETED,
          TaskStatus.CANCELLED,
          TaskStatus.FAILED,
          TaskStatus.REJECTED,
          TaskStatus.ENTEREDINERROR);

  private final FhirStore store;
  private final ZoneId zone;

  public VipRecords(FhirStore store, ZoneId zone) {
    this.store = store;
    this.zone = zone;
  }

  /**
   * Every round there was, the newest last.
   *
   * @param open the round that is open now
   * @param decided completed by the team, with nothing made of it yet
   * @param exclusions of all completed rounds, the newest last
   */
  public record Rounds(
      Optional<Round> open, List<Round> decided, List<Exclusion> exclusions, int ended) {}

  /** One round: the Task as it is stored, and what stands in it. */
  public static final class Round {
    private final Task stored;
    private final ReviewTask task;

    private Round(Task stored) {
      this.stored = stored;
      this.task = reviewTask(stored);
    }

    public ReviewTask task() {
      return task;
    }
  }

  public Rounds rounds() {
    List<Round> all =
        store
            .search(Query.of("Task").whereCode("code", Words.TASK_CODE, "review-vip-list"))
            .stream()
            .map(Task.class::cast)
            .sorted(Comparator.comparingInt(VipRecords::number))
            .map(Round::new)
            .toList();
    List<Round> completed =
        all.stream().filter(round -> round.stored.getStatus() == TaskStatus.COMPLETED).toList();
    return new Rounds(
        all.stream().filter(round -> !ENDED.contains(round.stored.getStatus())).findFirst(),
        completed.stream().filter(round -> !applied(round.stored)).toList(),
        completed.stream()
            .filter(round -> applied(round.stored))
            .flatMap(round -> round.task.exclusions().stream())
            .toList(),
        (int) all.stream().filter(round -> ENDED.contains(round.stored.getStatus())).count());
  }

  private static int number(Task task) {
    return task.getIdentifier().stream()
        .filter(identifier -> REVIEW.equals(identifier.getSystem()))
        .filter(identifier -> identifier.getValue().matches("[0-9]{1,6}"))
        .map(identifier -> Integer.parseInt(identifier.getValue()))
        .findFirst()
        .orElse(0);
  }

  private static boolean applied(Task task) {
    return APPLIED.equals(task.getBusinessStatus().getText());
  }

  private static ReviewTask reviewTask(Task task) {
    Map<String, ReviewInput> proposed = new LinkedHashMap<>();
    task.getOutput().forEach(output -> put(proposed, output.getType(), output.getValue(), false));
    Map<String, ReviewInput> inputs = new LinkedHashMap<>();
    task.getInput()
        .forEach(
            input ->
                patient(input.getValue())
                    .ifPresent(
                        id ->
                            put(
                                inputs,
                                input.getType(),
                                input.getValue(),
                                !proposed.containsKey(id))));
    return new ReviewTask(List.copyOf(proposed.values()), List.copyOf(inputs.values()), Map.of());
  }

  private static void put(
      Map<String, ReviewInput> lines, CodeableConcept type, Type value, boolean manual) {
    Optional<Tier> tier = tier(type);
    Optional<String> patient = patient(value);
    if (tier.isPresent() && patient.isPresent()) {
      String reason = type.hasText() ? type.getText() : BY_TEAM;
      lines.put(patient.get(), new ReviewInput(patient.get(), tier.get(), reason, manual));
    }
  }

  private static Optional<String> patient(Type value) {
    return value instanceof Reference reference ? References.patient(reference) : Optional.empty();
  }

  private static Optional<Tier> tier(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(coding -> Words.VIP_TIER.equals(coding.getSystem()))
        .flatMap(c -> Stream.of(Tier.values()).filter(tier -> tier.code().equals(c.getCode())))
        .findFirst();
  }

  /** The active tiers; of these patients only, or of everybody where none are given. */
  public List<VipFlag> flags(Collection<String> patients) {
    return stored(patients).stream()
        .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE)
        .map(
            flag ->
                new VipFlag(
                    id(flag),
                    References.patient(flag.getSubject()).orElseThrow(),
                    tier(flag.getCode()).orElseThrow(),
                    flag.getCategory().stream().anyMatch(c -> BY_TEAM.equals(c.getText()))))
        .toList();
  }

  private List<Flag> stored(Collection<String> patients) {
    Query query = Query.of("Flag").pageSize(500);
    Query narrowed =
        patients.isEmpty()
            ? query.where("_profile", Words.profile("vip-flag"))
            : query.where("patient", patients);
    return store.search(narrowed).stream()
        .map(Flag.class::cast)
        .filter(flag -> tier(flag.getCode()).isPresent())
        .filter(flag -> References.patient(flag.getSubject()).isPresent())
        .toList();
  }

  /** Makes the open round what the plan says; empty where it is that already. */
  public List<Write> follow(Rounds rounds, ReviewPlan plan, Instant now) {
    Task stored = rounds.open().map(round -> round.stored).orElse(null);
    if (stored == null && !plan.needed()) {
      return List.of();
    }
    Task task = stored == null ? newRound(rounds.ended() + 1, now) : stored.copy();
    if (plan.needed()) {
      task.setInput(new ArrayList<>());
      plan.inputs().forEach(line -> task.addInput().setType(type(line)).setValue(subject(line)));
      task.setOutput(new ArrayList<>());
      plan.proposed().forEach(l -> task.addOutput().setType(type(l)).setValue(subject(l)));
    } else {
      task.setStatus(TaskStatus.CANCELLED);
    }
    if (stored == null) {
      return List.of(RequestWriter.put(task, null));
    }
    return task.equalsDeep(stored)
        ? List.of()
        : List.of(RequestWriter.put(task, stored.getMeta().getVersionId()));
  }

  private Task newRound(int number, Instant now) {
    Task task = new Task();
    task.setId(DerivedId.of("review-vip-list|" + number));
    task.getMeta().addProfile(Words.profile("review-vip-task"));
    task.addIdentifier(new Identifier().setSystem(REVIEW).setValue(Integer.toString(number)));
    task.setStatus(TaskStatus.REQUESTED);
    task.setIntent(TaskIntent.ORDER);
    task.setCode(Codings.concept(Words.TASK_CODE, "review-vip-list"));
    task.setDescription(
        "Look at the patients who sent others. Remove whom you would not thank, then complete this"
            + " task: nothing is sent before.");
    task.addPerformerType(new CodeableConcept().setText("Office manager"));
    task.setAuthoredOnElement(Times.dateTime(now, zone));
    task.getRestriction().getPeriod().setEndElement(Times.dateTime(now.plus(TIME_TO_REVIEW), zone));
    return task;
  }

  private static CodeableConcept type(ReviewInput line) {
    return Codings.concept(Words.VIP_TIER, line.tier().code()).setText(line.reason());
  }

  private static Reference subject(ReviewInput line) {
    return new Reference("Patient/" + line.patient());
  }

  /** The Flags that follow from a completed round, and the note that they were made of it. */
  public List<Write> apply(Round round, ReviewOutcome outcome, Instant now) {
    List<Write> writes = new ArrayList<>();
    Map<String, Flag> known = new LinkedHashMap<>();
    List<String> patients = outcome.changes().stream().map(FlagChange::patient).toList();
    if (!patients.isEmpty()) {
      stored(patients).forEach(flag -> known.put(id(flag), flag));
    }
    outcome.changes().forEach(change -> write(change, known, now).ifPresent(writes::add));
    Task task = round.stored.copy();
    task.setBusinessStatus(new CodeableConcept().setText(APPLIED));
    writes.add(RequestWriter.put(task, round.stored.getMeta().getVersionId()));
    return writes;
  }

  private Optional<Write> write(FlagChange change, Map<String, Flag> known, Instant now) {
    String id =
        change.flagId() == null ? DerivedId.of("vip-flag|" + change.patient()) : change.flagId();
    Flag before = known.get(id);
    Flag flag = before == null ? newFlag(id, change, now) : before.copy();
    if (change.kind() == FlagChange.Kind.OUT) {
      flag.setStatus(FlagStatus.INACTIVE);
      flag.getPeriod().setEndElement(Times.dateTime(now, zone));
    } else {
      activate(flag, change, now);
    }
    if (before != null && flag.equalsDeep(before)) {
      return Optional.empty();
    }
    return Optional.of(
        RequestWriter.put(flag, before == null ? null : before.getMeta().getVersionId()));
  }

  private Flag newFlag(String id, FlagChange change, Instant now) {
    Flag flag = new Flag();
    flag.setId(id);
    flag.getMeta().addProfile(Words.profile("vip-flag"));
    flag.setSubject(new Reference("Patient/" + change.patient()));
    flag.getPeriod().setStartElement(Times.dateTime(now, zone));
    return flag;
  }

  private void activate(Flag flag, FlagChange change, Instant now) {
    if (flag.getStatus() == FlagStatus.INACTIVE) {
      flag.getPeriod().setEnd(null).setStartElement(Times.dateTime(now, zone));
    }
    flag.setStatus(FlagStatus.ACTIVE);
    flag.setCode(Codings.concept(Words.VIP_TIER, change.to().code()).setText(change.reason()));
    flag.setCategory(new ArrayList<>());
    if (change.manual()) {
      flag.addCategory(new CodeableConcept().setText(BY_TEAM));
    }
  }

  public void write(List<Write> writes) {
    if (!writes.isEmpty()) {
      store.write(writes);
    }
  }

  private static String id(Resource resource) {
    return resource.getIdElement().getIdPart();
  }
}
