package health.anbu.outreach.fhir;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;

/** Writes who saw or decided what as AuditEvents, by the codes that IHE's BALP uses. */
public final class AuditWriter {

  private static final String EVENT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
  private static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
  private static final String ENTITY_TYPE =
      "http://terminology.hl7.org/CodeSystem/audit-entity-type";
  private static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
  private static final Coding PERSON = new Coding(ENTITY_TYPE, "1", "Person");
  private static final Coding PATIENT = new Coding(ROLE, "1", "Patient");
  private static final Coding RECORD = new Coding(ENTITY_TYPE, "2", "System Object");
  private static final Coding JOB = new Coding(ROLE, "20", "Job");

  private AuditWriter() {}

  static AuditEvent event(Disclosure seen) {
    AuditEvent event = event(seen.caller(), seen.interaction(), seen.last());
    event.setAction(
        seen.interaction().equals("operation") ? AuditEventAction.E : AuditEventAction.R);
    event.getPeriod().setStart(Date.from(seen.first())).setEnd(Date.from(seen.last()));
    event.setOutcomeDesc(seen.what());
    seen.patients().stream().sorted().forEach(id -> event.addEntity(patient(id)));
    return event;
  }

  /**
   * That somebody completed a task of the staff's list.
   *
   * @param task and patients as bare ids
   */
  public static AuditEvent completion(
      Caller caller, String task, String code, Collection<String> patients, Instant at) {
    AuditEvent event = event(caller, "update", at);
    event.setAction(AuditEventAction.U);
    event.setOutcomeDesc("completed " + code);
    event.addEntity().setWhat(new Reference("Task/" + task)).setType(RECORD).setRole(JOB);
    patients.stream().sorted().forEach(id -> event.addEntity(patient(id)));
    return event;
  }

  /**
   * That somebody moved pending requests of a scenario to another version, or took them back.
   *
   * @param scenario and patients as bare ids
   */
  static AuditEvent migration(
      Caller caller, String scenario, String mode, Collection<String> patients, Instant at) {
    AuditEvent event = event(caller, "operation", at);
    event.setAction(AuditEventAction.E);
    event.setOutcomeDesc("$migrate-outreach, " + mode);
    event
        .addEntity()
        .setWhat(new Reference("PlanDefinition/" + scenario))
        .setType(RECORD)
        .setRole(JOB);
    patients.stream().sorted().forEach(id -> event.addEntity(patient(id)));
    return event;
  }

  private static AuditEvent event(Caller caller, String interaction, Instant at) {
    AuditEvent event = new AuditEvent();
    event.setId(UUID.randomUUID().toString());
    event.setType(new Coding(EVENT_TYPE, "rest", "RESTful Operation"));
    event.addSubtype(new Coding().setSystem(INTERACTION).setCode(interaction));
    event.setRecorded(Date.from(at));
    event.setOutcome(AuditEventOutcome._0);
    event.setAgent(List.of(agent(caller)));
    event.getSource().getObserver().setDisplay("Anbu");
    return event;
  }

  private static AuditEventAgentComponent agent(Caller caller) {
    AuditEventAgentComponent agent = new AuditEventAgentComponent();
    agent.setRequestor(true);
    if (caller.subject() == null) {
      agent.getWho().setDisplay("Nobody was asked for a token");
    } else {
      agent.getWho().getIdentifier().setSystem(caller.issuer()).setValue(caller.subject());
    }
    if (caller.address() != null) {
      agent.getNetwork().setAddress(caller.address()).setType(AuditEventAgentNetworkType._2);
    }
    return agent;
  }

  private static AuditEventEntityComponent patient(String id) {
    return new AuditEventEntityComponent()
        .setWhat(Inquirers.reference(id))
        .setType(PERSON)
        .setRole(PATIENT);
  }

  /** The same with patients named, not linked: for those whose record is not there (any more). */
  static AuditEvent withoutLinks(AuditEvent event) {
    AuditEvent named = event.copy();
    for (AuditEventEntityComponent entity : named.getEntity()) {
      Reference patient = entity.getWhat();
      entity.setWhat(
          new Reference().setType("Patient").setDisplay(patient.getReferenceElement().getValue()));
    }
    return named;
  }
}
