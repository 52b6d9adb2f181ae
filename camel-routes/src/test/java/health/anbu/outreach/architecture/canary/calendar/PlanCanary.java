package health.anbu.outreach.architecture.canary.calendar;

import health.anbu.outreach.architecture.canary.plan.ContentCanary;

/** Breaks the rule that calendar sees the JDK only. */
class PlanCanary {
  final ContentCanary plan = new ContentCanary();
}
