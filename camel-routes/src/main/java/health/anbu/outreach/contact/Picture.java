package health.anbu.outreach.contact;

/**
 * A picture beside a message.
 *
 * @param contentType image/jpeg or image/png
 * @param url where the provider or the reader fetches it
 * @param title what it shows
 */
public record Picture(String contentType, String url, String title) {
  public Picture {
    Texts.require(contentType, "contentType");
    Texts.require(title, "title");
    if (url == null || !url.startsWith("https://")) {
      throw new IllegalArgumentException("url must begin with https://");
    }
  }
}
