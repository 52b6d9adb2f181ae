package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.plan.DerivedId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The approval that a scenario needs before it plans: a Task for just this version with just this
 * content, which the member of staff who owns it completes with the outcome {@code approved}.
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

  /** What is approved; who wrote it when, and whether it is active, is not part of it. */
  static byte[] content(PlanDefinition scenario) {
    PlanDefinition bare = scenario.copy();
    bare.setMeta(null).setId((String) null);
    bare.setText(null);
    bare.setStatus(null);
    bare.setDateElement(null);
    bare.setApprovalDateElement(null).setLastReviewDateElement(null);
    bare.setEndorser(null).setReviewer(null);
    return R4.newJsonParser().encodeResourceToString(bare).getBytes(StandardCharsets.UTF_8);
  }

  /** The same scenario asks by the same id, however often it is written. */
  public static String id(PlanDefinition scenario) {
    String hash = Base64.getEncoder().encodeToString(sha1(content(scenario)));
    return DerivedId.of("approve:" + canonical(scenario) + ":" + hash);
  }

  /**
   * @param rules whose law its messages will be held to, with the version
   */
  public static Task requested(PlanDefinition scenario, String rules, Instant now, ZoneId zone) {
    Task task = new Task();
    task.setId(id(scenario));
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
    byte[] content = content(scenario);
    task.addInput()
        .setType(new CodeableConcept().setText("scenario"))
        .setValue(
            new Attachment()
                .setContentType("application/fhir+json")
                .setTitle(canonical(scenario))
                .setData(content)
                .setHash(sha1(content)));
    if (rules != null) {
      task.addInput()
          .setType(new CodeableConcept().setText("rules"))
          .setValue(new StringType(rules));
    }
    return task;
  }

  /** The operator who had a packaged scenario started is the one who approved it. */
  public static Task byOperator(PlanDefinition scenario, String rules, Instant now, ZoneId zone) {
    Task task = requested(scenario, rules, now, zone);
    task.setStatus(TaskStatus.COMPLETED);
    task.setOwner(new Reference().setDisplay("Operator, by anbu.scenarios.active"));
    task.setBusinessStatus(Codings.concept(OUTCOME, APPROVED));
    task.getExecutionPeriod().setEndElement(Times.dateTime(now, zone));
    return task;
  }

  /** Whether this completed task lets this scenario plan. */
  public static boolean covers(Task task, PlanDefinition scenario) {
    return task.getStatus() == TaskStatus.COMPLETED
        && task.hasOwner()
        && task.getBusinessStatus().getCoding().stream()
            .anyMatch(c -> OUTCOME.equals(c.getSystem()) && APPROVED.equals(c.getCode()))
        && canonical(scenario).equals(task.getFocus().getIdentifier().getValue())
        && sameContent(task, scenario);
  }

  /** A task that somebody wrote by hand may leave the content out. */
  private static boolean sameContent(Task task, PlanDefinition scenario) {
    byte[] hash = sha1(content(scenario));
    return task.getInput().stream()
        .filter(input -> input.getValue() instanceof Attachment)
        .map(input -> ((Attachment) input.getValue()).getHash())
        .allMatch(approved -> Arrays.equals(approved, hash));
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
