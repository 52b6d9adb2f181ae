package health.anbu.outreach.fhir;

import health.anbu.outreach.calendar.OwnDays;
import java.util.Map;

/**
 * What one clinic says of itself in FHIR.
 *
 * @param addresses of its buttons, by code of button-action
 */
record ClinicPlace(Map<String, String> addresses, OwnDays days) {

  static final ClinicPlace UNSAID = new ClinicPlace(Map.of(), OwnDays.UNSAID);

  ClinicPlace {
    addresses = Map.copyOf(addresses);
  }
}
