package health.anbu.ig;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes the definitions of FHIR R4 that HAPI ships as a package for SUSHI, which otherwise wants a
 * package server.
 */
public final class CorePackage {

  private static final FhirContext R4 = FhirContext.forR4Cached();
  private static final String ROOT = "/org/hl7/fhir/r4/model/";
  private static final List<String> BUNDLES =
      List.of(
          "profile/profiles-types.xml",
          "profile/profiles-resources.xml",
          "profile/profiles-others.xml",
          "extension/extension-definitions.xml",
          "valueset/valuesets.xml",
          "valueset/v2-tables.xml",
          "valueset/v3-codesystems.xml",
          "sp/search-parameters.json");
  private static final String MANIFEST =
      """
      {
        "name": "hl7.fhir.r4.core",
        "version": "4.0.1",
        "fhirVersions": ["4.0.1"],
        "type": "Core",
        "canonical": "http://hl7.org/fhir"
      }
      """;

  private CorePackage() {}

  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0]));
    for (var name : BUNDLES) {
      for (var entry : read(name).getEntry()) {
        write(folder, entry.getResource());
      }
    }
    Files.writeString(folder.resolve("package.json"), MANIFEST);
  }

  private static Bundle read(String name) throws IOException {
    try (InputStream in = CorePackage.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        throw new IOException("Not on the class path: " + ROOT + name);
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var parser = name.endsWith(".json") ? R4.newJsonParser() : R4.newXmlParser();
      return parser.parseResource(Bundle.class, text);
    }
  }

  private static void write(Path folder, Resource resource) throws IOException {
    var name = resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json";
    IBaseResource lean = withoutNarrative(resource);
    Files.writeString(folder.resolve(name), R4.newJsonParser().encodeResourceToString(lean));
  }

  private static Resource withoutNarrative(Resource resource) {
    if (resource instanceof org.hl7.fhir.r4.model.DomainResource domain) {
      domain.setText(null);
    }
    return resource;
  }
}
