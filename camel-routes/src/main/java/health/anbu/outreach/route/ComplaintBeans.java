package health.anbu.outreach.route;

import health.anbu.outreach.complaint.AssignmentRule;
import health.anbu.outreach.complaint.BusinessCalendar;
import health.anbu.outreach.complaint.ComplaintDesk;
import health.anbu.outreach.complaint.Language;
import health.anbu.outreach.fhir.ComplaintRecords;
import health.anbu.outreach.fhir.ComplaintWriter;
import health.anbu.outreach.fhir.ConsentWriter;
import health.anbu.outreach.fhir.FormTasks;
import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.fhir.SenderSearch;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.DerivedId;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What listens to people: the intake, inbound messages, and the note that they were answered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ComplaintSettings.class)
class ComplaintBeans {

  @Bean
  SenderSearch senderSearch(FhirStores stores, PhoneNumbers numbers) {
    return new SenderSearch(stores.source(), numbers);
  }

  @Bean
  AnsweredForms answeredForms(FhirStores stores, ClinicPolicy clinic, Clock clock) {
    return new AnsweredForms(new FormTasks(stores.plans(), clinic.zone()), clock);
  }

  @Bean
  CaseDesk caseDesk(
      SenderSearch senders,
      FhirStores stores,
      PatientReconciler reconciler,
      ClinicPolicy clinic,
      ComplaintSettings settings,
      Clock clock) {
    BusinessCalendar calendar =
        BusinessCalendar.usual(clinic.pack().code(), clinic.zone(), settings.holidays());
    Language language = Language.ofTag(clinic.language()).orElse(Language.EN);
    List<AssignmentRule> rules =
        settings.rules().stream().map(ComplaintSettings.Rule::rule).toList();
    return new CaseDesk(
        senders,
        new ComplaintWriter(clinic.zone()),
        stores.plans(),
        reconciler,
        there -> ComplaintDesk.usual(there, calendar, language, DerivedId::of),
        rules,
        clock);
  }

  @Bean
  IntakeDoor intakeDoor(CaseDesk desk, Clock clock) {
    return new IntakeDoor(desk, clock);
  }

  @Bean
  InboundDesk inboundDesk(
      CaseDesk desk, SenderSearch senders, FhirStores stores, ClinicPolicy clinic) {
    return new InboundDesk(
        desk, senders, stores.plans(), new ConsentWriter(clinic.zone()), clinic.pack());
  }

  @Bean
  AnsweredComplaints answeredComplaints(FhirStores stores) {
    return new AnsweredComplaints(new ComplaintRecords(stores.plans()));
  }
}
