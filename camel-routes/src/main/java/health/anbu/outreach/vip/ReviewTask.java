package health.anbu.outreach.vip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Task in which the team makes the list its own.
 *
 * @param proposed what the product wrote into it so far; what is missing from the inputs now, the
 *     team has removed
 * @param inputs what stands in it now, in order
 * @param removalReasons why the team removed a patient, where it said so
 */
public record ReviewTask(
    List<ReviewInput> proposed, List<ReviewInput> inputs, Map<String, String> removalReasons) {

  public static final String NO_REASON = "Removed by the team without a reason";

  public ReviewTask {
    proposed = List.copyOf(proposed);
    inputs = List.copyOf(inputs);
    removalReasons = Map.copyOf(removalReasons);
  }

  public List<Exclusion> exclusions() {
    return proposed.stream()
        .filter(line -> input(line.patient()).isEmpty())
        .map(this::excluded)
        .toList();
  }

  private Exclusion excluded(ReviewInput line) {
    return new Exclusion(
        line.patient(), line.tier(), removalReasons.getOrDefault(line.patient(), NO_REASON));
  }

  /** What the team wrote into the list beside the product's own lines. */
  Stream<ReviewInput> additions() {
    return inputs.stream().filter(ReviewInput::manual);
  }

  Optional<ReviewInput> input(String patient) {
    return inputs.stream().filter(line -> line.patient().equals(patient)).findFirst();
  }
}
