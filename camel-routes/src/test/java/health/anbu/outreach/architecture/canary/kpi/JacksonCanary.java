package health.anbu.outreach.architecture.canary.kpi;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Breaks the rule that kpi sees the JDK only. */
class JacksonCanary {
  final ObjectMapper json = new ObjectMapper();
}
