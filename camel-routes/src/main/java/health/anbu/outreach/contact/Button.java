package health.anbu.outreach.contact;

/** A link under a message, shown as a button where the channel has buttons. */
public record Button(String label, String url) {
  public Button {
    Texts.require(label, "label");
    if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
      throw new IllegalArgumentException("url must begin with http:// or https://");
    }
  }
}
