package health.anbu.outreach.contact;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a message is sent: declared by the scenario, never guessed; the law of a place hangs on it.
 */
public enum Purpose {
  TRANSACTIONAL,
  TREATMENT,
  RECALL,
  EDUCATION,
  SURVEY,
  ADVERTISING;

  /** The code in the code system outreach-purpose. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code().equals(code)).findFirst();
  }
}
