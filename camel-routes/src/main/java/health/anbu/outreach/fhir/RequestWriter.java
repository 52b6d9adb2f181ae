package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.Decision;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.Joined;
import health.anbu.outreach.plan.Judgement;
import health.anbu.outreach.plan.Migration;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Reconciliation;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.Trace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationPriority;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes a reconciliation as entries of a transaction. Every id is derived from the outreach key,
 * so that two writers write the same resource and never two; every update carries If-Match.
 */
public final class RequestWriter {

  private final ZoneId zone;

  public RequestWriter(ZoneId zone) {
    this.zone = zone;
  }

  public List<Write> entries(PatientFacts facts, Reconciliation difference, Instant now) {
    List<Write> entries = new ArrayList<>();
    difference.creates().forEach(c -> entries.add(create(facts, c, difference, now)));
    difference.moves().forEach(m -> entries.add(move(facts, m, difference, now)));
    difference.revokes().forEach(r -> entries.add(revoke(facts, r, difference, now)));
    return entries;
  }

  private Write create(
      PatientFacts facts, Reconciliation.Create create, Reconciliation all, Instant now) {
    CommunicationRequest request = request(facts, create.message(), now);
    if (create.revoked() != null) {
      carryOn(current(facts, create.revoked()), request);
    }
    decide(request, Decision.Kind.CREATE, create.message(), all, now);
    return create.revoked() == null ? putNew(request) : put(request, create.revoked().version());
  }

  private Write move(
      PatientFacts facts, Reconciliation.Move move, Reconciliation all, Instant now) {
    CommunicationRequest request = request(facts, move.message(), now);
    request.setId(move.request().id());
    carryOn(current(facts, move.request()), request);
    decide(request, Decision.Kind.MOVE, move.message(), all, now);
    return put(request, move.request().version());
  }

  private Write revoke(
      PatientFacts facts, Reconciliation.Revoke revoke, Reconciliation all, Instant now) {
    CommunicationRequest request =
        withStatus(revoke.request(), facts, RequestRecord.Status.REVOKED, revoke.reason());
    String scenario = revoke.request().canonical();
    Decisions.add(
        request, new Decision(now, Decision.Kind.REVOKE, scenario, null, all.rules(revoke)), zone);
    return put(request, revoke.request().version());
  }

  private void decide(
      CommunicationRequest request,
      Decision.Kind kind,
      PlannedMessage message,
      Reconciliation all,
      Instant now) {
    Decisions.add(
        request,
        new Decision(
            now,
            kind,
            message.scenario().canonical(),
            message.due().toInstant(),
            all.rules(message.key())),
        zone);
  }

  /** The request as another version of its scenario plans it, or taken back. */
  public Write migrate(
      PatientFacts facts, Migration.Change change, Migration.Mode mode, Instant now) {
    CommunicationRequest before = current(facts, change.request());
    CommunicationRequest request =
        change.after() == null
            ? withStatus(before, RequestRecord.Status.REVOKED, change.reason())
            : request(facts, change.after(), now);
    if (change.after() != null) {
      request.setId(change.request().id());
      carryOn(before, request);
    }
    request.getExtension().removeIf(e -> e.getUrl().equals(Words.extension("migrated-from")));
    if (mode != Migration.Mode.ROLLBACK) {
      request.addExtension(Codings.extension("migrated-from", new CanonicalType(change.from())));
    }
    Instant due = change.after() == null ? null : change.after().due().toInstant();
    Decision.Kind kind =
        switch (mode) {
          case MIGRATE -> change.after() == null ? Decision.Kind.REVOKE : Decision.Kind.MIGRATE;
          case WITHDRAW -> Decision.Kind.WITHDRAW;
          case ROLLBACK -> Decision.Kind.ROLLBACK;
        };
    Decisions.add(request, new Decision(now, kind, change.to(), due, rules(change)), zone);
    return put(request, change.request().version());
  }

  /** A person's decision is the last word. */
  private static List<Trace.Entry> rules(Migration.Change change) {
    List<Trace.Entry> rules = new ArrayList<>(change.rules());
    if (change.reason() != null && rules.stream().allMatch(Trace.Entry::passed)) {
      List<String> inputs = List.of(change.request().evidence().versioned());
      String rule = change.reason() == Reason.WITHDRAWN ? "by-staff" : "in-plan";
      rules.add(new Trace.Entry(rule, change.reason(), "", inputs));
    }
    return rules;
  }

