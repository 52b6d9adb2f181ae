package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FhirStore;

/**
 * Where the clinical data is read and where plans are written; often the same server.
 *
 * @param source may be read-only
 */
record FhirStores(FhirStore source, FhirStore plans) {

  /**
   * The servers themselves, before anything is done about what they lack.
   *
   * @param source the same object where it is the same server
   */
  record Servers(FhirStore source, FhirStore plans) {

    boolean isOne() {
      return source == plans;
    }
  }
}
