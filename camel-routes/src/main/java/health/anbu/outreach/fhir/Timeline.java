package health.anbu.outreach.fhir;

import java.util.List;

/** One patient's outreach, past and planned, with the reasons; as its page shows it. */
public record Timeline(Person patient, String now, List<Entry> entries, List<Explained> explain) {

  public record Person(String id, String name, String language, String gender, String birthDate) {}

  /**
   * @param at with the clinic's offset
   * @param kind planned, sent, withdrawn, held, task or complaint
   * @param text as sent or as received; null where nothing was
   */
  public record Entry(
      String at,
      String kind,
      String scenario,
      String step,
      String scenarioTitle,
      String title,
      String channel,
      String status,
      String reason,
      String reasonText,
      String text,
      String reference) {}

  /**
   * @param decidedAt when it was decided, as it was written down then; null for an answer of now
   */
  public record Explained(
      String scenario,
      String scenarioTitle,
      String step,
      String stepTitle,
      String result,
      String decidedAt,
      List<Rule> rules) {}

  /**
   * @param result yes or no
   * @param flip what would turn it round
   */
  public record Rule(
      String rule,
      String result,
      String reason,
      String reasonText,
      String detail,
      List<Input> inputs,
      String flip) {}

  public record Input(String reference, String version) {}
}
