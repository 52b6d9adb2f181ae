package health.anbu.server.check;

import health.anbu.outreach.route.ConfigurationCheck;
import health.anbu.outreach.route.OutreachSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the settings fit each other. */
final class SettingsFindings {

  private static final Map<String, String> ZONES =
      Map.of("KR", "Asia/Seoul", "JP", "Asia/Tokyo", "IR", "Asia/Tehran", "GB", "Europe/London");

  private final ConfigurationCheck configuration;
  private final OutreachSettings settings;
  private final Clock clock;

  SettingsFindings(ConfigurationCheck configuration, Clock clock) {
    this.configuration = configuration;
    this.settings = configuration.settings();
    this.clock = clock;
  }

  List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    all.add(mode());
    configuration
        .refusals()
        .forEach(refusal -> all.add(Finding.fail("mode", refusal, "change this setting")));
    configuration.secretsOnTheCommandLine().forEach(name -> all.add(secret(name)));
    all.add(zone());
    all.add(holidays());
    all.add(
        named("anbu.clinic.name", settings.clinic().name(), "patients read who writes to them"));
    all.add(named("anbu.clinic.phone", settings.clinic().phone(), "patients read whom to call"));
    if (configuration.clinic().pack().code().equals("KR")) {
      all.add(
          named(
              "anbu.clinic.opt-out-number",
              settings.clinic().optOutNumber(),
              "Korean advertising is not sent without it"));
    }
    return all;
  }

  private Finding mode() {
    String mode = settings.mode().name().toLowerCase(Locale.ROOT);
    boolean limited = !settings.live().allowList().isEmpty();
    return Finding.ok(
        "mode",
        mode
            + (limited
                ? ", only to " + settings.live().allowList().size() + " numbers of the allow-list"
                : ""));
  }

  private static Finding secret(String name) {
    return Finding.warn("secrets", name + " is on the command line", "put it into the environment");
  }

  /** A zone that is none was refused when the settings were read. */
  private Finding zone() {
    String zone = settings.clinic().zone().getId();
    String jurisdiction = configuration.clinic().pack().code();
    String usual = ZONES.get(jurisdiction);
    return usual == null || usual.equals(zone)
        ? Finding.ok("zone", zone + ", jurisdiction " + jurisdiction)
        : Finding.warn(
            "zone",
            zone + " is unusual for jurisdiction " + jurisdiction,
            "check anbu.clinic.zone and anbu.clinic.jurisdiction");
  }

  /** Steps are planned for a year ahead: what is not known then is no day of rest. */
  private Finding holidays() {
    String jurisdiction = configuration.clinic().pack().code();
    int lastYear = configuration.clinic().workingDays().holidays().lastYear();
    String closed = "add the others as anbu.clinic.closed-days";
    if (lastYear == Integer.MIN_VALUE) {
      return Finding.warn("holidays", "none are known of jurisdiction " + jurisdiction, closed);
    }
    String known = "of " + jurisdiction + " are known up to the end of " + lastYear;
    int next = LocalDate.now(clock.withZone(settings.clinic().zone())).plusYears(1).getYear();
    return next <= lastYear
        ? Finding.ok("holidays", known)
        : Finding.warn("holidays", known, closed + ", or take a newer release");
  }

  private static Finding named(String setting, String value, String why) {
    return value.isBlank()
        ? Finding.warn("clinic", setting + " is empty", "set it: " + why)
        : Finding.ok("clinic", setting + " is set");
  }
}