  /** Kept with the outcome what was asked right before it; nothing where nobody asked. */
  private void keep(
      CommunicationRequest request,
      RequestRecord record,
      Decision.Kind kind,
      Reason reason,
      Instant due) {
    if (record.judged() != null) {
      Judgement judged = record.judged().closed(record, reason);
      Decisions.add(
          request, new Decision(judged.at(), kind, record.canonical(), due, judged.rules()), zone);
    }
  }

  private static void carryOn(CommunicationRequest before, CommunicationRequest request) {
    Decisions.copy(before, request);
    JoinedMark.copy(before, request);
  }

  /** The request as it is, going with others as one message. */
  public Write join(PatientFacts facts, RequestRecord record, Joined into) {
    CommunicationRequest request = current(facts, record).copy();
    JoinedMark.write(into, request);
    return put(request, record.version());
  }

  /** The request as it is, later than planned and with the reason. */
  public Write defer(PatientFacts facts, RequestRecord record, Instant until, Reason reason) {
    CommunicationRequest request = current(facts, record).copy();
    request.setOccurrence(Times.dateTime(until, zone));
    request.setStatusReason(Codings.concept(Words.REASON, reason.code()));
    keep(request, record, Decision.Kind.DEFER, reason, until);
    return put(request, record.version());
  }

  /** The request as it is, with another status; the reason may be null. */
  public Write close(
      PatientFacts facts, RequestRecord record, RequestRecord.Status status, Reason reason) {
    CommunicationRequest request = withStatus(record, facts, status, reason);
    keep(request, record, kind(status), reason, record.due());
    return put(request, record.version());
  }

  /** The same, with more about the reason; null for no more. */
  public Write close(
      PatientFacts facts,
      RequestRecord record,
      RequestRecord.Status status,
      Reason reason,
      String detail) {
    CommunicationRequest request = withStatus(record, facts, status, reason);
    request.getStatusReason().setText(detail);
    keep(request, record, kind(status), reason, record.due());
    return put(request, record.version());
  }

  /** The same for the request as it is now; empty when it is gone. */
  public Optional<Write> closeAsItIs(
      FhirStore store, RequestRecord record, RequestRecord.Status status, Reason reason) {
    return store
        .read(CommunicationRequest.class, record.id())
        .map(
            now -> {
              CommunicationRequest request = withStatus(now, status, reason);
              keep(request, record, kind(status), reason, record.due());
              return put(request, now.getMeta().getVersionId());
            });
  }

  private static Decision.Kind kind(RequestRecord.Status status) {
    return switch (status) {
      case COMPLETED -> Decision.Kind.SEND;
      case HELD -> Decision.Kind.HOLD;
      case ACTIVE -> Decision.Kind.DEFER;
      case REVOKED -> Decision.Kind.SKIP;
    };
  }

  /** Every active outreach request of these patients, revoked. */
  public List<Write> revokeAll(FhirStore store, List<String> patients, Reason reason) {
    Query active =
        Query.of("CommunicationRequest").where("patient", patients).where("status", "active");
    return store.search(active).stream()
        .map(CommunicationRequest.class::cast)
        .filter(request -> RequestReader.key(request).isPresent())
        .map(
            request ->
                put(
                    withStatus(request, RequestRecord.Status.REVOKED, reason),
                    request.getMeta().getVersionId()))
        .toList();
  }

  /** Active again from now on: its message failed, and another channel is to be tried. */
  public Optional<Write> reactivate(FhirStore store, String id, Instant now, Reason reason) {
    return store
        .read(CommunicationRequest.class, id)
        .filter(
            request ->
                request.getStatus() == CommunicationRequestStatus.COMPLETED || inDoubt(request))
        .map(
            request -> {
              CommunicationRequest again = withStatus(request, RequestRecord.Status.ACTIVE, reason);
              again.setOccurrence(Times.dateTime(now, zone));
              return put(again, request.getMeta().getVersionId());
            });
  }

