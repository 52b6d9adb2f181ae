package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** Writes attempts and what became of them as Communications. */
public final class MessageWriter {

  private final ZoneId zone;

  public MessageWriter(ZoneId zone) {
    this.zone = zone;
  }

  public Write entry(Attempt attempt) {
    return entry(attempt, List.of());
  }

  /** One message that stands for other requests too, by their ids. */
  public Write entry(Attempt attempt, List<String> others) {
    Communication message = message(attempt);
    others.forEach(id -> message.addBasedOn(new Reference("CommunicationRequest/" + id)));
    return RequestWriter.put(message, null);
  }

  Communication message(Attempt attempt) {
    Communication message = new Communication();
    message.setId(attempt.id());
    message.getMeta().addProfile(Words.profile("outreach-message"));
    if (attempt.simulated()) {
      message.getMeta().addTag().setSystem(Words.TAG).setCode("simulated");
    }
    if (attempt.language() != null) {
      message.setLanguage(attempt.language());
    }
    message.addExtension(Codings.extension("delivery-status", attempt.status().code()));
    message.addExtension(Codings.extension("attempt", new PositiveIntType(attempt.number())));
    message.addBasedOn(new Reference("CommunicationRequest/" + attempt.request()));
    message.setStatus(status(attempt.status()));
    if (attempt.reason() != null) {
      message.setStatusReason(Codings.reason(attempt.reason(), attempt.detail()));
    }
    message.addCategory(Codings.concept(Words.PURPOSE, attempt.purpose().code()));
    message.addMedium(Codings.concept(Words.CHANNEL, attempt.channel()));
    Inquirers.mark(attempt.patient()).ifPresent(message::addIdentifier);
    message.setSubject(Inquirers.reference(attempt.patient()));
    message.addRecipient(Inquirers.reference(attempt.patient()));
    if (attempt.sent() != null) {
      message.setSentElement(Times.dateTime(attempt.sent(), zone));
    }
    if (attempt.providerId() != null) {
      message.addIdentifier(providerId(attempt.provider(), attempt.providerId()));
    }
    attempt
        .omitted()
        .forEach(left -> message.addNote(new Annotation().setText("Left out: " + left)));
    attempt.parts().forEach(part -> message.addPayload().setContent(new StringType(part)));
    return message;
  }

  /**
   * The same message after a receipt.
   *
   * @param reason why it failed, null where it did not
   */
  public Write received(
      StoredMessage stored,
      DeliveryStatus status,
      Reason reason,
      Instant at,
      String provider,
      String id) {
    Communication before = (Communication) FhirEvidence.of(stored.evidence());
    Communication message = before.copy();
    message.setStatusReason(reason == null ? null : Codings.concept(Words.REASON, reason.code()));
    message.getExtension().removeIf(e -> e.getUrl().equals(Words.extension("delivery-status")));
    message.addExtension(Codings.extension("delivery-status", status.code()));
    message.setStatus(status(status));
    boolean arrived = status == DeliveryStatus.DELIVERED || status == DeliveryStatus.READ;
    if (arrived && !message.hasReceived()) {
      message.setReceivedElement(Times.dateTime(at, zone));
    }
    boolean known =
        message.getIdentifier().stream().anyMatch(identifier -> id.equals(identifier.getValue()));
    if (!known) {
      message.addIdentifier(providerId(provider, id));
    }
    return RequestWriter.put(message, before.getMeta().getVersionId());
  }

  private static Identifier providerId(String provider, String id) {
    return new Identifier().setSystem(Words.PROVIDER_MESSAGE + provider).setValue(id);
  }

  private static CommunicationStatus status(DeliveryStatus status) {
    return switch (status) {
      case PLANNED -> CommunicationStatus.PREPARATION;
      case HELD -> CommunicationStatus.ONHOLD;
      case CLAIMED, SUBMITTED, ACCEPTED, FAILED_TEMPORARY -> CommunicationStatus.INPROGRESS;
      case DELIVERED, READ, REPLIED -> CommunicationStatus.COMPLETED;
      case UNKNOWN -> CommunicationStatus.UNKNOWN;
      case FAILED_PERMANENT -> CommunicationStatus.STOPPED;
      case SKIPPED, REVOKED, SUPERSEDED -> CommunicationStatus.NOTDONE;
    };
  }
}
