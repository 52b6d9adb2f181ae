package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.Explanation;
import health.anbu.outreach.plan.Flip;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Trace;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** Reads one patient's timeline and the explanation of every step. */
public final class TimelineReader {

  private final Planning planning;
  private final FhirStore plans;
  private final PatientHistory history;
  private final Displays displays;
  private final Clock clock;
  private final ZoneId zone;

  public TimelineReader(
      Planning planning,
      FhirStore plans,
      PatientHistory history,
      Displays displays,
      Clock clock,
      ZoneId zone) {
    this.planning = planning;
    this.plans = plans;
    this.history = history;
    this.displays = displays;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Empty for a patient that is not here.
   *
   * @param language of the words, as in Accept-Language; null for English
   */
  public Optional<Timeline> read(String patient, String language) {
    PatientFacts facts = planning.facts(List.of(patient)).get(patient);
    if (facts == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Titles titles = Titles.of(plans, OverviewReader.scenarios(plans), language);
    Explanation explanation =
        Explanation.of(facts, planning.told(facts, now), ExplainOperation::decided, zone);
    return Optional.of(
        new Timeline(
            person(facts),
            text(now),
            entries(patient, titles, language),
            explanation.steps().stream().map(s -> explained(s, titles, language)).toList()));
  }

  private static Timeline.Person person(PatientFacts facts) {
    return new Timeline.Person(
        facts.id(),
        OverviewReader.name(facts),
        facts.language(),
        facts.gender(),
        facts.birthDate() == null ? null : facts.birthDate().toString());
  }

  private List<Timeline.Entry> entries(String patient, Titles titles, String language) {
    List<PatientHistory.Moment> all = history.of(patient);
    Map<String, String> keys = new HashMap<>();
    Set<String> told = new HashSet<>();
    Map<String, String> complaints = new HashMap<>();
    for (PatientHistory.Moment moment : all) {
      if (moment.resource() instanceof CommunicationRequest request) {
        RequestReader.key(request).ifPresent(key -> keys.put(id(moment), key));
      } else if (moment.resource() instanceof Communication message) {
        basedOn(message).forEach(request -> told.add(request + "/" + kind(message)));
      }
    }
    List<PatientHistory.Moment> tasks = history.tasks(patient);
    tasks.forEach(
        moment -> {
          Task task = (Task) moment.resource();
          complaints.put(task.getFocus().getReference(), OpenTasks.status(task));
        });
    List<Timeline.Entry> entries = new ArrayList<>();
    for (PatientHistory.Moment moment : all) {
      if (moment.resource() instanceof CommunicationRequest request) {
        if (!told.contains(id(moment) + "/" + kind(request))) {
          entries.add(entry(moment, request, keys.get(id(moment)), titles, language));
        }
      } else {
        Communication message = (Communication) moment.resource();
        String key = basedOn(message).findFirst().map(keys::get).orElse(null);
        entries.add(entry(moment, message, key, complaints, titles, language));
      }
    }
    tasks.forEach(moment -> entries.add(entry(moment, (Task) moment.resource(), language)));
    // Everything has the clinic's offset, which changes with the season: compare instants.
    entries.sort(Comparator.comparing(TimelineReader::instant).thenComparing(answersBehind()));
    return entries;
  }

  private static Instant instant(Timeline.Entry entry) {
    return OffsetDateTime.parse(entry.at()).toInstant();
  }

  /** A complaint is answered within the second, and still comes first. */
  private static Comparator<Timeline.Entry> answersBehind() {
    return Comparator.comparing(entry -> !entry.kind().equals("complaint"));
  }

  private static String id(PatientHistory.Moment moment) {
    return moment.resource().getIdElement().getIdPart();
  }

  private static Stream<String> basedOn(Communication message) {
    return message.getBasedOn().stream()
        .flatMap(r -> References.id(r, "CommunicationRequest").stream());
  }

  private static String kind(CommunicationRequest request) {
    return switch (request.getStatus() == null ? "active" : request.getStatus().toCode()) {
      case "on-hold" -> "held";
      case "completed" -> "sent";
      case "revoked", "entered-in-error" -> "withdrawn";
      default -> "planned";
    };
  }

  private static String kind(Communication message) {
    if (feedback(message)) {
      return "complaint";
    }
    return switch (Extensions.text(message, "delivery-status").orElse("")) {
      case "held" -> "held";
      case "skipped", "revoked", "superseded" -> "withdrawn";
      case "planned" -> "planned";
      default -> "sent";
    };
  }

  private static boolean feedback(Communication message) {
    return message.getCategory().stream()
        .flatMap(category -> category.getCoding().stream())
        .anyMatch(coding -> Words.FEEDBACK.equals(coding.getSystem()));
  }

  private Timeline.Entry entry(
      PatientHistory.Moment moment,
      CommunicationRequest request,
      String key,
      Titles titles,
      String language) {
    String reason = code(request.getStatusReason(), Words.REASON);
    return entry(
        moment,
        kind(request),
        key,
        titles,
        code(request.getMediumFirstRep(), Words.CHANNEL),
        request.hasStatus() ? request.getStatus().toCode() : null,
        reason,
        displays.text(Words.REASON, reason, language),
        null);
  }

  private Timeline.Entry entry(
      PatientHistory.Moment moment,
      Communication message,
      String key,
      Map<String, String> complaints,
      Titles titles,
      String language) {
    String reason = code(message.getStatusReason(), Words.REASON);
    String status =
        Extensions.text(message, "delivery-status")
            .or(() -> Optional.ofNullable(complaints.get(moment.reference())))
            .orElse(message.hasStatus() ? message.getStatus().toCode() : null);
    return entry(
        moment,
        kind(message),
        key,
        titles,
        code(message.getMediumFirstRep(), Words.CHANNEL),
        status,
        reason,
        displays.text(Words.REASON, reason, language),
        said(message));
  }

  private Timeline.Entry entry(PatientHistory.Moment moment, Task task, String language) {
    return new Timeline.Entry(
        text(moment.at()),
        "task",
        null,
        null,
        null,
        OpenTasks.title(task, displays, language),
        null,
        OpenTasks.status(task),
        null,
        null,
        null,
        moment.reference());
  }

  private Timeline.Entry entry(
      PatientHistory.Moment moment,
      String kind,
      String key,
      Titles titles,
      String channel,
      String status,
      String reason,
      String reasonText,
      String said) {
    String scenario = key == null ? null : key.split(":", 3)[0];
    String step = key == null ? null : key.split(":", 3)[1];
    return new Timeline.Entry(
        text(moment.at()),
        kind,
        scenario,
        step,
        titles.scenario(scenario),
        titles.step(scenario, step),
        channel,
        status,
        reason,
        reasonText,
        said,
        moment.reference());
  }

  private static String said(Communication message) {
    String text =
        message.getPayload().stream()
            .map(payload -> payload.getContent())
            .filter(StringType.class::isInstance)
            .map(content -> ((StringType) content).getValue())
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
  }

  private static String code(CodeableConcept concept, String system) {
    return concept.getCoding().stream()
        .filter(coding -> system.equals(coding.getSystem()))
        .map(Coding::getCode)
        .findFirst()
        .orElse(null);
  }

  private Timeline.Explained explained(
      Explanation.StepAnswer step, Titles titles, String language) {
    return new Timeline.Explained(
        step.scenario(),
        titles.scenario(step.scenario()),
        step.step(),
        titles.step(step.scenario(), step.step()),
        step.result().code(),
        step.decidedAt() == null ? null : text(step.decidedAt()),
        rules(step, language));
  }

  /** A decision that no rule of the plan took is shown as the last rule. */
  private List<Timeline.Rule> rules(Explanation.StepAnswer step, String language) {
    List<Timeline.Rule> rules = new ArrayList<>();
    step.rules().forEach(entry -> rules.add(rule(entry, language)));
    boolean beyond = step.rules().stream().allMatch(Trace.Entry::passed);
    if (step.decisive() != null && beyond) {
      List<String> inputs =
          step.request() == null ? List.of() : List.of(step.request().evidence().versioned());
      rules.add(rule(new Trace.Entry(step.decisive(), step.reason(), "", inputs), "no", language));
    }
    return rules;
  }

  private Timeline.Rule rule(Trace.Entry entry, String language) {
    return rule(entry, entry.passed() ? "yes" : "no", language);
  }

  private Timeline.Rule rule(Trace.Entry entry, String result, String language) {
    Reason reason = entry.reason();
    return new Timeline.Rule(
        entry.rule(),
        result,
        reason == null ? null : reason.code(),
        reason == null ? null : displays.text(Words.REASON, reason.code(), language),
        entry.detail() == null || entry.detail().isBlank() ? null : entry.detail(),
        entry.inputs().stream().map(TimelineReader::input).toList(),
        Flip.of(entry.rule(), reason).map(flip -> FlipWords.text(flip, language)).orElse(null));
  }

  private static Timeline.Input input(String versioned) {
    String[] parts = versioned.split("/_history/", 2);
    return new Timeline.Input(parts[0], parts.length > 1 ? parts[1] : null);
  }

  private String text(Instant instant) {
    return Times.dateTime(instant, zone).getValueAsString();
  }
}
