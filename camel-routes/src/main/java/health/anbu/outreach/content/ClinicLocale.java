package health.anbu.outreach.content;

import java.time.ZoneId;
import java.util.Objects;

/**
 * Where the clinic is, as far as wording is concerned.
 *
 * @param language the clinic's own language, used where the patient's is not available
 * @param zone the zone in which times are written
 */
public record ClinicLocale(String language, ZoneId zone) {

  public ClinicLocale {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(zone, "zone");
  }
}
