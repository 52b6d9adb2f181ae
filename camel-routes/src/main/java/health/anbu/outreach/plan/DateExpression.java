package health.anbu.outreach.plan;

/** Reads the date a scenario counts from out of its anchor, compiled from the scenario. */
public interface DateExpression {

  /** As written in the scenario. */
  String expression();

  When read(Evidence anchor);
}
