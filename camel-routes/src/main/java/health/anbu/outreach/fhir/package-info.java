/** The only package that knows FHIR types: reads resources into records, writes records back. */
package health.anbu.outreach.fhir;
