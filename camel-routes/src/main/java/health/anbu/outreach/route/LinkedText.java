package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;

/** A message as one text, its links under it, for channels whose buttons are too narrow for us. */
final class LinkedText {
  private LinkedText() {}

  static String of(OutgoingMessage message) {
    return of(message, false);
  }

  /** The same where the picture cannot be shown: what it shows and where it lies. */
  static String withPicture(OutgoingMessage message) {
    return of(message, message.picture() != null);
  }

  private static String of(OutgoingMessage message, boolean picture) {
    StringBuilder text = new StringBuilder(message.text());
    if (picture) {
      text.append("\n\n").append(message.picture().title());
      text.append('\n').append(message.picture().url());
    }
    message
        .buttons()
        .forEach(
            button -> text.append("\n\n").append(button.label()).append('\n').append(button.url()));
    return text.toString();
  }
}
