package health.anbu.outreach.complaint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The phrases of one language by group, as they stand in {@code words-<language>.txt}. */
record WordList(Map<String, List<Phrase>> groups) {

  /** What is taken out of a text must not leave half a phrase behind. */
  private static final Comparator<Phrase> LONGEST_FIRST =
      Comparator.comparing((Phrase phrase) -> phrase.words().length()).reversed();

  static WordList packaged(Language language) {
    String name = "words-" + language.code() + ".txt";
    try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(name), name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return read(language, lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name, e);
    }
  }

  static WordList read(Language language, List<String> lines) {
    Map<String, List<Phrase>> groups = new LinkedHashMap<>();
    String group = null;
    for (String line : lines) {
      if (line.startsWith("[")) {
        group = line.substring(1, line.indexOf(']'));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        groups
            .computeIfAbsent(Objects.requireNonNull(group, line), name -> new ArrayList<>())
            .add(Phrase.of(line, language));
      }
    }
    groups.values().forEach(phrases -> phrases.sort(LONGEST_FIRST));
    return new WordList(groups);
  }
}
