package health.anbu.outreach.fhir;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the clinics say of themselves: an Organization, its HealthcareServices and Locations.
 * They are kept for a few minutes, because they hardly change and every message asks.
 */
public final class ClinicPlaces {

  private static final Logger LOG = LoggerFactory.getLogger(ClinicPlaces.class);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final int PAGE = 100;

  private record Kept(ClinicPlace place, Instant until) {}

  private final FhirStore source;
  private final Clock clock;
  private final String usual;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /**
   * @param usual id of the Organization of patients whose record names none; null for no such one
   */
  public ClinicPlaces(FhirStore source, Clock clock, String usual) {
    this.source = source;
    this.clock = clock;
    this.usual = usual == null || usual.isBlank() ? null : usual.replaceFirst("^Organization/", "");
  }

  /** Where nobody asks what clinics say. */
  static ClinicPlaces none() {
    return new ClinicPlaces(null, null, null);
  }

  /**
   * @param organization id of the one that manages the patient's record; null for the usual one
   */
  ClinicPlace of(String organization) {
    String id = organization == null ? usual : organization;
    if (id == null || source == null) {
      return ClinicPlace.UNSAID;
    }
    Instant now = clock.instant();
    Kept known = kept.get(id);
    if (known == null || !now.isBefore(known.until())) {
      known = new Kept(read(id, now), now.plus(KEPT));
      kept.put(id, known);
    }
    return known.place();
  }

  private ClinicPlace read(String id, Instant now) {
    Optional<Organization> clinic = source.read(Organization.class, id).filter(this::active);
    if (clinic.isEmpty()) {
      return ClinicPlace.UNSAID;
    }
    List<HealthcareService> services =
        children(HealthcareService.class, id, one -> !one.hasActive() || one.getActive());
    List<Location> locations =
        children(
            Location.class,
            id,
            one -> !one.hasStatus() || one.getStatus() == Location.LocationStatus.ACTIVE);
    return new ClinicPlace(
        ButtonAddresses.of(services, locations, clinic.get(), now),
        ClinicDays.of(services, locations),
        Extensions.text(clinic.get(), "tone").orElse(null),
        specialties(clinic.get(), services));
  }

  /** What the usual clinic is or does. */
  public Set<String> specialties() {
    return of(null).specialties();
  }

  private static Set<String> specialties(Organization clinic, List<HealthcareService> services) {
    return Stream.concat(
            clinic.getType().stream(),
            services.stream().flatMap(one -> one.getSpecialty().stream()))
        .flatMap(concept -> concept.getCoding().stream())
        .map(Coding::getCode)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private boolean active(Organization organization) {
    return !organization.hasActive() || organization.getActive();
  }

  private <T extends Resource> List<T> children(Class<T> type, String id, Predicate<T> active) {
    Query query = Query.of(type.getSimpleName()).where("organization", "Organization/" + id);
    try {
      return source.first(query, PAGE).stream()
          .map(type::cast)
          .filter(active)
          .sorted((a, b) -> a.getIdElement().getIdPart().compareTo(b.getIdElement().getIdPart()))
          .toList();
    } catch (FhirStore.RefusedByStore e) {
      LOG.warn("this server keeps no {}: {}", type.getSimpleName(), e.getMessage());
      return List.of();
    }
  }
}
