package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

class PackageTest {

  private static final int GZIP_TIME = 4;
  private final byte[] tgz = read();

  @Test
  void saysWhatItIs() throws IOException {
    var guide = NpmPackage.fromPackage(new ByteArrayInputStream(tgz));
    assertThat(guide.id()).isEqualTo("anbu.outreach");
    assertThat(guide.version()).isEqualTo("0.1.0");
    assertThat(guide.fhirVersion()).isEqualTo("4.0.1");
    assertThat(guide.canonical()).isEqualTo("https://anbu-health.github.io/fhir");
  }

  @Test
  void holdsEveryGeneratedResourceOnce() {
    assertThat(entries())
        .filteredOn(entry -> entry.getName().endsWith(".json"))
        .map(entry -> Path.of(entry.getName()).getFileName().toString())
        .filteredOn(name -> !name.equals("package.json"))
        .containsExactlyInAnyOrderElementsOf(
            Guide.files().stream().map(file -> file.getFileName().toString()).toList());
  }

  @Test
  void keepsExamplesApart() {
    assertThat(entries())
        .map(TarArchiveEntry::getName)
        .contains(
            "package/PlanDefinition-botox-retouch.json",
            "package/ActivityDefinition-botox-retouch-three-months-after.json",
            "package/StructureDefinition-outreach-scenario.json",
            "package/example/Patient-example-patient-ko.json")
        .noneMatch(name -> name.matches("package/(Patient|Consent|Task|Communication).*"));
  }

  @Test
  void tellsNothingAboutWhoBuiltItOrWhen() {
    assertThat(tgz[GZIP_TIME] | tgz[GZIP_TIME + 1] | tgz[GZIP_TIME + 2] | tgz[GZIP_TIME + 3])
        .isZero();
    assertThat(entries())
        .allSatisfy(
            entry -> {
              assertThat(entry.getLongUserId()).isZero();
              assertThat(entry.getLongGroupId()).isZero();
              assertThat(entry.getUserName()).isIn("root", "");
            });
    assertThat(entries())
        .extracting(TarArchiveEntry::getLastModifiedTime)
        .containsOnly(entries().get(0).getLastModifiedTime());
  }

  private List<TarArchiveEntry> entries() {
    var entries = new ArrayList<TarArchiveEntry>();
    try (var tar = new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(tgz)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.add(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static byte[] read() {
    try (var in = PackageTest.class.getResourceAsStream("/" + Guide.PACKAGE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
