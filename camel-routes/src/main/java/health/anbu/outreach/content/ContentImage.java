package health.anbu.outreach.content;

import java.util.Objects;

/**
 * A picture beside the words.
 *
 * @param contentType image/jpeg or image/png
 * @param url where it lies, without variables
 * @param title what it shows, in the language of the words
 */
public record ContentImage(String contentType, String url, String title) {

  public ContentImage {
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(title, "title");
  }

  /** Said where it cannot be shown; the address on a line of its own. */
  String inWords() {
    return title + "\n" + url;
  }

  boolean hasVariable() {
    return (title + url).contains(Placeholders.START);
  }
}
