package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the demanded labels around a message and checks the final text once more. */
final class LabelledText {

  private final Labelling labelling;
  private final String header;
  private final String footer;

  LabelledText(Labelling labelling, String language) {
    this.labelling = labelling;
    this.header = join(" ", labelling.prefix(), labelling.senderName(), labelling.senderContact());
    this.footer =
        join(
            "\n",
            labelling.freeOptOut(),
            labelling.localOptOut().get(Languages.base(language)),
            labelling.suffix());
  }

  List<String> around(List<String> parts) {
    List<String> labelled = new ArrayList<>(parts);
    int last = labelled.size() - 1;
    labelled.set(last, join("\n\n", labelled.get(last), footer));
    labelled.set(0, join("\n", header, labelled.get(0)));
    return labelled;
  }

  String before(String title) {
    return title == null ? null : join(" ", labelling.prefix(), title);
  }

  /** What is wrong with the text as it would be sent; empty when all labels stand. */
  Optional<String> fault(String title, String text) {
    if (text.contains(Placeholders.START) || title != null && title.contains(Placeholders.START)) {
      return Optional.of("a placeholder is left in the text");
    }
    if (!text.startsWith(header) || !text.startsWith(orEmpty(labelling.prefix()))) {
      return Optional.of("the text does not begin with " + header);
    }
    if (title != null && !title.startsWith(orEmpty(labelling.prefix()))) {
      return Optional.of("the title does not begin with " + labelling.prefix());
    }
    if (!text.endsWith(footer) || !text.endsWith(orEmpty(labelling.suffix()))) {
      return Optional.of("the text does not end with " + footer);
    }
    return missingFromText(text).map(label -> "the text lacks " + label);
  }

  private Optional<String> missingFromText(String text) {
    return Stream.of(labelling.senderName(), labelling.senderContact(), labelling.freeOptOut())
        .filter(label -> label != null && !text.contains(label))
        .findFirst();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static String join(String separator, String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining(separator));
  }
}
