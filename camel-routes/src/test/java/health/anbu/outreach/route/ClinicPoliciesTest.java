package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.contact.LawEdition;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.plan.ClinicPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What the settings make of a clinic. */
class ClinicPoliciesTest {

  @TempDir Path folder;

  private static ClinicPolicy clinic(Map<String, String> settings) {
    return ClinicPolicies.of(
        new Binder(new MapConfigurationPropertySource(settings))
            .bindOrCreate("anbu", OutreachSettings.class));
  }

  private ClinicPolicy overriddenBy(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("law.txt"), text);
    return clinic(Map.of("anbu.clinic.law-override", file.toString()));
  }

  private static LawEdition law(ClinicPolicy clinic) {
    return clinic.pack().on(Instant.parse("2026-06-30T00:00:00Z"));
  }

  @Test
  void counselsFileChangesThePackOfThePlace() throws IOException {
    ClinicPolicy clinic = overriddenBy("# ours\nforbid | advertising | line | no | counsel\n");
    assertThat(law(clinic).rule(Purpose.ADVERTISING, "line").forbidden()).isFalse();
    assertThat(law(clinic).rule(Purpose.ADVERTISING, "kakao").forbidden()).isTrue();
    assertThat(law(clinic(Map.of())).rule(Purpose.ADVERTISING, "line").forbidden()).isTrue();
  }

  @Test
  void aLineThatCannotBeReadIsNamedAtStart() {
    assertThatThrownBy(() -> overriddenBy("forbid | advertising | line | no\n"))
        .hasMessage("law.txt line 1: forbid has 5 fields, not 4");
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() {
    assertThatThrownBy(() -> clinic(Map.of("anbu.clinic.law-override", "/none/law.txt")))
        .hasMessageStartingWith("Cannot read anbu.clinic.law-override");
  }
}
