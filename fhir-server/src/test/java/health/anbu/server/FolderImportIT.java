package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderImportIT extends PostgresServerTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final String mrn = newId();

  @BeforeEach
  void aFolderWhereThePatientRefersToThePractitioner() throws IOException {
    Files.writeString(
        folder.resolve("Anna.json"),
        """
        {"resourceType":"Bundle","type":"transaction","entry":[
         {"fullUrl":"urn:uuid:%1$s",
          "resource":{"resourceType":"Patient","identifier":[{"system":"urn:mrn","value":"%1$s"}],
           "generalPractitioner":[{"reference":"Practitioner?identifier=urn:npi|%1$s"}]},
          "request":{"method":"POST","url":"Patient"}},
         {"resource":{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
           "subject":{"reference":"urn:uuid:%1$s"}},
          "request":{"method":"POST","url":"Encounter"}}]}
        """
            .formatted(mrn));
    Files.writeString(
        folder.resolve("practitionerInformation.json"),
        """
        {"resourceType":"Bundle","type":"batch","entry":[
         {"resource":{"resourceType":"Practitioner",
           "identifier":[{"system":"urn:npi","value":"%s"}]},
          "request":{"method":"POST","url":"Practitioner"}}]}
        """
            .formatted(mrn));
  }

  private int load() throws IOException {
    HttpTarget server = HttpTarget.at("http://localhost:" + port);
    assertThat(server.answers()).isTrue();
    return new FolderImport(server, new PrintStream(said, true, StandardCharsets.UTF_8))
        .run(folder);
  }

  @Test
  void loadsEveryFileAndSaysHowMuch() throws IOException {
    assertThat(load()).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("3 resources from 2 files");
    assertThat(
            fhir.get("Encounter?subject:Patient.identifier=urn:mrn%7C" + mrn)
                .as(Bundle.class)
                .getEntry())
        .hasSize(1);
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    assertThat(load()).isZero();
    long stored = storedResources();
    assertThat(load()).isZero();
    assertThat(storedResources()).isEqualTo(stored);
    assertThat(fhir.get("Patient?identifier=urn:mrn%7C" + mrn).as(Bundle.class).getEntry())
        .singleElement()
        .satisfies(
            patient -> assertThat(patient.getResource().getMeta().getVersionId()).isEqualTo("1"));
  }

  @Test
  void namesTheFileThatWasRefusedAndLoadsTheRest() throws IOException {
    Files.writeString(folder.resolve("Broken.json"), "{\"resourceType\":");
    assertThat(load()).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Broken.json: REFUSED")
        .contains("3 resources from 2 files");
  }

  @Test
  void saysSoWhereOneEntryOfABatchWasRefused() throws IOException {
    Files.writeString(
        folder.resolve("Partly.json"),
        """
        {"resourceType":"Bundle","type":"batch","entry":[
         {"resource":{"resourceType":"Patient"},"request":{"method":"POST","url":"Patient"}},
         {"resource":{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
           "subject":{"reference":"Patient/nobody-%s"}},
          "request":{"method":"POST","url":"Encounter"}}]}
        """
            .formatted(mrn));
    assertThat(load()).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("Partly.json: REFUSED in part: 1 of 2 entries, the first is entry 2: 4")
        .contains("4 resources from 2 files");
  }
}
