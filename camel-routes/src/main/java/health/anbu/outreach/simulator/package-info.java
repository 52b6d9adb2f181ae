/** Providers that speak their real API but reach nobody: for the demo, tests and trying out. */
package health.anbu.outreach.simulator;
