package health.anbu.outreach.plan;

/** A yes-or-no question about a patient and an anchor, compiled from the scenario. */
public interface Condition {

  /** As written in the scenario. */
  String expression();

  Answer test(Situation situation);

  /** What a condition says: yes, no, or that it could not be asked. */
  enum Answer {
    TRUE,
    FALSE,
    FAILED
  }
}
