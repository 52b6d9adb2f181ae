package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The scenario that comes with the product: a patient who complains hears at once, at any hour,
 * that the clinic has heard.
 *
 * <p>The anchor is the complaint's Communication. Whoever complains again within the hour is not
 * answered again, so that two machines never keep answering each other.
 */
public final class ComplaintAcknowledgement {

  public static final String SCENARIO = "complaint-acknowledgement";
  public static final String STEP = "acknowledge";

  private static final Duration QUIET_AFTER_ANSWER = Duration.ofHours(1);
  private static final Code COMPLAINT =
      new Code("https://anbu-health.github.io/fhir/CodeSystem/feedback-category", "complaint");

  private ComplaintAcknowledgement() {}

  /**
   * @param activity canonical with version of the words
   * @param date reads when the complaint was taken in
   */
  public static Scenario scenario(String activity, Purpose purpose, DateExpression date) {
    Trigger complaint =
        new Trigger(
            "Communication",
            Map.of("category", new CodeSet(Set.of(COMPLAINT), Set.of())),
            Set.of());
    return new Scenario(
        SCENARIO,
        activity,
        "Acknowledgement of a complaint",
        true,
        new Anchor.Event(List.of(complaint), date),
        List.of(new OncePerHour()),
        Set.of(),
        List.of(),
        List.of(step(activity, purpose)));
  }

  private static Step step(String activity, Purpose purpose) {
    return new Step(
        STEP,
        "Acknowledge the complaint",
        Step.Direction.AT_ONCE,
        Offset.ZERO,
        SendWindow.OFFICE_HOURS,
        null,
        purpose,
        activity,
        "urgent",
        List.of(),
        true,
        Timing.USUAL);
  }

  /** The outreach key of the answer to a complaint. */
  public static String key(String communication) {
    return SCENARIO + ":" + STEP + ":Communication/" + communication;
  }

  /** Answers the first complaint, and later ones only an hour after the last that was answered. */
  private record OncePerHour() implements Condition {

    @Override
    public String expression() {
      return "at most one acknowledgement an hour";
    }

    @Override
    public Answer test(Situation situation) {
      Instant answered = null;
      for (ClinicalEvent complaint : complaints(situation.facts())) {
        Instant at = complaint.start().in(situation.zone()).toInstant();
        boolean answers = answered == null || !at.isBefore(answered.plus(QUIET_AFTER_ANSWER));
        if (complaint.reference().equals(situation.anchor().reference())) {
          return answers ? Answer.TRUE : Answer.FALSE;
        }
        answered = answers ? at : answered;
      }
      return Answer.FAILED;
    }

    /** By time; at the same second, what is answered already stays the one that is answered. */
    private static List<ClinicalEvent> complaints(PatientFacts facts) {
      Set<String> planned =
          facts.requests().stream()
              .filter(request -> request.scenario().equals(SCENARIO))
              .filter(request -> request.status() != RequestRecord.Status.REVOKED)
              .map(RequestRecord::anchor)
              .collect(Collectors.toSet());
      return facts.events().stream()
          .filter(event -> event.type().equals("Communication") && event.start().known())
          .filter(event -> event.codes("category").contains(COMPLAINT))
          .sorted(
              Comparator.comparing((ClinicalEvent event) -> ((When.Exact) event.start()).instant())
                  .thenComparing(event -> !planned.contains(event.reference()))
                  .thenComparing(ClinicalEvent::id))
          .toList();
    }
  }
}
