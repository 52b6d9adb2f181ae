package health.anbu.outreach.content;

import java.util.Optional;

/** How much a channel takes in one message; what is longer is never cut, and never sent. */
public final class ChannelLength {

  private static final int LINE = 5000;
  private static final int WHATSAPP = 4096;

  private ChannelLength() {}

  /**
   * How much too long the text is; empty where it fits.
   *
   * @param jurisdiction whose carriers take the text messages
   */
  public static Optional<String> fault(String channel, String text, String jurisdiction) {
    return switch (channel) {
      case "kakao" -> over("an AlimTalk", text, TextLength.ALIMTALK_CHARACTERS);
      case "line" -> over("a message of LINE", text, LINE);
      case "whatsapp" -> over("a message of WhatsApp", text, WHATSAPP);
      case "sms" ->
          TextLength.of(text, jurisdiction).fits()
              ? Optional.empty()
              : Optional.of(
                  "the carriers take no text message of %d characters".formatted(text.length()));
      default -> Optional.empty();
    };
  }

  private static Optional<String> over(String what, String text, int most) {
    return text.length() <= most
        ? Optional.empty()
        : Optional.of("%s holds %d characters, this has %d".formatted(what, most, text.length()));
  }

  /** Where in the text it becomes too long. */
  static int limit(String channel, String text, String jurisdiction) {
    int fits = 0;
    int not = text.length();
    while (fits + 1 < not) {
      int middle = (fits + not) / 2;
      if (fault(channel, text.substring(0, middle), jurisdiction).isEmpty()) {
        fits = middle;
      } else {
        not = middle;
      }
    }
    return fits;
  }
}
