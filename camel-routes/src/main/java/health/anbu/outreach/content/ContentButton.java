package health.anbu.outreach.content;

import java.util.Objects;

/** A button under a message; neither its label nor its address takes variables. */
public record ContentButton(String label, String url) {

  public ContentButton {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(url, "url");
  }
}
