package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.plan.GoldenTimes;
import health.anbu.outreach.plan.RequestRecord;
import health.anbu.outreach.plan.RequestRecord.Status;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;

/**
 * Reads the outreach requests that exist; other communication requests are none of our business.
 */
final class RequestReader {

  /** Taken back by a person, by way of $migrate-outreach. */
  private static final String WITHDRAWN = Reason.WITHDRAWN.code();

  private RequestReader() {}

  static Optional<RequestRecord> read(CommunicationRequest request) {
    return key(request).flatMap(key -> read(request, key));
  }

  static Optional<String> key(CommunicationRequest request) {
    return request.getIdentifier().stream()
        .filter(identifier -> Words.OUTREACH_KEY.equals(identifier.getSystem()))
        .map(Identifier::getValue)
        .findFirst();
  }

  private static Optional<RequestRecord> read(CommunicationRequest request, String key) {
    String[] parts = key.split(":", 3);
    if (parts.length < 3 || !request.hasStatus()) {
      return Optional.empty();
    }
    Instant due = Times.instant(request.getOccurrenceDateTimeType());
    Instant planned = extension(request, "planned-due");
    String reason = reason(request);
    Status status = status(request);
    return Optional.of(
        new RequestRecord(
                new FhirEvidence(request),
                request.getIdElement().getIdPart(),
                request.getMeta().getVersionId(),
                key,
                parts[0],
                canonical(request),
                parts[2].replaceFirst("@.*$", ""),
                Codings.purpose(request.getCategory()),
                request.getMedium().stream()
                    .map(medium -> medium.getCodingFirstRep().getCode())
                    .filter(code -> code != null)
                    .toList(),
                status,
                due,
                planned == null ? due : planned,
                extension(request, "anchor-moment"),
                reason,
                status == Status.REVOKED
                    && (request.getDoNotPerform() || reason == null || reason.equals(WITHDRAWN)))
            .golden(golden(request))
            .joined(JoinedMark.read(request).orElse(null)));
  }

  /** The golden time that it was planned with. */
  private static GoldenTimes.Planned golden(CommunicationRequest request) {
    for (Extension planned : Extensions.of(request, "planned-golden-time")) {
      Extension offset = planned.getExtensionByUrl("offset");
      String table = Extensions.part(planned, "table").orElse("");
      if (offset != null && offset.getValue() instanceof Duration duration) {
        return GoldenTimeReader.offset(duration)
            .map(known -> new GoldenTimes.Planned(known, table))
            .orElse(null);
      }
    }
    return null;
  }

  /** Who marks it as not to be performed has taken it back, whatever its status says. */
  private static Status status(CommunicationRequest request) {
    Status status = declared(request);
    return request.getDoNotPerform() && status == Status.ACTIVE ? Status.REVOKED : status;
  }

  private static Status declared(CommunicationRequest request) {
    return switch (request.getStatus()) {
      case ACTIVE, DRAFT -> Status.ACTIVE;
      case ONHOLD -> Status.HELD;
      case COMPLETED -> Status.COMPLETED;
      default -> Status.REVOKED;
    };
  }

  /** Why it was revoked or deferred, in our words; null where a person gave another reason. */
  private static String reason(CommunicationRequest request) {
    return request.getStatusReason().getCoding().stream()
        .filter(coding -> Words.REASON.equals(coding.getSystem()))
        .map(coding -> coding.getCode())
        .findFirst()
        .orElse(null);
  }

  private static String canonical(CommunicationRequest request) {
    return request.getExtensionsByUrl(Words.INSTANTIATES).stream()
        .findFirst()
        .map(Extension::getValue)
        .map(value -> value.primitiveValue())
        .orElse("");
  }

  private static Instant extension(CommunicationRequest request, String id) {
    return Extensions.of(request, id).stream()
        .findFirst()
        .map(Extension::getValue)
        .filter(BaseDateTimeType.class::isInstance)
        .map(value -> Times.instant((BaseDateTimeType) value))
        .orElse(null);
  }
}
