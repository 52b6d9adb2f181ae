package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The buttons of one message with their addresses, and those that had to be left out.
 *
 * @param omitted which were left out, and why
 */
record ButtonRow(List<ContentButton> buttons, List<String> omitted) {

  /** More than this is a menu, and KakaoTalk, LINE and WhatsApp would each show it differently. */
  static final int MOST = 2;

  private static final Set<String> WITH_BUTTONS = Set.of("kakao", "line", "whatsapp", "email");
  private static final String SPOKEN = "phone";

  ButtonRow {
    buttons = List.copyOf(buttons);
    omitted = List.copyOf(omitted);
  }

  static ButtonRow of(List<ContentButton> written, ClinicLinks links) {
    List<ContentButton> buttons = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (ContentButton button : written) {
      if (buttons.size() == MOST) {
        omitted.add("button " + button.label() + " (more than " + MOST + ")");
      } else {
        links
            .resolve(button)
            .ifPresentOrElse(buttons::add, () -> omitted.add(links.missing(button)));
      }
    }
    return new ButtonRow(buttons, omitted);
  }

  /** What the channel shows below the text. */
  List<ContentButton> shown(String channel) {
    return WITH_BUTTONS.contains(channel) ? buttons : List.of();
  }

  /** What is written into the text instead, each address on a line of its own. */
  List<String> written(String channel) {
    return WITH_BUTTONS.contains(channel) || SPOKEN.equals(channel)
        ? List.of()
        : buttons.stream().map(button -> button.label() + "\n" + button.url()).toList();
  }
}
