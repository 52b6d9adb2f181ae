package health.anbu.outreach.fhir;

import java.time.Instant;
import java.util.Optional;

/** A server whose changes are found by its own timestamps. */
public interface SweptServer extends FhirStore {

  String baseUrl();

  /** Whether it can be asked which resources of this type have changed since an instant. */
  boolean tellsChanges(String type);

  /** What time it is there, by its own clock; empty where it does not say. */
  Optional<Instant> now();

  /** Whether this version is one that we wrote ourselves, lately. */
  boolean wrote(String reference, String version);
}
