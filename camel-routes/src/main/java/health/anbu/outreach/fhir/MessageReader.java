package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.plan.MessageRecord;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PositiveIntType;

/** Reads the attempts that were recorded. */
final class MessageReader {

  private MessageReader() {}

  static Optional<MessageRecord> read(Communication message) {
    return Extensions.text(message, "delivery-status")
        .map(
            status ->
                new MessageRecord(
                    message.getIdElement().getIdPart(),
                    requests(message).findFirst().orElse(null),
                    attempt(message),
                    message.getMediumFirstRep().getCodingFirstRep().getCode(),
                    Codings.purpose(message.getCategory()),
                    DeliveryStatus.ofCode(status),
                    Times.instant(message.getSentElement()),
                    providerId(message),
                    requests(message).collect(Collectors.toSet())));
  }

  private static Stream<String> requests(Communication message) {
    return message.getBasedOn().stream()
        .flatMap(r -> References.id(r, "CommunicationRequest").stream());
  }

  private static String providerId(Communication message) {
    return message.getIdentifier().stream()
        .filter(i -> i.hasSystem() && i.getSystem().startsWith(Words.PROVIDER_MESSAGE))
        .map(Identifier::getValue)
        .findFirst()
        .orElse(null);
  }

  private static int attempt(Communication message) {
    return Extensions.of(message, "attempt").stream()
        .findFirst()
        .map(Extension::getValue)
        .filter(PositiveIntType.class::isInstance)
        .map(value -> ((PositiveIntType) value).getValue())
        .orElse(1);
  }
}