  /** It was not known whether it went out; now it is. */
  public Optional<Write> wentOutAfterAll(FhirStore store, String id) {
    return store
        .read(CommunicationRequest.class, id)
        .filter(RequestWriter::inDoubt)
        .map(
            request ->
                put(
                    withStatus(request, RequestRecord.Status.COMPLETED, null),
                    request.getMeta().getVersionId()));
  }

  private static boolean inDoubt(CommunicationRequest request) {
    return request.getStatus() == CommunicationRequestStatus.ONHOLD
        && Reason.UNKNOWN_OUTCOME
            .code()
            .equals(request.getStatusReason().getCodingFirstRep().getCode());
  }

  private static CommunicationRequest withStatus(
      RequestRecord record, PatientFacts facts, RequestRecord.Status status, Reason reason) {
    return withStatus(current(facts, record), status, reason);
  }

  private static CommunicationRequest withStatus(
      CommunicationRequest current, RequestRecord.Status status, Reason reason) {
    CommunicationRequest request = current.copy();
    request.setStatus(status(status));
    request.setStatusReason(reason == null ? null : Codings.concept(Words.REASON, reason.code()));
    return request;
  }

  private static CommunicationRequestStatus status(RequestRecord.Status status) {
    return switch (status) {
      case ACTIVE -> CommunicationRequestStatus.ACTIVE;
      case HELD -> CommunicationRequestStatus.ONHOLD;
      case COMPLETED -> CommunicationRequestStatus.COMPLETED;
      case REVOKED -> CommunicationRequestStatus.REVOKED;
    };
  }

  private static CommunicationRequest current(PatientFacts facts, RequestRecord record) {
    return (CommunicationRequest) FhirEvidence.of(record.evidence());
  }

  private CommunicationRequest request(PatientFacts facts, PlannedMessage message, Instant now) {
    CommunicationRequest request = new CommunicationRequest();
    request.setId(DerivedId.of(message.key()));
    request.getMeta().addProfile(Words.profile("outreach-request"));
    request.addExtension(
        new Extension(Words.INSTANTIATES, new CanonicalType(message.scenario().canonical())));
    request.addExtension(Codings.extension("planned-due", Times.dateTime(message.due())));
    request.addExtension(Codings.extension("anchor-moment", Times.dateTime(message.anchorDate())));
    GoldenTimeWriter.write(message.step(), request);
    request.addIdentifier(identifier(Words.OUTREACH_KEY, message.key()));
    request.setGroupIdentifier(identifier(Words.SCENARIO_INSTANCE, message.instance()));
    request.setStatus(CommunicationRequestStatus.ACTIVE);
    request.addCategory(Codings.concept(Words.PURPOSE, message.permit().sentAs().code()));
    request.setPriority(
        message.step().priority() == null
            ? CommunicationPriority.ROUTINE
            : CommunicationPriority.fromCode(message.step().priority()));
    message
        .permit()
        .channels()
        .forEach(channel -> request.addMedium(Codings.concept(Words.CHANNEL, channel)));
    Inquirers.mark(facts.id()).ifPresent(request::addIdentifier);
    request.setSubject(Inquirers.reference(facts.id()));
    request.addRecipient(Inquirers.reference(facts.id()));
    request.addAbout(new Reference(message.anchor().reference()));
    if (message.step().owner() != null) {
      request.setRequester(new Reference(message.step().owner()));
    }
    request.setOccurrence(Times.dateTime(message.due()));
    request.setAuthoredOnElement(Times.dateTime(now, zone));
    return request;
  }

  private static Identifier identifier(String system, String value) {
    return new Identifier().setSystem(system).setValue(value);
  }

  /** Creates it only if it is not there: two nodes that plan the same write it once. */
  private static Write putNew(Resource resource) {
    return entry(resource, null);
  }

  static Write put(Resource resource, String version) {
    return entry(resource, version);
  }

  private static Write entry(Resource resource, String version) {
    BundleEntryComponent entry = new BundleEntryComponent();
    entry.setResource(resource);
    entry
        .getRequest()
        .setMethod(HTTPVerb.PUT)
        .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    if (version != null) {
      entry.getRequest().setIfMatch("W/\"" + version + "\"");
    }
    return new Write(entry);
  }
}
