package health.anbu.outreach.content;

import health.anbu.outreach.content.Rendering.NotRendered;
import health.anbu.outreach.content.Rendering.Rendered;
import health.anbu.outreach.content.VariableValue.Confidential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Turns a template into the message one patient gets, or into the reason why not.
 *
 * <p>A variable that is unknown or empty stops the message: nobody gets a text with a hole. All
 * words of a message are of one language. The template is taken apart once, for all its messages.
 */
public final class MessageRenderer {

  private static final String EMAIL = "email";

  /** What an e-mail without a title says: who writes, and not about what. */
  private static final Phrase SUBJECT = Phrase.of("#{clinicName}");

  private final MessageTemplate template;
  private final WordingChoice choice;

  public MessageRenderer(MessageTemplate template) {
    this.template = template;
    this.choice = WordingChoice.of(template);
  }

  /** One message about nothing sensitive, from a template that is used once. */
  public static Rendering render(
      MessageTemplate template,
      String language,
      String channel,
      Map<String, VariableValue> variables,
      Labelling labelling,
      ClinicLocale clinic) {
    return new MessageRenderer(template)
        .render(new Occasion(language, channel, false), variables, labelling, clinic);
  }

  /**
   * Whether there are words for this occasion at all, without looking at any value.
   *
   * @param confidential which variables say what a record says of a treatment
   */
  public boolean hasWords(
      Occasion occasion, Predicate<String> confidential, String clinicLanguage) {
    return !choice.choose(occasion, confidential, clinicLanguage).isEmpty();
  }

  /**
   * The message in the best language that the template has: the patient's, its wider forms (fa-AF,
   * fa), the clinic's, English. Content for the channel is preferred to content for every channel.
   *
   * @param variables by name; one that the template does not use does no harm
   */
  public Rendering render(
      Occasion occasion,
      Map<String, VariableValue> variables,
      Labelling labelling,
      ClinicLocale clinic) {
    Predicate<String> confidential = name -> variables.get(name) instanceof Confidential;
    List<Wording> chosen = choice.choose(occasion, confidential, clinic.language());
    if (chosen.isEmpty()) {
      return wordless(occasion, clinic);
    }
    if (!labelling.missing().isEmpty()) {
      return new NotRendered("label-missing", "not set: " + String.join(", ", labelling.missing()));
    }
    Phrase title =
        choice
            .title(chosen, occasion, confidential)
            .orElse(EMAIL.equals(occasion.channel()) ? SUBJECT : null);
    VariableWriter writer =
        new VariableWriter(
            withOptOut(variables, labelling), chosen.get(0).content().language(), clinic.zone());
    return render(occasion, chosen, title, writer, labelling, clinic);
  }

  private static Rendering render(
      Occasion occasion,
      List<Wording> chosen,
      Phrase title,
      VariableWriter writer,
      Labelling labelling,
      ClinicLocale clinic) {
    String filledTitle = title == null ? null : writer.fill(title);
    List<String> parts = chosen.stream().map(part -> writer.fill(part.body()).strip()).toList();
    List<MessageContent> contents = chosen.stream().map(Wording::content).toList();
    Optional<NotRendered> hole = hole(writer, parts, contents);
    if (hole.isPresent()) {
      return hole.get();
    }
    String language = contents.get(0).language();
    Extras extras = Extras.of(contents, clinic.links());
    if (!extras.lacking().isEmpty()) {
      return new NotRendered("missing-variable", String.join(", ", extras.lacking()));
    }
    LabelledText labels = new LabelledText(labelling, language);
    String labelledTitle = labels.before(filledTitle);
    List<String> labelled = labels.around(with(parts, extras.inWords(occasion.channel())));
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
        extras.imageOn(occasion.channel()),
        extras.buttonsOn(occasion.channel()),
        writer.written(),
        extras.omitted());
  }

  /** Before the labels, which the law wants last. */
  private static List<String> with(List<String> parts, List<String> more) {
    if (more.isEmpty()) {
      return parts;
    }
    List<String> whole = new ArrayList<>(parts);
    int last = whole.size() - 1;
    whole.set(last, whole.get(last) + "\n\n" + String.join("\n", more));
    return whole;
  }

  private static Optional<NotRendered> hole(
      VariableWriter writer, List<String> parts, List<MessageContent> contents) {
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
    boolean variable =
        contents.stream()
            .anyMatch(
                content ->
                    content.buttons().stream().anyMatch(ContentButton::hasVariable)
                        || content.image() != null && content.image().hasVariable());
    return variable
        ? Optional.of(new NotRendered("missing-variable", "a button or picture takes no variables"))
        : Optional.empty();
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

  private NotRendered wordless(Occasion occasion, ClinicLocale clinic) {
    if (choice.speaks(occasion, clinic.language())) {
      return new NotRendered(
          "sensitive-content",
          "%s has no discreet words for %s".formatted(template.activity(), occasion.channel()));
    }
    String known =
        template.contents().stream()
            .map(MessageContent::language)
            .distinct()
            .collect(Collectors.joining(", "));
    return new NotRendered(
        "no-language",
        "%s has no content for language %s on %s; it has: %s"
            .formatted(
                template.activity(),
                occasion.language(),
                occasion.channel(),
                known.isEmpty() ? "nothing" : known));
  }
}
