package health.anbu.outreach.content;

import health.anbu.outreach.content.CopyFinding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for messages that no variable has to lengthen to be too long for their channel. */
final class LengthLinter {

  private static final List<String> CHANNELS = List.of("sms", "kakao", "line");
  private static final int TYPICAL_VALUE = 12;
  private static final int EXCERPT = 20;

  private final WordingChoice choice;
  private final Set<String> languages;
  private final Set<String> tones = new LinkedHashSet<>();
  private final String jurisdiction;
  private final Set<CopyFinding> findings = new LinkedHashSet<>();

  private LengthLinter(MessageTemplate template, String jurisdiction) {
    this.choice = WordingChoice.of(template);
    this.languages =
        template.contents().stream()
            .map(MessageContent::language)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    template.contents().forEach(content -> tones.add(content.tone()));
    this.jurisdiction = jurisdiction;
  }

  static List<CopyFinding> lint(MessageTemplate template, String jurisdiction) {
    LengthLinter linter = new LengthLinter(template, jurisdiction);
    for (String language : linter.languages) {
      for (String channel : CHANNELS) {
        for (String tone : linter.tones) {
          linter.look(new Occasion(language, channel, false, tone));
          linter.look(new Occasion(language, channel, true, tone));
        }
      }
    }
    return new ArrayList<>(linter.findings);
  }

  /** All parts go as one text: the part in which it becomes too long is named. */
  private void look(Occasion occasion) {
    List<MessageContent> parts =
        choice.choose(occasion, variable -> false, occasion.language()).stream()
            .map(Wording::content)
            .filter(content -> content.language().equals(occasion.language()))
            .toList();
    String text = "";
    for (MessageContent part : parts) {
      String whole =
          text.isEmpty() ? typical(part, occasion) : text + "\n\n" + typical(part, occasion);
      Optional<String> fault = ChannelLength.fault(occasion.channel(), whole, jurisdiction);
      if (fault.isPresent()) {
        int at = ChannelLength.limit(occasion.channel(), whole, jurisdiction);
        findings.add(
            finding(part, at - (whole.length() - typical(part, occasion).length()), fault.get()));
        return;
      }
      text = whole;
    }
  }

  private static String typical(MessageContent part, Occasion occasion) {
    String value = "sms".equals(occasion.channel()) ? "x" : "가";
    return Placeholders.replace(part.body(), any -> value.repeat(TYPICAL_VALUE));
  }

  /** Variables make the written text shorter than the sent one: the place is at most its end. */
  private static CopyFinding finding(MessageContent part, int passed, String fault) {
    int at = Math.max(0, Math.min(passed, part.body().length() - 1));
    String excerpt = part.body().substring(at, Math.min(part.body().length(), at + EXCERPT));
    return new CopyFinding(
        Rule.TOO_LONG,
        true,
        part.language(),
        part.channel(),
        part.part(),
        "body",
        at,
        excerpt.length(),
        excerpt,
        fault + ": shorten it, or write shorter words for that channel");
  }
}
