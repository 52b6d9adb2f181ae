package health.anbu.outreach.complaint;

import java.util.List;
import java.util.Objects;

/**
 * What a classifier made of a text, with what a person needs to check it.
 *
 * @param type what it is about (a topic code such as {@code waiting}), or null when unclear
 * @param confidence from 0 (a guess) to 1
 * @param ruleVersion which classifier said so
 * @param evidence the rules that spoke, each with the words it saw, in order
 */
public record Classification(
    FeedbackCategory category,
    Urgency urgency,
    String type,
    double confidence,
    String ruleVersion,
    List<String> evidence) {

  /** Below this a person decides. */
  public static final double TRIAGE_BELOW = 0.6;

  public Classification {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(ruleVersion, "ruleVersion");
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence lies between 0 and 1, not " + confidence);
    }
    evidence = List.copyOf(evidence);
  }

  public boolean needsTriage() {
    return confidence < TRIAGE_BELOW;
  }

  public boolean safetyCritical() {
    return urgency == Urgency.STAT;
  }
}
