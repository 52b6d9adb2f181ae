package health.anbu.server;

import health.anbu.outreach.fhir.AuditTrail;
import health.anbu.outreach.route.AuditSettings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever reads patients leaves a trace; our own routes read past the interface and leave none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class Auditing {

  @Bean
  AuditTrail auditTrail(DaoFhirStore store, Clock clock, AuditSettings settings) {
    return new AuditTrail(store, clock, settings.enabled(), settings.exempt());
  }
}
