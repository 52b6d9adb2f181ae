package health.anbu.outreach.complaint;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Classifies by lists of words that a clinic can read.
 *
 * <p>All four languages are looked for in every text, because people mix them. Two mistakes are not
 * alike: a complaint taken for praise is lost, praise taken for a complaint costs a minute. So what
 * no rule knows is a complaint for a person to look at, and a word of danger is stat whatever else
 * is said, also in a sentence that denies it.
 */
final class RuleClassifier implements Classifier {

  /** Changes with every change of the rules or of the word lists. */
  static final String VERSION = "rules-1";

  private static final Set<FeedbackCategory> NOBODY_WAITS =
      EnumSet.of(FeedbackCategory.PRAISE, FeedbackCategory.SUGGESTION);

  private static final RuleClassifier PACKAGED =
      new RuleClassifier(Stream.of(Language.values()).map(WordList::packaged).toList());

  private final List<WordList> lists;

  private RuleClassifier(List<WordList> lists) {
    this.lists = lists;
  }

  static RuleClassifier packaged() {
    return PACKAGED;
  }

  @Override
  public Classification classify(String text, String language) {
    Findings found = Findings.in(text, lists);
    Verdict verdict = Verdict.of(found);
    return new Classification(
        verdict.category(),
        urgency(found, verdict),
        type(found, verdict),
        verdict.confidence(),
        VERSION,
        found.evidence());
  }

  private static Urgency urgency(Findings found, Verdict verdict) {
    if (found.danger()) {
      return Urgency.STAT;
    }
    if (NOBODY_WAITS.contains(verdict.category())) {
      return Urgency.ROUTINE;
    }
    if (found.has("asap")) {
      return Urgency.ASAP;
    }
    return found.has("urgent") ? Urgency.URGENT : Urgency.ROUTINE;
  }

  private static String type(Findings found, Verdict verdict) {
    return verdict.type() == null ? found.topic().orElse(null) : verdict.type();
  }
}
