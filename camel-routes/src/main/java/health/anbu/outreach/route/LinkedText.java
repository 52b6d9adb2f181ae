package health.anbu.outreach.route;

import health.anbu.outreach.contact.OutgoingMessage;

/** A message as one text, its links under it, for channels whose buttons are too narrow for us. */
final class LinkedText {
  private LinkedText() {}

  static String of(OutgoingMessage message) {
    StringBuilder text = new StringBuilder(message.text());
    message
        .buttons()
        .forEach(
            button -> text.append("\n\n").append(button.label()).append('\n').append(button.url()));
    return text.toString();
  }
}
