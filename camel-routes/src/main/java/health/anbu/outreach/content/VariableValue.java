package health.anbu.outreach.content;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/** What a variable stands for; each language writes it in its own way. */
public sealed interface VariableValue {

  /** How somebody is addressed of whom no name is known. */
  VariableValue NOBODY_IN_PARTICULAR =
      new PerLanguage(
          Map.of(
              "ko", new Text("고객님"),
              "ja", new Text("お客様"),
              "fa", new Text("دوست گرامی"),
              "", new Text("there")));

  /** Text as it is, for example the clinic's name. */
  record Text(String value) implements VariableValue {}

  /**
   * A person's name, as far as it is known; every part may be null.
   *
   * @param given all given names, separated by spaces
   * @param text the whole name as the record writes it
   * @param prefix titles, for example {@code دکتر}
   * @param gender FHIR administrative gender: male, female, other, unknown
   */
  record Name(String family, String given, String text, String prefix, String gender)
      implements VariableValue {}

  /** A date without time. */
  record Day(LocalDate date) implements VariableValue {}

  /** A date with time; written in the clinic's zone. */
  record Moment(ZonedDateTime instant) implements VariableValue {}

  /** A number, for example how many people a patient has referred. */
  record Number(BigDecimal value) implements VariableValue {}

  /**
   * A value that is said differently in each language.
   *
   * @param byLanguage by primary language subtag; the empty one is for all others
   */
  record PerLanguage(Map<String, VariableValue> byLanguage) implements VariableValue {
    public PerLanguage {
      byLanguage = Map.copyOf(byLanguage);
    }
  }

  /** What a record says of a treatment, a condition or a result: only where others do not read. */
  record Confidential(VariableValue value) implements VariableValue {}

  /** A value that is not known, and why; a message that needs it is not rendered. */
  record Missing(String why) implements VariableValue {}
}
