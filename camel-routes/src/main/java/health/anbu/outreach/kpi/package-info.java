/** Measures as functions of records: what came of the care, never how much was sent. */
package health.anbu.outreach.kpi;
