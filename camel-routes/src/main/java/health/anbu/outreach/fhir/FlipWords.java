package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Flip;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What would turn a rule's answer round, in the reader's language. */
final class FlipWords {

  private static final Map<String, Properties> KNOWN = new ConcurrentHashMap<>();

  private FlipWords() {}

  /**
   * @param language one or more BCP 47 codes as in Accept-Language, best first; English else
   */
  static String text(Flip flip, String language) {
    for (String wanted : Displays.languages(language)) {
      String text = words(wanted).getProperty(flip.key());
      if (text != null) {
        return text;
      }
    }
    return words("en").getProperty(flip.key());
  }

  static Properties words(String language) {
    return KNOWN.computeIfAbsent(language, FlipWords::read);
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    if (!language.matches("ko|ja|fa|en")) {
      return words;
    }
    try (Reader reader =
        new InputStreamReader(
            FlipWords.class.getResourceAsStream("flips_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      words.load(reader);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
