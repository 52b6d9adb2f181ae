package health.anbu.outreach.architecture.canary.contact;

/** What plan may see. */
public class AllowedContact {}
