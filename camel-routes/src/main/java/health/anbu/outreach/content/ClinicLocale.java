package health.anbu.outreach.content;

import java.time.ZoneId;
import java.util.Objects;

/**
 * Where the clinic is, as far as wording is concerned.
 *
 * @param language the clinic's own language, used where the patient's is not available
 * @param zone the zone in which times are written
 * @param links where its buttons lead
 */
public record ClinicLocale(String language, ZoneId zone, ClinicLinks links) {

  public ClinicLocale {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(links, "links");
  }

  /** A clinic that has set no address for any button. */
  public ClinicLocale(String language, ZoneId zone) {
    this(language, zone, ClinicLinks.none());
  }
}
