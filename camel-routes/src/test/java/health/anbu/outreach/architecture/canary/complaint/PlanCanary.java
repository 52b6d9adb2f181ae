package health.anbu.outreach.architecture.canary.complaint;

import health.anbu.outreach.architecture.canary.plan.ContentCanary;

/** Breaks the rule that complaint sees the JDK only. */
class PlanCanary {
  final ContentCanary plan = new ContentCanary();
}
