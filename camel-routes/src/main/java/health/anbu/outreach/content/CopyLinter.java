package health.anbu.outreach.content;

import health.anbu.outreach.content.CopyFinding.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a template as a careful colleague would, before any patient does. */
public final class CopyLinter {

  /** Channels whose text shows on a locked screen, or is opened by others in the household. */
  private static final Set<String> SEEN_BY_OTHERS = Set.of("sms", "fax", "sns", "phone");

  private static final int BUTTON_LABEL = 14;

  private CopyLinter() {}

  /**
   * Everything to look at, in the order of the template.
   *
   * @param purpose code of outreach-purpose
   * @param jurisdiction whose text message lengths count
   */
  public static List<CopyFinding> lint(
      MessageTemplate template, String purpose, String jurisdiction) {
    List<CopyFinding> findings = new ArrayList<>();
    for (MessageContent content : template.contents()) {
      Reader reader = new Reader(content, Languages.base(content.language()), findings);
      reader.wording("advertising".equals(purpose));
      reader.form();
      reader.links();
      reader.buttons();
    }
    findings.addAll(LengthLinter.lint(template, jurisdiction));
    return List.copyOf(findings);
  }

  private record Reader(MessageContent content, String language, List<CopyFinding> findings) {

    void wording(boolean advertising) {
      if (!advertising) {
        String advice = "declare the purpose advertising, or say it without";
        everywhere(Rule.ADVERTISING_WORD, true, CopyWords.advertising(language), advice);
      }
      if (content.channel() == null || SEEN_BY_OTHERS.contains(content.channel())) {
        String advice = "others may read this channel: speak of the visit, not of what was done";
        everywhere(Rule.HEALTH_WORD, false, CopyWords.health(language), advice);
      } else {
        String advice = "a title is seen by anybody: speak of the visit, not of what was done";
        in("title", content.title(), Rule.HEALTH_WORD, false, CopyWords.health(language), advice);
      }
      if (content.discreet()) {
        String advice = "discreet words name no treatment, condition or result";
        everywhere(Rule.NOT_DISCREET, true, CopyWords.health(language), advice);
      }
      if (!CopyWords.care(language).matcher(content.body()).find()) {
        String advice = "ask how the patient is, or give something useful, before the appointment";
        in("body", content.body(), Rule.BOOKING_ONLY, false, CopyWords.booking(language), advice);
      }
    }

    void links() {
      everywhere(
          Rule.ADDRESS_VARIABLE, true, CopyWords.ADDRESS_VARIABLE, "no variables in an address");
      everywhere(
          Rule.DOUBTFUL_LINK,
          true,
          CopyWords.DOUBTFUL_LINK,
          "use an https address of the clinic's own");
      everywhere(Rule.BARE_LINK, false, CopyWords.BARE_LINK, "make it a button");
      for (ContentButton button : content.buttons()) {
        if (button.url() != null && CopyWords.DOUBTFUL_LINK.matcher(button.url()).find()) {
          String advice = "use an https address of the clinic's own";
          add(Rule.DOUBTFUL_LINK, true, "button", 0, button.url(), advice);
        }
      }
    }

    void form() {
      everywhere(Rule.HANDWRITTEN_LABEL, true, CopyWords.LABEL, "the renderer adds labels itself");
      everywhere(Rule.DOUBLE_HONORIFIC, true, CopyWords.HONORIFIC, "the name has its honorific");
      everywhere(Rule.INVISIBLE_CHARACTER, true, CopyWords.INVISIBLE, "remove it");
      placeholders("title", Objects.requireNonNullElse(content.title(), ""));
      placeholders("body", content.body());
    }

    void buttons() {
      for (ContentButton button : content.buttons()) {
        if (button.hasVariable()) {
          add(Rule.BUTTON_VARIABLE, true, "button", 0, button.label(), "no variables in buttons");
        } else if (refused(button)) {
          String advice =
              "a label of 1 to 14 characters and an https address of at most 500 that names nobody";
          add(Rule.BUTTON_REFUSED, true, "button", 0, button.label(), advice);
        }
      }
    }

    private boolean refused(ContentButton button) {
      return button.label().isBlank()
          || button.label().length() > BUTTON_LABEL
          || button.url() != null && LinkAddress.fault(button.url()).isPresent();
    }

    private void placeholders(String field, String text) {
      String rest = Placeholders.blank(text);
      int start = rest.indexOf(Placeholders.START);
      if (start >= 0) {
        String excerpt = text.substring(start, Math.min(text.length(), start + 20));
        add(
            Rule.MALFORMED_PLACEHOLDER,
            true,
            field,
            start,
            excerpt,
            "write #{name} or #{name:은/는}");
      }
    }

    private void everywhere(Rule rule, boolean blocking, Pattern words, String advice) {
      in("title", content.title(), rule, blocking, words, advice);
      in("body", content.body(), rule, blocking, words, advice);
    }

    private void in(
        String field, String text, Rule rule, boolean blocking, Pattern words, String advice) {
      if (text == null) {
        return;
      }
      Matcher found = words.matcher(text);
      while (found.find()) {
        add(rule, blocking, field, found.start(), found.group(), advice);
      }
    }

    private void add(
        Rule rule, boolean blocking, String field, int position, String excerpt, String advice) {
      findings.add(
          new CopyFinding(
              rule,
              blocking,
              content.language(),
              content.channel(),
              content.part(),
              field,
              position,
              excerpt.length(),
              excerpt,
              advice));
    }
  }
}
