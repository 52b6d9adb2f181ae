package health.anbu.server;

/** The addresses of our own definitions. */
final class Canonical {

  static final String BASE = "https://anbu-health.github.io/fhir";
  static final String PROFILES = BASE + "/StructureDefinition/";
  static final String OUTREACH_KEY = BASE + "/sid/outreach-key";

  private Canonical() {}
}
