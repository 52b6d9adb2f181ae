package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.ContentButton;
import health.anbu.outreach.content.ContentImage;
import health.anbu.outreach.content.CopyFinding;
import health.anbu.outreach.content.CopyLinter;
import health.anbu.outreach.content.MessageContent;
import health.anbu.outreach.content.MessageRenderer;
import health.anbu.outreach.content.MessageTemplate;
import health.anbu.outreach.plan.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;

/** Reads what a step says out of an ActivityDefinition. */
final class ActivityReader {

  private final FhirPaths paths;

  ActivityReader(FhirPaths paths) {
    this.paths = paths;
  }

  Activity read(ActivityDefinition definition) throws FhirPaths.Refused {
    String canonical = definition.getUrl() + "|" + definition.getVersion();
    String declared =
        Extensions.text(definition, "outreach-purpose")
            .orElseThrow(() -> refused(canonical, "has no extension outreach-purpose"));
    Purpose purpose =
        Purpose.of(declared)
            .orElseThrow(() -> refused(canonical, "has an unknown purpose '" + declared + "'"));
    List<MessageContent> contents =
        Extensions.of(definition, "message-content").stream().map(ActivityReader::content).toList();
    if (contents.isEmpty()) {
      throw refused(canonical, "has no extension message-content: it says nothing");
    }
    MessageTemplate template =
        new MessageTemplate(definition.getIdPart(), definition.getVersion(), contents);
    return new Activity(
        canonical,
        purpose,
        template,
        variables(definition, canonical),
        new MessageRenderer(template),
        CopyLinter.lint(template, purpose.code(), "KR").stream()
            .anyMatch(finding -> finding.rule() == CopyFinding.Rule.ADVERTISING_WORD));
  }

  private Map<String, MessageVariable> variables(ActivityDefinition definition, String canonical)
      throws FhirPaths.Refused {
    Map<String, MessageVariable> variables = new HashMap<>();
    for (Extension extension : Extensions.of(definition, "message-variable")) {
      String name =
          Extensions.part(extension, "name")
              .orElseThrow(() -> refused(canonical, "has a message-variable without name"));
      Extension value = extension.getExtensionByUrl("expression");
      Expression expression = value == null ? null : Extensions.expression(value).orElse(null);
      if (expression == null || !expression.hasExpression()) {
        throw refused(canonical, "has no expression for the variable " + name);
      }
      String language = Extensions.part(extension, "language").orElse(MessageVariable.ANY_LANGUAGE);
      add(variables, name, language, expression.getExpression());
    }
    return variables;
  }

  private void add(
      Map<String, MessageVariable> variables, String name, String language, String expression)
      throws FhirPaths.Refused {
    MessageVariable known = variables.get(name);
    Map<String, Function<Situation, List<Base>>> byLanguage =
        new HashMap<>(known == null ? Map.of() : known.byLanguage());
    byLanguage.put(language, paths.values(expression));
    ClinicalReading reading = paths.reading(expression);
    variables.put(
        name,
        new MessageVariable(byLanguage, known == null ? reading : reading.and(known.reading())));
  }

  private static MessageContent content(Extension extension) {
    List<ContentButton> buttons =
        extension.getExtensionsByUrl("button").stream().map(ActivityReader::button).toList();
    return new MessageContent(
        Extensions.part(extension, "language").orElse(""),
        Extensions.part(extension, "channel").orElse(null),
        Extensions.part(extension, "part").orElse(null),
        Extensions.part(extension, "discreet").map(Boolean::valueOf).orElse(false),
        Extensions.part(extension, "tone").filter(tone -> !"formal".equals(tone)).orElse(null),
        Extensions.part(extension, "title").orElse(null),
        Extensions.part(extension, "body").orElse(""),
        image(extension),
        buttons);
  }

  private static ContentImage image(Extension content) {
    Extension image = content.getExtensionByUrl("image");
    return image != null && image.getValue() instanceof Attachment picture
        ? new ContentImage(
            Objects.requireNonNullElse(picture.getContentType(), ""),
            Objects.requireNonNullElse(picture.getUrl(), ""),
            Objects.requireNonNullElse(picture.getTitle(), ""))
        : null;
  }

  private static ContentButton button(Extension button) {
    String label = Extensions.part(button, "label").orElse("");
    ContentButton read =
        Extensions.part(button, "action")
            .map(action -> ContentButton.of(label, action))
            .orElseGet(() -> new ContentButton(label, Extensions.part(button, "url").orElse("")));
    return Extensions.part(button, "needed").filter("true"::equals).isPresent()
        ? read.asNeeded()
        : read;
  }

  private static FhirPaths.Refused refused(String canonical, String what) {
    return new FhirPaths.Refused("the activity " + canonical + " " + what);
  }
}
