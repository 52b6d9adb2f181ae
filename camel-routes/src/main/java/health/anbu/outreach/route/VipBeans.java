package health.anbu.outreach.route;

import health.anbu.outreach.fhir.ReferralReader;
import health.anbu.outreach.fhir.VipRecords;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.vip.TierRule;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The review of those who sent others. */
@Configuration(proxyBeanMethods = false)
class VipBeans {

  @Bean
  VipReviewer vipReviewer(
      FhirStores stores, PatientReconciler reconciler, ClinicPolicy clinic, Clock clock) {
    return new VipReviewer(
        new VipRecords(stores.plans(), clinic.zone()),
        new ReferralReader(stores.source()),
        reconciler::reconcile,
        TierRule.V1,
        clinic.zone(),
        clock);
  }
}
