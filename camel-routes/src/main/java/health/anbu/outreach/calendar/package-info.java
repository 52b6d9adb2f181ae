/** On which days a country and a clinic rest; pure, knows only the JDK. */
package health.anbu.outreach.calendar;
