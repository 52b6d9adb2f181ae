package health.anbu.outreach.plan;

import health.anbu.outreach.contact.SharedNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the others who have a number will be told, each looked at as if the number were theirs
 * alone: of messages of one step on one day that of the first patient goes.
 */
final class ProjectedHousehold {

  private final ClinicPolicy clinic;
  private final Supplier<List<Member>> family;
  private List<Member> known;

  /** Another patient with the number, and what will go to them. */
  record Member(PatientFacts facts, List<Projection.Send> sends) {}

  /**
   * @param family asked once, and only where one message is enough for a number
   */
  ProjectedHousehold(ClinicPolicy clinic, Supplier<List<Member>> family) {
    this.clinic = clinic;
    this.family = family;
  }

  /** Whether another message has told, or will have told, whoever reads this number. */
  boolean told(RequestRecord request, PlannedMessage message, PatientFacts facts, Instant now) {
    if (clinic.sharedNumber() != SharedNumber.HOUSEHOLD
        || !facts.sharesNumber(clinic, message.due().toInstant())) {
      return false;
    }
    List<PatientFacts> others = members().stream().map(Member::facts).toList();
    return Household.of(facts.id(), request, others, clinic.zone()).told().isPresent()
        || members().stream()
            .filter(member -> member.facts().id().compareTo(facts.id()) < 0)
            .flatMap(member -> member.sends().stream())
            .anyMatch(send -> same(send, message) && day(send.at()).equals(day(now)));
  }

  private static boolean same(Projection.Send send, PlannedMessage message) {
    return send.message().scenario().id().equals(message.scenario().id())
        && send.message().step().id().equals(message.step().id());
  }

  private LocalDate day(Instant at) {
    return at.atZone(clinic.zone()).toLocalDate();
  }

  private List<Member> members() {
    if (known == null) {
      known = family.get();
    }
    return known;
  }
}
