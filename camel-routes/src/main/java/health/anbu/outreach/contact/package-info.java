/** Whether, when and over which channel a person may be contacted; pure, knows only the JDK. */
package health.anbu.outreach.contact;
