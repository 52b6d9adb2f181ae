package health.anbu.outreach.route;

import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.plan.ClinicPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clinic's policy out of the settings. */
final class ClinicPolicies {

  private static final Map<String, String> LANGUAGES = Map.of("KR", "ko", "JP", "ja", "IR", "fa");

  private ClinicPolicies() {}

  static ClinicPolicy of(OutreachSettings settings) {
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
        JurisdictionPack.of(jurisdiction),
        clinic.channels().isEmpty() ? usualChannels(jurisdiction) : clinic.channels(),
        new FrequencyCap(cap.messages(), cap.window()),
        settings.live().goLive(),
        clinic.address());
  }

  private static List<String> usualChannels(String jurisdiction) {
    return "KR".equals(jurisdiction) ? List.of("kakao", "sms") : List.of("sms");
  }
}
