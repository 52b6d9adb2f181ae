package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which languages a patient is served in, best first. */
final class Languages {

  private static final Map<String, String> SAME_AS =
      Map.of(
          "prs", "fa", "pes", "fa", "fas", "fa", "per", "fa", "kor", "ko", "jpn", "ja", "eng",
          "en");

  private Languages() {}

  /** The patient's own, its wider forms, the clinic's, English; for example fa-AF, fa, ko, en. */
  static List<String> chain(String patient, String clinic) {
    Set<String> chain = new LinkedHashSet<>();
    chain.addAll(widening(patient));
    chain.addAll(widening(clinic));
    chain.add("en");
    return new ArrayList<>(chain);
  }

  static String base(String language) {
    String first = normal(language).split("-", 2)[0];
    return SAME_AS.getOrDefault(first, first);
  }

  static String normal(String language) {
    return language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static List<String> widening(String language) {
    List<String> forms = new ArrayList<>();
    if (language == null || language.isBlank()) {
      return forms;
    }
    String form = normal(language);
    while (!form.isEmpty()) {
      forms.add(form);
      form = form.substring(0, Math.max(0, form.lastIndexOf('-')));
    }
    forms.add(base(language));
    return forms;
  }
}
