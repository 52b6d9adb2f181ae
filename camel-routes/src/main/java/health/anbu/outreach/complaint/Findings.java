package health.anbu.outreach.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Which groups of the word lists speak in a text, and with which phrases. */
final class Findings {

  private static final String SAFETY = "safety ";
  private static final String TOPIC = "topic ";

  private final Map<String, List<String>> phrasesByGroup = new LinkedHashMap<>();

  /**
   * Words of danger are looked for in everything but their harmless doubles ("fell asleep"); the
   * rest in what remains when phrases that only sound bad ("no complaints") are taken out.
   */
  static Findings in(String text, List<WordList> lists) {
    Findings findings = new Findings();
    String comparable = Text.comparable(text);
    for (WordList list : lists) {
      String withoutDoubles = findings.takeOut("harmless", comparable, list);
      String rest = findings.takeOut("pardon", withoutDoubles, list);
      list.groups()
          .forEach(
              (group, phrases) ->
                  findings.look(group, phrases, readsAll(group) ? withoutDoubles : rest));
    }
    return findings;
  }

  private static boolean readsAll(String group) {
    return group.equals("praise") || group.startsWith(SAFETY);
  }

  private String takeOut(String group, String text, WordList list) {
    String rest = text;
    for (Phrase phrase : list.groups().getOrDefault(group, List.of())) {
      Matcher matcher = phrase.pattern().matcher(rest);
      if (matcher.find()) {
        note(group, phrase);
        rest = matcher.replaceAll(" ");
      }
    }
    return rest;
  }

  private void look(String group, List<Phrase> phrases, String text) {
    if (group.equals("pardon") || group.equals("harmless")) {
      return;
    }
    for (Phrase phrase : phrases) {
      if (phrase.pattern().matcher(text).find()) {
        note(group, phrase);
      }
    }
  }

  private void note(String group, Phrase phrase) {
    phrasesByGroup.computeIfAbsent(group, name -> new ArrayList<>()).add(phrase.words());
  }

  int count(String group) {
    return phrasesByGroup.getOrDefault(group, List.of()).size();
  }

  boolean has(String group) {
    return count(group) > 0;
  }

  boolean danger() {
    return phrasesByGroup.keySet().stream().anyMatch(group -> group.startsWith(SAFETY));
  }

  /** The topic with the most phrases; among equals the one that stands first in the list. */
  Optional<String> topic() {
    return phrasesByGroup.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(TOPIC))
        .reduce((a, b) -> b.getValue().size() > a.getValue().size() ? b : a)
        .map(entry -> entry.getKey().substring(TOPIC.length()));
  }

  List<String> evidence() {
    return phrasesByGroup.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
        .toList();
  }
}
