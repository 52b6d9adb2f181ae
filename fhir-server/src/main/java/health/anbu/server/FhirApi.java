package health.anbu.server;

import ca.uhn.fhir.rest.server.RestfulServer;

/** HAPI's servlet in a wrapper, because Spring Boot would publish a bare servlet bean by itself. */
record FhirApi(RestfulServer server) {}
