package health.anbu.outreach.architecture.canary.contact;

import org.springframework.core.Ordered;

/** Breaks the rule that contact sees the JDK only. */
class SpringCanary {
  final int order = Ordered.class.hashCode();
}
