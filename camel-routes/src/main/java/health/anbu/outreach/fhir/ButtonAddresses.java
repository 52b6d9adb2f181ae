package health.anbu.outreach.fhir;

import health.anbu.outreach.content.LinkAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;

/** Where a clinic's buttons lead: urls among its telecoms that say which button they are for. */
final class ButtonAddresses {

  private ButtonAddresses() {}

  /** A service knows better than the house, the house better than the organization. */
  static Map<String, String> of(
      List<HealthcareService> services,
      List<Location> locations,
      Organization clinic,
      Instant now) {
    Map<String, String> addresses = new HashMap<>();
    List<List<ContactPoint>> all = new ArrayList<>();
    services.forEach(service -> all.add(service.getTelecom()));
    locations.forEach(location -> all.add(location.getTelecom()));
    all.add(clinic.getTelecom());
    all.forEach(telecoms -> add(telecoms, now, addresses));
    return addresses;
  }

  private static void add(List<ContactPoint> telecoms, Instant now, Map<String, String> addresses) {
    telecoms.stream()
        .filter(telecom -> telecom.getSystem() == ContactPointSystem.URL && telecom.hasValue())
        .filter(telecom -> telecom.getUse() != ContactPointUse.OLD && valid(telecom, now))
        .filter(telecom -> LinkAddress.fault(telecom.getValue().strip()).isEmpty())
        .sorted(Comparator.comparingInt(t -> t.hasRank() ? t.getRank() : Integer.MAX_VALUE))
        .forEach(
            telecom ->
                action(telecom)
                    .ifPresent(
                        action -> addresses.putIfAbsent(action, telecom.getValue().strip())));
  }

  private static boolean valid(ContactPoint telecom, Instant now) {
    var period = telecom.getPeriod();
    return !(period.hasStart() && period.getStart().toInstant().isAfter(now))
        && !(period.hasEnd() && period.getEnd().toInstant().isBefore(now));
  }

  private static Optional<String> action(ContactPoint telecom) {
    return Extensions.first(telecom, "telecom-button")
        .map(Extension::getValue)
        .map(value -> value.primitiveValue());
  }
}
