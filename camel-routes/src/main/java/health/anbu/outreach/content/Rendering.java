package health.anbu.outreach.content;

import java.util.List;
import java.util.Map;

/** A message ready to go, or the reason why there is none. */
public sealed interface Rendering {

  /**
   * A message with every variable filled and every label in place.
   *
   * @param language language of the content that was chosen
   * @param direction {@code ltr} or {@code rtl}
   * @param title with the label's prefix where one is demanded; null = none
   * @param parts payload parts in order; the labels are in the first and the last
   * @param text the parts as one text
   * @param image null = none, or it stands in the text
   * @param buttons buttons in order, each with its address; empty where they stand in the text
   * @param parameters each variable as written, by its expression between <code>#{</code> and
   *     <code>}</code>; for providers that fill their own approved template
   * @param omitted what was left out and why; never a value
   */
  record Rendered(
      String language,
      String direction,
      String title,
      List<String> parts,
      String text,
      ContentImage image,
      List<ContentButton> buttons,
      Map<String, String> parameters,
      List<String> omitted)
      implements Rendering {

    public Rendered {
      parts = List.copyOf(parts);
      buttons = List.copyOf(buttons);
      parameters = Map.copyOf(parameters);
      omitted = List.copyOf(omitted);
    }
  }

  /**
   * No message.
   *
   * @param reason code of the outreach-reason code system: missing-variable, no-language,
   *     sensitive-content or label-missing
   * @param detail what to mend; names variables, never their values
   */
  record NotRendered(String reason, String detail) implements Rendering {}
}
