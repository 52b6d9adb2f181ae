package health.anbu.outreach.fhir;

import health.anbu.outreach.calendar.OwnDays;
import java.util.Map;
import java.util.Set;

/**
 * What one clinic says of itself in FHIR.
 *
 * @param addresses of its buttons, by code of button-action
 * @param tone in which it speaks; null where it does not say
 * @param specialties codes of what it is or does
 */
record ClinicPlace(
    Map<String, String> addresses, OwnDays days, String tone, Set<String> specialties) {

  static final ClinicPlace UNSAID = new ClinicPlace(Map.of(), OwnDays.UNSAID, null, Set.of());

  ClinicPlace {
    addresses = Map.copyOf(addresses);
    specialties = Set.copyOf(specialties);
  }
}
