package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.kpi.ReportPeriod;
import health.anbu.outreach.kpi.ResponseCount;
import health.anbu.outreach.kpi.ResponseRate;
import health.anbu.outreach.kpi.SentStep;
import health.anbu.outreach.plan.MessageRecord;
import health.anbu.outreach.plan.Offset;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Scenario;
import health.anbu.outreach.plan.Step;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Resource;

/** Reads what was sent in a period, and what its patients did afterwards. */
final class ResponseReader {

  private static final String STOP = "contact-preference";
  private static final int BATCH = 100;
  private static final int PAGE = 500;
  private static final String[] TAKEN =
      Stream.of(DeliveryStatus.values())
          .filter(status -> accepted(status))
          .map(DeliveryStatus::code)
          .toArray(String[]::new);

  private final FhirStore source;
  private final FhirStore plans;
  private final ScenarioCatalog catalog;
  private final ZoneId zone;

  ResponseReader(FhirStore source, FhirStore plans, ScenarioCatalog catalog, ZoneId zone) {
    this.source = source;
    this.plans = plans;
    this.catalog = catalog;
    this.zone = zone;
  }

  private static boolean accepted(DeliveryStatus status) {
    return new MessageRecord("", null, 1, null, null, status, null, null).accepted();
  }

  ResponseCount read(ReportPeriod period) {
    ResponseCount count = new ResponseCount(period, zone);
    Map<String, List<MessageRecord>> sent = sent(period);
    for (List<String> ids : batches(sent.keySet())) {
      plans
          .search(Query.of("CommunicationRequest").where("_id", ids).pageSize(PAGE))
          .forEach(request -> count((CommunicationRequest) request, sent, count));
    }
    for (List<String> patients : batches(count.patients())) {
      responses(patients, count);
    }
    return count;
  }

  /** By request. A day more on both ends: a server may compare dates without their offset. */
  private Map<String, List<MessageRecord>> sent(ReportPeriod period) {
    Map<String, List<MessageRecord>> byRequest = new HashMap<>();
    Query messages =
        Query.of("Communication")
            .where("delivery-status", TAKEN)
            .where("sent", "ge" + period.from().minusDays(1))
            .where("sent", "le" + period.to().plusDays(ResponseRate.WITHIN_DAYS + 1L))
            .pageSize(PAGE);
    plans.search(
        messages,
        page ->
            page.forEach(
                message ->
                    MessageReader.read((Communication) message)
                        .filter(record -> record.request() != null && record.sent() != null)
                        .ifPresent(
                            record ->
                                byRequest
                                    .computeIfAbsent(record.request(), id -> new ArrayList<>())
                                    .add(record))));
    return byRequest;
  }

  private void count(
      CommunicationRequest resource, Map<String, List<MessageRecord>> sent, ResponseCount count) {
    Optional<RequestRecord> request = RequestReader.read(resource);
    Optional<String> patient = References.patient(resource.getSubject());
    if (request.isPresent() && patient.isPresent()) {
      SentStep step = step(request.get());
      sent.getOrDefault(request.get().id(), List.of())
          .forEach(m -> count.sent(request.get().id(), patient.get(), step, m.sent()));
    }
  }

  private SentStep step(RequestRecord request) {
    String id = request.key().split(":", 3)[1];
    return new SentStep(request.scenario(), id, offset(request, id));
  }

  /** As it was planned: by the golden time of then, else by the step in the version of then. */
  private String offset(RequestRecord request, String id) {
    Optional<Step> step =
        catalog
            .scenarios(List.of(new ScenarioCatalog.Pin(request.scenario(), request.canonical())))
            .stream()
            .filter(scenario -> scenario.canonical().equals(request.canonical()))
            .map(Scenario::steps)
            .flatMap(List::stream)
            .filter(one -> one.id().equals(id))
            .findFirst();
    if (step.isEmpty()) {
      return request.golden() == null ? "unknown" : said(request.golden().offset()) + " after";
    }
    Offset offset = request.golden() == null ? step.get().offset() : request.golden().offset();
    return switch (step.get().direction()) {
      case BEFORE -> said(offset) + " before";
      case AFTER -> said(offset) + " after";
      case AT_ONCE -> "at once";
    };
  }

  private static String said(Offset offset) {
    return offset.amount() + " " + offset.unit().ucum();
  }

  private void responses(List<String> patients, ResponseCount count) {
    Stream.of("Encounter", "Appointment")
        .map(type -> Query.of(type).where("patient", patients).pageSize(PAGE))
        .forEach(query -> source.search(query, page -> page.forEach(one -> add(one, count))));
    plans.search(
        Query.of("Communication").where("patient", patients).pageSize(PAGE),
        page -> page.forEach(one -> add(one, count)));
  }

  private void add(Resource resource, ResponseCount count) {
    when(resource)
        .ifPresent(
            at -> References.patients(resource).forEach(patient -> count.responded(patient, at)));
  }

  /** When the patient came, booked or wrote; empty for all else. */
  private Optional<Instant> when(Resource resource) {
    if (resource instanceof Encounter visit) {
      var start = Times.when(visit.getPeriod());
      return visit.getStatus() == EncounterStatus.FINISHED && start.known()
          ? Optional.of(start.in(zone).toInstant())
          : Optional.empty();
    }
    if (resource instanceof Appointment booking) {
      return booked(booking);
    }
    return resource instanceof Communication message && reply(message)
        ? Optional.of(message.getReceived().toInstant())
        : Optional.empty();
  }

  /** Only its `created` says when; a day without time is its end, to count for all of that day. */
  private Optional<Instant> booked(Appointment booking) {
    boolean stands =
        booking.getStatus() != AppointmentStatus.ENTEREDINERROR
            && booking.getStatus() != AppointmentStatus.PROPOSED;
    var created = Times.when(booking.getCreatedElement());
    if (!stands || !created.known()) {
      return Optional.empty();
    }
    return Optional.of(
        booking.getCreatedElement().getValueAsString().length() == 10
            ? created.in(zone).with(LocalTime.MAX).toInstant()
            : created.in(zone).toInstant());
  }

  /** Something the patient wrote that is no complaint and no stop. */
  private static boolean reply(Communication message) {
    return message.hasReceived()
        && !STOP.equals(message.getTopic().getText())
        && message.getCategory().stream()
            .flatMap(category -> category.getCoding().stream())
            .filter(coding -> Words.FEEDBACK.equals(coding.getSystem()))
            .anyMatch(coding -> !"complaint".equals(coding.getCode()));
  }

  private static List<List<String>> batches(Collection<String> ids) {
    List<String> all = ids.stream().sorted().toList();
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < all.size(); i += BATCH) {
      batches.add(all.subList(i, Math.min(i + BATCH, all.size())));
    }
    return batches;
  }
}
