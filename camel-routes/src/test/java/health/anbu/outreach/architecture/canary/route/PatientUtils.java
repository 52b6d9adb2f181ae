package health.anbu.outreach.architecture.canary.route;

/** Breaks the rule of names. */
class PatientUtils {}
