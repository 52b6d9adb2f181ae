package health.anbu.outreach.route;

import health.anbu.outreach.calendar.Holidays;
import health.anbu.outreach.calendar.WorkingDays;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.plan.ClinicPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clinic's policy out of the settings. */
final class ClinicPolicies {

  private static final Logger LOG = LoggerFactory.getLogger(ClinicPolicies.class);

  private static final Map<String, String> LANGUAGES = Map.of("KR", "ko", "JP", "ja", "IR", "fa");

  private ClinicPolicies() {}

  static ClinicPolicy of(OutreachSettings settings) {
    if (Integer.valueOf(0).equals(settings.frequencyCap().messages())) {
      LOG.warn(
          "anbu.frequency-cap.messages is 0: nothing but transactional messages goes to anybody."
              + " Leave it out for no cap.");
    }
    OutreachSettings.Clinic clinic = settings.clinic();
    String jurisdiction = clinic.jurisdiction();
    OutreachSettings.Cap cap = settings.frequencyCap();
    return new ClinicPolicy(
        clinic.name(),
        clinic.phone(),
        clinic.optOutNumber().isBlank() ? null : clinic.optOutNumber(),
        Optional.ofNullable(clinic.language())
            .orElseGet(() -> LANGUAGES.getOrDefault(jurisdiction, "en")),
        clinic.zone(),
        pack(clinic),
        clinic.channels().isEmpty() ? usualChannels(jurisdiction) : clinic.channels(),
        new FrequencyCap(cap.messages(), cap.window()),
        settings.live().goLive(),
        clinic.address(),
        workingDays(clinic),
        clinic.sharedNumber());
  }

  private static WorkingDays workingDays(OutreachSettings.Clinic clinic) {
    return new WorkingDays(
        clinic.weekend() == null
            ? WorkingDays.usualWeekend(clinic.jurisdiction())
            : clinic.weekend(),
        Holidays.of(clinic.jurisdiction()),
        clinic.closedDays(),
        clinic.openDays());
  }

  /** What counsel wrote is read before anything is sent; a file that cannot be read stops us. */
  private static JurisdictionPack pack(OutreachSettings.Clinic clinic) {
    JurisdictionPack pack = JurisdictionPack.of(clinic.jurisdiction());
    if (clinic.lawOverride().isBlank()) {
      return pack;
    }
    Path file = Path.of(clinic.lawOverride());
    try {
      return pack.overriddenBy(file.getFileName().toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read anbu.clinic.law-override " + file, e);
    }
  }

  private static List<String> usualChannels(String jurisdiction) {
    return "KR".equals(jurisdiction) ? List.of("kakao", "sms") : List.of("sms");
  }

  /** Numbers are written as where the clinic is. */
  static PhoneNumbers numbers(ClinicPolicy clinic) {
    return new PhoneNumbers(clinic.pack().code().equals("EU") ? "DE" : clinic.pack().code());
  }
}
