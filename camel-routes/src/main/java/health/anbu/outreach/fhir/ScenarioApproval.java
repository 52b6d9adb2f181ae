package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.LawEdition;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.DerivedId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The approval that a scenario needs before it plans: a Task for just this version with just this
 * content and these words, which the member of staff who owns it completes with the outcome {@code
 * approved}.
 */
public final class ScenarioApproval {

  public static final String CODE = "approve-scenario";
  public static final String APPROVED = "approved";
  public static final String OUTCOME = Words.BASE + "/CodeSystem/approval-outcome";
  public static final String SID = Words.BASE + "/sid/scenario-approval";

  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final String URI = "urn:ietf:rfc:3986";
  private static final Duration STAFF_TIME = Duration.ofDays(7);

  private ScenarioApproval() {}

  public static String canonical(PlanDefinition scenario) {
    return scenario.getUrl() + "|" + scenario.getVersion();
  }

  /** Whose law the messages will be held to, in which edition. */
  public static String rules(ClinicPolicy clinic, Instant now) {
    LawEdition law = clinic.pack().on(now);
    return "%s, %s, since %s".formatted(clinic.pack().code(), law.name(), law.from());
  }

  /** What is approved; who wrote it when, and whether it is active, is not part of it. */
  private static byte[] content(PlanDefinition scenario) {
    PlanDefinition bare = scenario.copy();
    bare.setApprovalDateElement(null).setLastReviewDateElement(null);
    bare.setEndorser(null).setReviewer(null);
    bare.getIdentifier().removeIf(DerivedIdentifiers::isDerived);
    return bytes(bare);
  }

  private static byte[] content(ActivityDefinition words) {
    ActivityDefinition bare = words.copy();
    bare.setUsage(null);
    bare.getIdentifier().removeIf(DerivedIdentifiers::isDerived);
    bare.setApprovalDateElement(null).setLastReviewDateElement(null);
    bare.setEndorser(null).setReviewer(null);
    return bytes(bare);
  }

  private static byte[] bytes(MetadataResource bare) {
    bare.setMeta(null).setId((String) null);
    bare.setText(null);
    bare.setStatus(null);
    bare.setDateElement(null);
    return R4.newJsonParser().encodeResourceToString(bare).getBytes(StandardCharsets.UTF_8);
  }

  /** The same scenario with the same words asks by the same id, however often it is written. */
  public static String id(PlanDefinition scenario, List<ActivityDefinition> words) {
    String hash = String.join(":", hashes(attachments(scenario, words)));
    return DerivedId.of("approve:" + canonical(scenario) + ":" + hash);
  }

  /**
   * @param words of all its steps
   * @param rules whose law its messages will be held to, with the version
   */
  public static Task requested(
      PlanDefinition scenario,
      List<ActivityDefinition> words,
      String rules,
      Instant now,
      ZoneId zone) {
    Task task = new Task();
    task.setId(id(scenario, words));
    task.addIdentifier().setSystem(SID).setValue(canonical(scenario));
    task.setStatus(TaskStatus.REQUESTED);
    task.setIntent(Task.TaskIntent.ORDER);
    task.setCode(Codings.concept(Words.TASK_CODE, CODE));
    task.setDescription(
        "Read the scenario \"%s\", version %s, and its texts. Do they follow medical guidelines and the privacy policy? Complete this task as its owner with the businessStatus approved or refused."
            .formatted(scenario.getTitle(), scenario.getVersion()));
    task.setFocus(focus(scenario));
    task.setAuthoredOnElement(Times.dateTime(now, zone));
    task.getRestriction().getPeriod().setEndElement(Times.dateTime(now.plus(STAFF_TIME), zone));
    for (Attachment read : attachments(scenario, words)) {
      boolean plan = canonical(scenario).equals(read.getTitle());
      task.addInput()
          .setType(new CodeableConcept().setText(plan ? "scenario" : "words"))
          .setValue(read);
    }
    if (rules != null) {
      task.addInput()
          .setType(new CodeableConcept().setText("rules"))
          .setValue(new StringType(rules));
    }
    return task;
  }

  /** The operator who had a packaged scenario started is the one who approved it. */
  public static Task byOperator(
      PlanDefinition scenario,
      List<ActivityDefinition> words,
      String rules,
      Instant now,
      ZoneId zone) {
    Task task = requested(scenario, words, rules, now, zone);
    task.setStatus(TaskStatus.COMPLETED);
    task.setOwner(new Reference().setDisplay("Operator, by anbu.scenarios.active"));
    task.setBusinessStatus(Codings.concept(OUTCOME, APPROVED));
    task.getExecutionPeriod().setEndElement(Times.dateTime(now, zone));
    return task;
  }

  /** Whether this completed task lets this scenario plan with just these words. */
  public static boolean covers(Task task, PlanDefinition scenario, List<ActivityDefinition> words) {
    return task.getStatus() == TaskStatus.COMPLETED
        && task.hasOwner()
        && task.getBusinessStatus().getCoding().stream()
            .anyMatch(c -> OUTCOME.equals(c.getSystem()) && APPROVED.equals(c.getCode()))
        && canonical(scenario).equals(task.getFocus().getIdentifier().getValue())
        && asksFor(task, scenario, words);
  }

  /** Whether just this content is what the task is about. */
  static boolean asksFor(Task task, PlanDefinition scenario, List<ActivityDefinition> words) {
    return hashes(read(task)).equals(hashes(attachments(scenario, words)));
  }

  private static List<Attachment> read(Task task) {
    return task.getInput().stream()
        .map(Task.ParameterComponent::getValue)
        .filter(Attachment.class::isInstance)
        .map(Attachment.class::cast)
        .toList();
  }

  /** The order of the steps is part of the scenario; that of its words says nothing. */
  private static Set<String> hashes(List<Attachment> content) {
    return content.stream()
        .map(Attachment::getHash)
        .filter(Objects::nonNull)
        .map(Base64.getEncoder()::encodeToString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Attachment> attachments(
      PlanDefinition scenario, List<ActivityDefinition> words) {
    List<Attachment> all = new ArrayList<>();
    all.add(attachment(canonical(scenario), content(scenario)));
    for (ActivityDefinition one : words) {
      all.add(attachment(one.getUrl() + "|" + one.getVersion(), content(one)));
    }
    return all;
  }

  private static Attachment attachment(String title, byte[] content) {
    return new Attachment()
        .setContentType("application/fhir+json")
        .setTitle(title)
        .setData(content)
        .setHash(sha1(content));
  }

  private static Reference focus(PlanDefinition scenario) {
    Identifier version = new Identifier().setSystem(URI).setValue(canonical(scenario));
    return new Reference()
        .setType("PlanDefinition")
        .setIdentifier(version)
        .setDisplay(scenario.getTitle());
  }

  private static byte[] sha1(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
