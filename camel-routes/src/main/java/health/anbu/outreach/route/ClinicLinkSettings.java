package health.anbu.outreach.route;

import health.anbu.outreach.content.ClinicLinks;
import health.anbu.outreach.fhir.ClinicPlaces;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the buttons under messages lead; each is an https address of the clinic's own.
 *
 * @param linkHosts further hosts to which a button of a scenario may lead
 * @param organization the Organization of patients whose record names none: what it says of its
 *     buttons and days counts before the settings
 * @param specialty code that chooses packs of golden times and a tone; blank for what the
 *     Organization says it is
 * @param tone in which the messages speak; blank for that of the specialty
 */
@ConfigurationProperties("anbu.clinic")
record ClinicLinkSettings(
    @DefaultValue("") String bookingUrl,
    @DefaultValue("") String questionUrl,
    @DefaultValue("") String resultUrl,
    @DefaultValue Set<String> linkHosts,
    @DefaultValue("") String organization,
    @DefaultValue("") String specialty,
    @DefaultValue("") String tone) {

  /** The chosen one, else what the clinic's own records say. */
  Set<String> specialties(ClinicPlaces places) {
    return specialty.isBlank() ? places.specialties() : Set.of(specialty.strip());
  }

  ClinicLinks links() {
    return new ClinicLinks(
        Map.of("book", bookingUrl, "ask", questionUrl, "result", resultUrl),
        linkHosts.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toSet()));
  }
}
