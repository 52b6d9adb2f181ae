package health.anbu.outreach.fhir;

import java.math.BigDecimal;
import java.util.List;

/** The clinic at a glance, as its page shows it; instants are written with the clinic's offset. */
public record Overview(
    String now,
    Counts counts,
    List<ScenarioRow> scenarios,
    List<PatientRow> patients,
    List<TaskRow> tasks,
    List<Measured> kpi) {

  public record Counts(
      int planned,
      int dueToday,
      int sentToday,
      int delivered,
      int failed,
      int unknown,
      int held,
      int complaintsOpen,
      int complaintsOverdue,
      int unassigned) {}

  /** How much of a scenario is still to come and how much has gone. */
  public record ScenarioRow(
      String id, String title, String status, boolean active, int planned, int sent) {}

  /**
   * @param next null when nothing is planned
   * @param last null when nothing was sent
   */
  public record PatientRow(String id, String name, String language, Next next, Last last) {}

  public record Next(
      String due, String scenario, String step, String scenarioTitle, String stepTitle) {}

  public record Last(
      String sent,
      String scenario,
      String step,
      String scenarioTitle,
      String stepTitle,
      String channel,
      String status) {}

  /**
   * @param priority routine, urgent, asap or stat
   * @param owner null when nobody has it
   * @param due null for no such instant
   */
  public record TaskRow(
      String id,
      String code,
      String title,
      String priority,
      String owner,
      String due,
      boolean overdue,
      String status) {}

  /**
   * @param score null when the denominator is zero
   */
  public record Measured(
      String measure, String title, int numerator, int denominator, BigDecimal score) {}
}
