package health.anbu.outreach.content;

import health.anbu.outreach.content.Placeholders.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A text of a template, taken apart once so that rendering a message only puts it together.
 *
 * @param literals the text around the placeholders: one more than there are placeholders
 * @param malformed something begins like a placeholder and is none, or stands in an address
 */
record Phrase(List<String> literals, List<Placeholder> placeholders, boolean malformed) {

  private static final Pattern OPEN_ADDRESS =
      Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*://|www\\.)\\S*$");

  Phrase {
    literals = List.copyOf(literals);
    placeholders = List.copyOf(placeholders);
  }

  static Phrase of(String text) {
    List<String> literals = new ArrayList<>();
    List<Placeholder> placeholders = new ArrayList<>();
    int end = 0;
    for (Placeholders.Found found : Placeholders.find(text)) {
      literals.add(text.substring(end, found.start()));
      placeholders.add(found.placeholder());
      end = found.end();
    }
    literals.add(text.substring(end));
    boolean address = literals.subList(0, placeholders.size()).stream().anyMatch(Phrase::inAddress);
    return new Phrase(literals, placeholders, address || Placeholders.malformed(text));
  }

  /** A value in an address tells the network, and every log on the way, about the patient. */
  private static boolean inAddress(String before) {
    return OPEN_ADDRESS.matcher(before).find();
  }

  /** Every placeholder replaced once; what is put in is not looked at again. */
  String fill(Function<Placeholder, String> value) {
    StringBuilder text = new StringBuilder(literals.get(0));
    for (int i = 0; i < placeholders.size(); i++) {
      text.append(value.apply(placeholders.get(i))).append(literals.get(i + 1));
    }
    return text.toString();
  }

  boolean uses(Predicate<String> variable) {
    return placeholders.stream().map(Placeholder::variable).anyMatch(variable);
  }
}
