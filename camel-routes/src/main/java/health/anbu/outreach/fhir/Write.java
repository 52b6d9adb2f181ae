package health.anbu.outreach.fhir;

import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;

/** One write of a transaction; opaque to those who only decide what is written together. */
public record Write(BundleEntryComponent entry) {}
