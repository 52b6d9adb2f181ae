package health.anbu.outreach.content;

import java.util.Objects;

/**
 * A button under a message; neither its label nor its address takes variables.
 *
 * @param url where it leads; null where the clinic's address for the action is meant
 * @param action code of button-action; null where the address is given
 * @param needed whether the message says nothing without it
 */
public record ContentButton(String label, String url, String action, boolean needed) {

  public ContentButton {
    Objects.requireNonNull(label, "label");
    if ((url == null) == (action == null)) {
      throw new IllegalArgumentException("a button has either an address or an action");
    }
  }

  public ContentButton(String label, String url, String action) {
    this(label, url, action, false);
  }

  public ContentButton(String label, String url) {
    this(label, Objects.requireNonNull(url, "url"), null);
  }

  /** A button whose address each clinic sets. */
  public static ContentButton of(String label, String action) {
    return new ContentButton(label, null, action);
  }

  /** The same where the message says nothing without it. */
  public ContentButton asNeeded() {
    return new ContentButton(label, url, action, true);
  }

  boolean hasVariable() {
    return (label + Objects.requireNonNullElse(url, action)).contains(Placeholders.START);
  }
}
