package health.anbu.outreach.fhir;

/** A server whose changes are found by its own timestamps. */
public interface SweptServer extends FhirStore {

  String baseUrl();

  /** Whether it keeps resources of this type at all. */
  boolean has(String type);

  /** Whether this version is one that we wrote ourselves, lately. */
  boolean wrote(String reference, String version);
}
