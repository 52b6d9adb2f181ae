package health.anbu.outreach.complaint;

import java.util.Comparator;
import java.util.List;

/** Who answers for a complaint; nobody is an answer too, and everybody sees it. */
public sealed interface Assignment {

  /**
   * @param rule the rule that decided, for the record
   */
  record Assigned(String owner, String rule) implements Assignment {}

  record Unassigned(String reason) implements Assignment {}

  /** The most specific rule decides; among equals the one that stands first. */
  static Assignment of(String type, String location, List<AssignmentRule> rules) {
    return rules.stream()
        .filter(rule -> rule.fits(type, location))
        .min(Comparator.comparingInt(rule -> -rule.weight()))
        .<Assignment>map(rule -> new Assigned(rule.owner(), rule.description()))
        .orElseGet(() -> new Unassigned("No rule names an owner for this topic and place"));
  }

  /** A complaint whose sender is not certain belongs to nobody until a person has looked. */
  static Assignment of(
      SenderMatch sender, String type, String location, List<AssignmentRule> rules) {
    if (sender instanceof SenderMatch.Known) {
      return of(type, location, rules);
    }
    return sender instanceof SenderMatch.Ambiguous ambiguous
        ? new Unassigned(ambiguous.reason())
        : new Unassigned("The sender is not a known patient");
  }
}
