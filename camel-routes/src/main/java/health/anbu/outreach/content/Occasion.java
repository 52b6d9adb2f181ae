package health.anbu.outreach.content;

import java.util.Objects;

/**
 * To whom, by which way and about what a message goes.
 *
 * @param language the patient's language as a BCP 47 code; null = not known
 * @param channel code of the channel
 * @param sensitive it is about a treatment that is labelled as sensitive
 */
public record Occasion(String language, String channel, boolean sensitive) {

  public Occasion {
    Objects.requireNonNull(channel, "channel");
  }

  Exposure exposure() {
    return Exposure.of(channel);
  }
}
