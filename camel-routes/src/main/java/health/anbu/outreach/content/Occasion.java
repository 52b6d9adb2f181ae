package health.anbu.outreach.content;

import java.util.Objects;

/**
 * To whom, by which way and about what a message goes.
 *
 * @param language the patient's language as a BCP 47 code; null = not known
 * @param channel code of the channel
 * @param sensitive it is about a treatment that is labelled as sensitive
 * @param tone in which the clinic speaks; null = the usual one
 */
public record Occasion(String language, String channel, boolean sensitive, String tone) {

  /** In the usual tone. */
  public Occasion(String language, String channel, boolean sensitive) {
    this(language, channel, sensitive, null);
  }

  public Occasion {
    Objects.requireNonNull(channel, "channel");
  }

  Exposure exposure() {
    return Exposure.of(channel);
  }
}
