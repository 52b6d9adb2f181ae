package health.anbu.outreach.complaint;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * A patient who might be the sender.
 *
 * @param phones in any notation; {@link SenderMatch} reads them
 * @param replacedBy the id of the record this one was merged into, or null
 */
public record CandidatePatient(
    String id, Set<String> phones, Set<String> emails, String replacedBy) {

  public CandidatePatient {
    phones = Set.copyOf(phones);
    emails = emails.stream().map(Text::comparable).collect(Collectors.toUnmodifiableSet());
  }

  /** The record that counts: the surviving one after a merge. */
  public String survivor() {
    return replacedBy == null ? id : replacedBy;
  }
}
