package health.anbu.outreach.fhir;

import health.anbu.outreach.content.CopyFinding;
import health.anbu.outreach.content.CopyLinter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;

/** What keeps the words of an activity from going to patients, before anybody submits them. */
public final class CopyCheck {

  private final ActivityReader reader;

  public CopyCheck(FhirPaths paths) {
    this.reader = new ActivityReader(paths);
  }

  /**
   * Each with what to change; empty where nothing is in the way. Advice that only a person can
   * judge is left out.
   *
   * @param jurisdiction whose lengths of text messages count
   */
  public List<String> problems(ActivityDefinition definition, String jurisdiction) {
    try {
      Activity activity = reader.read(definition);
      return CopyLinter.lint(activity.template(), activity.purpose().code(), jurisdiction).stream()
          .filter(CopyFinding::blocking)
          .map(CopyCheck::said)
          .distinct()
          .toList();
    } catch (FhirPaths.Refused e) {
      return List.of(e.getMessage());
    }
  }

  private static String said(CopyFinding finding) {
    String where =
        String.join(
            " ",
            Stream.of(finding.language(), finding.channel(), finding.part(), finding.field())
                .filter(part -> part != null)
                .toList());
    return "%s at %d of %s: '%s': %s"
        .formatted(
            finding.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            finding.position(),
            where,
            finding.excerpt(),
            finding.advice());
  }
}
