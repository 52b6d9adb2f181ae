package health.anbu.outreach.architecture.canary.plan;

import health.anbu.outreach.architecture.canary.content.AllowedContent;

/** Breaks the rule that plan does not see content. */
public class ContentCanary {
  final AllowedContent content = new AllowedContent();
}
