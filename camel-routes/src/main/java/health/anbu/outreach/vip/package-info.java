/** Knows who sent new patients to the clinic and whom the team therefore thanks. */
package health.anbu.outreach.vip;
