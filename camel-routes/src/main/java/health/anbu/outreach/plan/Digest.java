package health.anbu.outreach.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What goes as one message with one that is due: the messages of its group, of the same purpose and
 * over the same channels, that are due too. It waits for those that come later on the same day of
 * the person, as long as its own window, night and end let it.
 *
 * @param together in the order in which they are said: by due time, then by key
 * @param waitFor when to look again; empty where nothing is waited for
 */
public record Digest(List<PlannedMessage> together, Optional<Instant> waitFor) {

  private static final Comparator<PlannedMessage> ORDER =
      Comparator.comparing((PlannedMessage message) -> message.due().toInstant())
          .thenComparing(PlannedMessage::key);

  public Digest {
    together = List.copyOf(together);
  }

  /** In the order in which they are said. */
  public static List<PlannedMessage> inOrder(List<PlannedMessage> messages) {
    return messages.stream().sorted(ORDER).toList();
  }

  /** Empty for a step that goes on its own. */
  public static Optional<Digest> of(
      PlannedMessage message,
      OutreachPlan plan,
      PatientFacts facts,
      ClinicPolicy clinic,
      Instant now) {
    String group = message.step().timing().digest();
    if (group == null) {
      return Optional.empty();
    }
    List<PlannedMessage> members =
        plan.messages().stream()
            .filter(other -> group.equals(other.step().timing().digest()))
            .filter(other -> other.permit().sentAs() == message.permit().sentAs())
            .filter(other -> other.permit().channels().equals(message.permit().channels()))
            .filter(other -> pending(other, facts).isPresent())
            .toList();
    LocalDate today = day(now, facts, clinic);
    Optional<Instant> waitFor =
        members.stream()
            .map(other -> pending(other, facts).orElseThrow().due())
            .filter(due -> due.isAfter(now) && day(due, facts, clinic).equals(today))
            .filter(due -> mayWait(message, facts, clinic, due))
            .max(Comparator.naturalOrder());
    List<PlannedMessage> together =
        members.stream()
            .filter(other -> !pending(other, facts).orElseThrow().due().isAfter(now))
            .sorted(ORDER)
            .toList();
    return Optional.of(new Digest(together, waitFor));
  }

  /** Still to come, as it stands in the plan. */
  private static Optional<RequestRecord> pending(PlannedMessage message, PatientFacts facts) {
    return facts.requests().stream()
        .filter(request -> request.key().equals(message.key()) && request.active())
        .filter(request -> message.due().toInstant().equals(request.plannedDue()))
        .filter(
            request ->
                facts.messages().stream()
                    .filter(attempt -> attempt.speaksFor(request))
                    .noneMatch(attempt -> attempt.accepted() || attempt.uncertain()))
        .findFirst();
  }

  private static boolean mayWait(
      PlannedMessage message, PatientFacts facts, ClinicPolicy clinic, Instant until) {
    return message.step().direction() != Step.Direction.AT_ONCE
        && (message.sendBy() == null || until.isBefore(message.sendBy()))
        && OpenHours.from(message, facts, clinic, until).equals(until);
  }

  private static LocalDate day(Instant at, PatientFacts facts, ClinicPolicy clinic) {
    return at.atZone(facts.zoneOr(clinic.zone())).toLocalDate();
  }
}
