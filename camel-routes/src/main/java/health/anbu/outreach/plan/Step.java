package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Purpose;
import java.util.List;
import java.util.Objects;

/**
 * One message of a scenario.
 *
 * @param id unique in its scenario, part of the outreach key
 * @param activity canonical of the ActivityDefinition with its version
 * @param validFor how long after its due instant it may still go; null for the default
 * @param golden by which the treatment decides the offset, null where the step has its own
 * @param anyHour an answer to somebody who has just written: quiet hours do not hold it up
 * @param owner reference to who answers for it, null for nobody in particular
 */
public record Step(
    String id,
    String title,
    Direction direction,
    Offset offset,
    SendWindow window,
    Offset validFor,
    Purpose purpose,
    String activity,
    String priority,
    List<Condition> conditions,
    boolean anyHour,
    Timing timing,
    GoldenTime golden,
    String owner) {

  /** Where a step lies as seen from the anchor. */
  public enum Direction {
    BEFORE,
    AFTER,
    AT_ONCE
  }

  /** A step that keeps the quiet hours, as every step of a PlanDefinition does. */
  public Step(
      String id,
      String title,
      Direction direction,
      Offset offset,
      SendWindow window,
      Offset validFor,
      Purpose purpose,
      String activity,
      String priority,
      List<Condition> conditions) {
    this(
        id,
        title,
        direction,
        offset,
        window,
        validFor,
        purpose,
        activity,
        priority,
        conditions,
        false,
        Timing.USUAL,
        null,
        null);
  }

  /** A step whose offset is its own. */
  public Step(
      String id,
      String title,
      Direction direction,
      Offset offset,
      SendWindow window,
      Offset validFor,
      Purpose purpose,
      String activity,
      String priority,
      List<Condition> conditions,
      boolean anyHour,
      Timing timing) {
    this(
        id,
        title,
        direction,
        offset,
        window,
        validFor,
        purpose,
        activity,
        priority,
        conditions,
        anyHour,
        timing,
        null,
        null);
  }

  /** The same step, at the time of the treatment. */
  public Step with(GoldenTime time) {
    return with(offset, timing, time, owner);
  }

  Step at(GoldenTimes.Planned planned) {
    GoldenTime time = new GoldenTime(golden.entry(), golden.times(), planned);
    return with(planned.offset(), timing, time, owner);
  }

  /** The same step at other times. */
  public Step with(Timing other) {
    return with(offset, other, golden, owner);
  }

  /** The same step, for which this one answers. */
  public Step ownedBy(String reference) {
    return with(offset, timing, golden, reference);
  }

  private Step with(Offset length, Timing times, GoldenTime time, String whose) {
    return new Step(
        id,
        title,
        direction,
        length,
        window,
        validFor,
        purpose,
        activity,
        priority,
        conditions,
        anyHour,
        times,
        time,
        whose);
  }

  public Step {
    Objects.requireNonNull(id);
    Objects.requireNonNull(direction);
    Objects.requireNonNull(offset);
    Objects.requireNonNull(window);
    Objects.requireNonNull(purpose);
    Objects.requireNonNull(timing);
    conditions = List.copyOf(conditions);
  }

  /** About something arranged, and urgent enough to pass what the patient prefers. */
  public boolean critical() {
    return purpose == Purpose.TRANSACTIONAL && "stat".equals(priority);
  }
}
