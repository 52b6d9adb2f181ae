package health.anbu.outreach.complaint;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which patient the sender is; when in doubt nobody, because a guess discloses. */
public sealed interface SenderMatch {

  record Known(String patientId) implements SenderMatch {}

  record Unknown() implements SenderMatch {}

  /** Several patients fit, or what the sender says about themselves does not fit together. */
  record Ambiguous(String reason) implements SenderMatch {}

  /**
   * A patient id decides if nothing contradicts it; else every address given must lead to one and
   * the same patient.
   *
   * @param readPhone turns a number into one notation (E.164), so that two notations compare; null
   *     for what is no number
   */
  static SenderMatch of(
      Sender sender, Collection<CandidatePatient> candidates, Function<String, String> readPhone) {
    Set<String> byPhone = withPhone(sender.phone(), candidates, readPhone);
    Set<String> byEmail = withEmail(sender.email(), candidates);
    return sender.patientId() == null
        ? byAddress(byPhone, byEmail)
        : byId(survivors(candidates, c -> c.id().equals(sender.patientId())), byPhone, byEmail);
  }

  private static SenderMatch byId(Set<String> byId, Set<String> byPhone, Set<String> byEmail) {
    if (byId.isEmpty()) {
      return new Unknown();
    }
    String patient = byId.iterator().next();
    return contradicts(byPhone, patient) || contradicts(byEmail, patient)
        ? new Ambiguous("The patient named has another address than the one given")
        : new Known(patient);
  }

  private static boolean contradicts(Set<String> patients, String patient) {
    return !patients.isEmpty() && !patients.contains(patient);
  }

  private static SenderMatch byAddress(Set<String> byPhone, Set<String> byEmail) {
    if (byPhone.size() > 1 || byEmail.size() > 1) {
      return new Ambiguous("Several patients share the address given");
    }
    Set<String> all = new TreeSet<>(byPhone);
    all.addAll(byEmail);
    return switch (all.size()) {
      case 0 -> new Unknown();
      case 1 -> new Known(all.iterator().next());
      default -> new Ambiguous("The number and the e-mail address belong to two patients");
    };
  }

  private static Set<String> withPhone(
      String phone, Collection<CandidatePatient> candidates, Function<String, String> readPhone) {
    if (phone == null) {
      return Set.of();
    }
    String wanted = readPhone.apply(phone);
    return wanted == null
        ? Set.of()
        : survivors(candidates, c -> c.phones().stream().map(readPhone).anyMatch(wanted::equals));
  }

  private static Set<String> withEmail(String email, Collection<CandidatePatient> candidates) {
    return email == null
        ? Set.of()
        : survivors(candidates, c -> c.emails().contains(Text.comparable(email)));
  }

  private static Set<String> survivors(
      Collection<CandidatePatient> candidates, Predicate<CandidatePatient> fits) {
    return candidates.stream()
        .filter(fits)
        .map(CandidatePatient::survivor)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
