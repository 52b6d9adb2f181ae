/** What outreach should exist for a patient: one pure function over facts, scenarios and a time. */
package health.anbu.outreach.plan;
