package health.anbu.outreach.content;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns a template into the message one patient gets, or into the reason why not.
 *
 * <p>A variable that is unknown or empty stops the message: nobody gets a text with a hole.
 */
public final class MessageRenderer {

  private static final String EMAIL = "email";

  /** What an e-mail without a title says: who writes, and not about what. */
  private static final Optional<String> SUBJECT = Optional.of("#{clinicName}");

  private MessageRenderer() {}

  /**
   * The message in the best language that the template has: the patient's, its wider forms (fa-AF,
   * fa), the clinic's, English. Content for the channel is preferred to content for every channel.
   *
   * @param language the patient's language as a BCP 47 code; null = not known
   * @param channel code of the channel it will go by
   * @param variables by name; one that the template does not use does no harm
   */
  public static Rendering render(
      MessageTemplate template,
      String language,
      String channel,
      Map<String, VariableValue> variables,
      Labelling labelling,
      ClinicLocale clinic) {
    List<MessageContent> contents = choose(template, language, channel, clinic);
    if (contents.isEmpty()) {
      return new NotRendered("no-language", noLanguage(template, language, channel));
    }
    if (!labelling.missing().isEmpty()) {
      return new NotRendered("label-missing", "not set: " + String.join(", ", labelling.missing()));
    }
    return render(contents, channel, variables, labelling, clinic);
  }

  private static Rendering render(
      List<MessageContent> contents,
      String channel,
      Map<String, VariableValue> variables,
      Labelling labelling,
      ClinicLocale clinic) {
    String language = contents.get(0).language();
    VariableWriter writer =
        new VariableWriter(withOptOut(variables, labelling), language, clinic.zone());
    String title =
        contents.stream()
            .map(MessageContent::title)
            .filter(Objects::nonNull)
            .findFirst()
            .or(() -> SUBJECT.filter(any -> EMAIL.equals(channel)))
            .map(writer::fill)
            .orElse(null);
    List<String> parts = contents.stream().map(part -> writer.fill(part.body()).strip()).toList();
    List<ContentButton> written =
        contents.stream().flatMap(part -> part.buttons().stream()).toList();
    Optional<NotRendered> hole = hole(writer, parts, written);
    if (hole.isPresent()) {
      return hole.get();
    }
    ButtonRow row = ButtonRow.of(written, clinic.links());
    List<String> whole = withLinks(parts, row.written(channel));
    LabelledText labels = new LabelledText(labelling, language);
    String labelledTitle = labels.before(title);
    List<String> labelled = labels.around(whole);
    String text = String.join("\n\n", labelled);
    Optional<String> fault = labels.fault(labelledTitle, text);
    if (fault.isPresent()) {
      return new NotRendered("label-missing", fault.get());
    }
    return new Rendered(
        language,
        Direction.of(language).code(),
        labelledTitle,
        labelled,
        text,
        row.shown(channel),
        writer.written(),
        row.omitted());
  }

  /** Before the labels, which the law wants last. */
  private static List<String> withLinks(List<String> parts, List<String> links) {
    if (links.isEmpty()) {
      return parts;
    }
    List<String> whole = new ArrayList<>(parts);
    int last = whole.size() - 1;
    whole.set(last, whole.get(last) + "\n\n" + String.join("\n", links));
    return whole;
  }

  private static Optional<NotRendered> hole(
      VariableWriter writer, List<String> parts, List<ContentButton> buttons) {
    if (!writer.missing().isEmpty()) {
      String detail =
          writer.missing().entrySet().stream()
              .map(missing -> missing.getKey() + " (" + missing.getValue() + ")")
              .collect(Collectors.joining(", "));
      return Optional.of(new NotRendered("missing-variable", detail));
    }
    if (parts.stream().anyMatch(String::isEmpty)) {
      return Optional.of(new NotRendered("missing-variable", "the body is empty"));
    }
    return buttons.stream()
        .filter(ContentButton::hasVariable)
        .findFirst()
        .map(button -> new NotRendered("missing-variable", "a button takes no variables"));
  }

  // What the law calls opt-out is also what a template may quote as #{optOut}.
  private static Map<String, VariableValue> withOptOut(
      Map<String, VariableValue> variables, Labelling labelling) {
    Map<String, VariableValue> all = new HashMap<>(variables);
    if (labelling.freeOptOut() != null) {
      all.putIfAbsent("optOut", new VariableValue.Text(labelling.freeOptOut()));
    }
    return all;
  }

  private static List<MessageContent> choose(
      MessageTemplate template, String language, String channel, ClinicLocale clinic) {
    for (String candidate : Languages.chain(language, clinic.language())) {
      List<MessageContent> spoken =
          template.contents().stream()
              .filter(content -> Languages.normal(content.language()).equals(candidate))
              .toList();
      List<MessageContent> chosen = forChannel(spoken, channel);
      if (!chosen.isEmpty()) {
        return chosen;
      }
    }
    return List.of();
  }

  private static List<MessageContent> forChannel(List<MessageContent> contents, String channel) {
    List<MessageContent> exact = parts(contents, channel);
    return exact.isEmpty() ? parts(contents, null) : exact;
  }

  /** One content for each part, in the order of the template. */
  private static List<MessageContent> parts(List<MessageContent> contents, String channel) {
    Map<String, MessageContent> parts = new LinkedHashMap<>();
    contents.stream()
        .filter(content -> Objects.equals(content.channel(), channel))
        .forEach(content -> parts.putIfAbsent(content.part(), content));
    return List.copyOf(parts.values());
  }

  private static String noLanguage(MessageTemplate template, String language, String channel) {
    String known =
        template.contents().stream()
            .map(MessageContent::language)
            .distinct()
            .collect(Collectors.joining(", "));
    return "%s has no content for language %s on %s; it has: %s"
        .formatted(template.activity(), language, channel, known.isEmpty() ? "nothing" : known);
  }
}
