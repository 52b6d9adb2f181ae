package health.anbu.outreach.architecture.canary.content;

import org.hl7.fhir.r4.model.Patient;

/** Breaks the rules that content is pure and that only fhir knows HAPI. */
class HapiCanary {
  final Patient patient = new Patient();
}
