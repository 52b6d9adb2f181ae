package health.anbu.outreach.content;

import health.anbu.outreach.content.Placeholders.Placeholder;
import health.anbu.outreach.content.VariableValue.Confidential;
import health.anbu.outreach.content.VariableValue.Day;
import health.anbu.outreach.content.VariableValue.Missing;
import health.anbu.outreach.content.VariableValue.Moment;
import health.anbu.outreach.content.VariableValue.Name;
import health.anbu.outreach.content.VariableValue.Number;
import health.anbu.outreach.content.VariableValue.PerLanguage;
import health.anbu.outreach.content.VariableValue.Text;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes the variables of one message in its language and remembers what could not be written. */
final class VariableWriter {

  private static final String OPT_OUT = "optOut";

  private final Map<String, VariableValue> values;
  private final String language;
  private final Direction direction;
  private final ZoneId zone;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, String> missing = new TreeMap<>();

  VariableWriter(Map<String, VariableValue> values, String language, ZoneId zone) {
    this.values = values;
    this.language = language;
    this.direction = Direction.of(language);
    this.zone = zone;
  }

  String fill(Phrase phrase) {
    if (phrase.malformed()) {
      missing.put("#{", "a placeholder that is not #{name} or #{name:은/는}, or one in an address");
      return "";
    }
    return phrase.fill(this::write);
  }

  Map<String, String> written() {
    return written;
  }

  /** Variables without a value, each with the reason. */
  Map<String, String> missing() {
    return missing;
  }

  private String write(Placeholder placeholder) {
    Optional<String> value = value(placeholder.variable());
    if (value.isEmpty()) {
      return "";
    }
    String text = placeholder.withParticle(direction.embed(value.get()));
    written.put(placeholder.expression(), text);
    return text;
  }

  private Optional<String> value(String variable) {
    VariableValue value = said(values.get(variable));
    if (value == null) {
      missing.put(variable, "no such variable");
      return Optional.empty();
    }
    if (value instanceof Missing unknown) {
      missing.put(variable, unknown.why() == null ? "not known" : unknown.why());
      return Optional.empty();
    }
    Optional<String> text = text(variable, value).filter(said -> !said.isEmpty());
    if (text.isEmpty()) {
      missing.put(variable, "empty");
    }
    return text;
  }

  /** The value itself, in the words of this language. */
  private VariableValue said(VariableValue value) {
    if (value instanceof Confidential confidential) {
      return said(confidential.value());
    }
    if (value instanceof PerLanguage words) {
      VariableValue own = words.byLanguage().get(Languages.base(language));
      VariableValue said = own == null ? words.byLanguage().get("") : own;
      return said == null ? new Missing("has no words in " + language) : said(said);
    }
    return value;
  }

  private Optional<String> text(String variable, VariableValue value) {
    String base = Languages.base(language);
    if (value instanceof Name name) {
      return NameWording.of(name, base);
    }
    if (value instanceof Day day) {
      return Optional.ofNullable(day.date()).map(date -> DateWording.day(date, base));
    }
    if (value instanceof Moment moment) {
      return Optional.ofNullable(moment.instant()).map(at -> DateWording.moment(at, base, zone));
    }
    if (value instanceof Number number) {
      return Optional.ofNullable(number.value()).map(count -> DateWording.number(count, base));
    }
    // The opt-out text comes from the jurisdiction's rules, not from a record.
    return Optional.ofNullable(((Text) value).value())
        .map(OPT_OUT.equals(variable) ? SafeText::of : SafeText::ofRecord);
  }
}
