package health.anbu.outreach.plan;

import java.util.List;
import java.util.Objects;

/**
 * A group of patients by what the records say of them, as of the moment that is asked about.
 *
 * @param expression the reference of the Group
 * @param characteristics all of them must hold
 */
public record Segment(String expression, List<Condition> characteristics) implements Condition {

  public Segment {
    Objects.requireNonNull(expression);
    characteristics = List.copyOf(characteristics);
  }

  @Override
  public Answer test(Situation situation) {
    for (Condition characteristic : characteristics) {
      Answer answer = characteristic.test(situation);
      if (answer != Answer.TRUE) {
        return answer;
      }
    }
    return Answer.TRUE;
  }
}
