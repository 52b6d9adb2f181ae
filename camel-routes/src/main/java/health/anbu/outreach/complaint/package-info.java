/** Turns what a patient says to the clinic into a record and a promise that somebody must keep. */
package health.anbu.outreach.complaint;
