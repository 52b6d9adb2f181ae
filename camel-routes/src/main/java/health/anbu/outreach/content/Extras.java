package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a message carries beside its words, and what had to be left out.
 *
 * @param image null = none
 * @param buttons each with its address
 * @param omitted what was left out, and why
 * @param lacking what of that the message says nothing without
 */
record Extras(
    ContentImage image, List<ContentButton> buttons, List<String> omitted, List<String> lacking) {

  /** More than this is a menu, and KakaoTalk, LINE and WhatsApp would each show it differently. */
  static final int MOST_BUTTONS = 2;

  private static final Set<String> WITH_BUTTONS = Set.of("kakao", "line", "whatsapp", "email");
  private static final Set<String> WITH_IMAGE = Set.of("line", "whatsapp", "email");
  private static final String SPOKEN = "phone";

  Extras {
    buttons = List.copyOf(buttons);
    omitted = List.copyOf(omitted);
    lacking = List.copyOf(lacking);
  }

  static Extras of(List<MessageContent> parts, ClinicLinks links) {
    List<ContentButton> buttons = new ArrayList<>();
    List<ContentImage> images = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (MessageContent part : parts) {
      if (part.image() != null) {
        images.add(part.image());
      }
      for (ContentButton button : part.buttons()) {
        left(button, links, buttons)
            .ifPresent(why -> (button.needed() ? lacking : omitted).add(why));
      }
    }
    images.stream().skip(1).forEach(image -> omitted.add("picture (more than 1)"));
    return new Extras(images.isEmpty() ? null : images.get(0), buttons, omitted, lacking);
  }

  /** Puts the button with the others, or says why it is left out. */
  private static Optional<String> left(
      ContentButton button, ClinicLinks links, List<ContentButton> buttons) {
    if (buttons.size() == MOST_BUTTONS) {
      return Optional.of("button " + button.label() + " (more than " + MOST_BUTTONS + ")");
    }
    Optional<ContentButton> resolved = links.resolve(button);
    resolved.ifPresent(buttons::add);
    return resolved.isPresent() ? Optional.empty() : Optional.of(links.missing(button));
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
