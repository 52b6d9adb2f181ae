package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** Finds recorded messages by our id, by the provider's, or by still having no receipt. */
public final class StoredMessages {

  private static final int AT_ONCE = 200;
  private static final Set<DeliveryStatus> WAITING =
      EnumSet.of(DeliveryStatus.ACCEPTED, DeliveryStatus.SUBMITTED);

  private final FhirStore store;

  public StoredMessages(FhirStore store) {
    this.store = store;
  }

  public List<StoredMessage> byId(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : find(Query.of("Communication").where("_id", ids));
  }

  /** By our id where the receipt carries it and by the provider's otherwise; absent if unknown. */
  public Map<Receipt, StoredMessage> of(Collection<Receipt> receipts) {
    Map<String, StoredMessage> own = new HashMap<>();
    byId(distinct(receipts.stream().map(Receipt::messageId)))
        .forEach(message -> own.put(message.record().id(), message));
    Map<Receipt, StoredMessage> found = new HashMap<>();
    Map<String, List<Receipt>> others = new HashMap<>();
    for (Receipt receipt : receipts) {
      StoredMessage message = own.get(receipt.messageId());
      if (message != null) {
        found.put(receipt, message);
      } else {
        others.computeIfAbsent(receipt.provider(), p -> new ArrayList<>()).add(receipt);
      }
    }
    others.forEach((provider, some) -> byProvider(provider, some, found));
    return found;
  }

  private void byProvider(
      String provider, List<Receipt> receipts, Map<Receipt, StoredMessage> found) {
    Query query =
        Query.of("Communication")
            .whereCodes(
                "identifier",
                Words.PROVIDER_MESSAGE + provider,
                distinct(receipts.stream().map(Receipt::providerId)));
    Map<String, StoredMessage> byProviderId = new HashMap<>();
    find(query).forEach(message -> byProviderId.put(message.providerId(), message));
    receipts.stream()
        .filter(receipt -> byProviderId.containsKey(receipt.providerId()))
        .forEach(receipt -> found.put(receipt, byProviderId.get(receipt.providerId())));
  }

  private static Set<String> distinct(Stream<String> ids) {
    return ids.filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every attempt of an outreach request. */
  public List<StoredMessage> ofRequest(String request) {
    return find(Query.of("Communication").where("based-on", "CommunicationRequest/" + request));
  }

  /**
   * Messages that a provider took and of which nothing was heard since then.
   *
   * @param before real time by the server's clock, as are its time stamps
   * @param after nothing older is asked for
   * @param channels whose providers can be asked
   */
  public List<StoredMessage> withoutReceipt(Instant after, Instant before, List<String> channels) {
    Query query =
        Query.of("Communication")
            .where("status", "in-progress")
            .where("medium", channels)
            .where("_lastUpdated", "ge" + after)
            .where("_lastUpdated", "lt" + before)
            .pageSize(AT_ONCE);
    return find(query).stream()
        .filter(m -> m.providerId() != null && WAITING.contains(m.record().status()))
        .filter(m -> channels.contains(m.record().channel()))
        .limit(AT_ONCE)
        .toList();
  }

  private List<StoredMessage> find(Query query) {
    return store.search(query).stream().flatMap(found -> read(found).stream()).toList();
  }

  private static Optional<StoredMessage> read(Resource resource) {
    Communication message = (Communication) resource;
    Optional<Identifier> provider =
        message.getIdentifier().stream()
            .filter(i -> i.hasSystem() && i.getSystem().startsWith(Words.PROVIDER_MESSAGE))
            .findFirst();
    return MessageReader.read(message)
        .map(
            record ->
                new StoredMessage(
                    new FhirEvidence(message),
                    record,
                    References.patient(message.getSubject()).orElse(null),
                    provider
                        .map(i -> i.getSystem().substring(Words.PROVIDER_MESSAGE.length()))
                        .orElse(null),
                    provider.map(Identifier::getValue).orElse(null)));
  }
}
