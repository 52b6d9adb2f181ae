package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a message carries beside its words, and what had to be left out.
 *
 * @param image null = none
 * @param buttons each with its address
 * @param omitted what was left out, and why
 */
record Extras(ContentImage image, List<ContentButton> buttons, List<String> omitted) {

  /** More than this is a menu, and KakaoTalk, LINE and WhatsApp would each show it differently. */
  static final int MOST_BUTTONS = 2;

  private static final Set<String> WITH_BUTTONS = Set.of("kakao", "line", "whatsapp", "email");
  private static final Set<String> WITH_IMAGE = Set.of("line", "whatsapp", "email");
  private static final String SPOKEN = "phone";

  Extras {
    buttons = List.copyOf(buttons);
    omitted = List.copyOf(omitted);
  }

  static Extras of(List<MessageContent> parts, ClinicLinks links) {
    List<ContentButton> buttons = new ArrayList<>();
    List<ContentImage> images = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (MessageContent part : parts) {
      if (part.image() != null) {
        images.add(part.image());
      }
      part.buttons().forEach(button -> add(button, links, buttons, omitted));
    }
    images.stream().skip(1).forEach(image -> omitted.add("picture (more than 1)"));
    return new Extras(images.isEmpty() ? null : images.get(0), buttons, omitted);
  }

  private static void add(
      ContentButton button, ClinicLinks links, List<ContentButton> buttons, List<String> omitted) {
    if (buttons.size() == MOST_BUTTONS) {
      omitted.add("button " + button.label() + " (more than " + MOST_BUTTONS + ")");
    } else {
      links.resolve(button).ifPresentOrElse(buttons::add, () -> omitted.add(links.missing(button)));
    }
  }

  ContentImage imageOn(String channel) {
    return WITH_IMAGE.contains(channel) ? image : null;
  }

  /** What the channel shows below the text. */
  List<ContentButton> buttonsOn(String channel) {
    return WITH_BUTTONS.contains(channel) ? buttons : List.of();
  }

  /** The rest is written into the text, each address on a line of its own. */
  List<String> inWords(String channel) {
    if (SPOKEN.equals(channel)) {
      return List.of();
    }
    Stream<String> picture =
        image == null || WITH_IMAGE.contains(channel) ? Stream.empty() : Stream.of(image.inWords());
    Stream<String> links =
        WITH_BUTTONS.contains(channel)
            ? Stream.empty()
            : buttons.stream().map(button -> button.label() + "\n" + button.url());
    return Stream.concat(picture, links).toList();
  }
}
