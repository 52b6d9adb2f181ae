package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.fhir.ConsentWriter;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.MessageWriter;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.StoredMessage;
import health.anbu.outreach.fhir.StoredMessages;
import health.anbu.outreach.fhir.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what providers say later about a message. Receipts may come late, doubled, in any order
 * or before the send itself was recorded: they always end in the same status.
 */
public final class ReceiptRecorder implements TimedWork {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptRecorder.class);
  private static final int CONFLICTS = 5;

  /** How long a receipt waits in memory for its message; after that polling finds the answer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final FhirStore store;
  private final StoredMessages messages;
  private final MessageWriter messageWriter;
  private final RequestWriter requestWriter;
  private final ConsentWriter consentWriter;
  private final PatientReconciler reconciler;
  private final Clock clock;
  private final ConcurrentLinkedQueue<Early> early = new ConcurrentLinkedQueue<>();

  /** A receipt that came before its message was recorded. */
  private record Early(Receipt receipt, long sinceNanos) {

    boolean isOld() {
      return System.nanoTime() - sinceNanos >= PATIENCE_NANOS;
    }
  }

  ReceiptRecorder(
      FhirStore store, OutreachSettings settings, PatientReconciler reconciler, Clock clock) {
    this.store = store;
    this.messages = new StoredMessages(store);
    this.messageWriter = new MessageWriter(settings.clinic().zone());
    this.requestWriter = new RequestWriter(settings.clinic().zone());
    this.consentWriter = new ConsentWriter(settings.clinic().zone());
    this.reconciler = reconciler;
    this.clock = clock;
  }

  public void record(List<Receipt> receipts) {
    receipts.stream()
        .sorted(Comparator.comparing(Receipt::at))
        .filter(receipt -> !recorded(receipt))
        .forEach(receipt -> early.add(new Early(receipt, System.nanoTime())));
  }

  public void recordOne(Receipt receipt) {
    record(List.of(receipt));
  }

  /** Tries again what came too early; it counts as work until it is recorded. */
  public void retryEarly() {
    early.removeIf(one -> recorded(one.receipt()) || one.isOld());
  }

  private boolean recorded(Receipt receipt) {
    for (int i = 0; i < CONFLICTS; i++) {
      Optional<StoredMessage> message = find(receipt);
      if (message.isEmpty()) {
        return false;
      }
      try {
        record(receipt, message.get());
        return true;
      } catch (FhirStore.WriteConflict e) {
        LOG.debug("Communication/{} was written meanwhile", message.get().record().id());
      }
    }
    return false;
  }

  private Optional<StoredMessage> find(Receipt receipt) {
    Optional<StoredMessage> own =
        receipt.messageId() == null
            ? Optional.empty()
            : messages.byId(List.of(receipt.messageId())).stream().findFirst();
    return own.isPresent() ? own : messages.byProvider(receipt.provider(), receipt.providerId());
  }

  private void record(Receipt receipt, StoredMessage message) {
    DeliveryStatus before = message.record().status();
    DeliveryStatus after = before.merge(receipt.status());
    List<Write> writes = new ArrayList<>();
    if (after != before) {
      Reason reason = after.failed() ? reason(receipt) : null;
      writes.add(
          messageWriter.received(
              message, after, reason, receipt.at(), receipt.provider(), receipt.providerId()));
    }
    if (receipt.optOut() && message.patient() != null) {
      writes.add(
          consentWriter.optOut(
              message.patient(),
              message.record().channel(),
              about(receipt),
              receipt.eventId(),
              clock.instant()));
    }
    boolean nextChannel = after.failed() && !before.failed() && mayTryNext(message);
    Instant now = clock.instant();
    if (nextChannel) {
      requestWriter
          .reactivate(store, message.record().request(), now, reason(receipt))
          .ifPresent(writes::add);
    }
    if (!writes.isEmpty()) {
      store.write(writes);
    }
    if (after != before) {
      OutreachMetrics.message(message.record().channel(), after.code());
    }
    if (nextChannel || receipt.optOut()) {
      reconciler.reconcile(List.of(message.patient()));
    }
  }

  /** Only the last attempt opens the way for the next, and only while no other arrived. */
  private boolean mayTryNext(StoredMessage message) {
    return message.patient() != null
        && message.record().request() != null
        && messages.ofRequest(message.record().request()).stream()
            .map(StoredMessage::record)
            .filter(other -> !other.id().equals(message.record().id()))
            .noneMatch(
                other ->
                    other.attempt() > message.record().attempt()
                        || other.accepted()
                        || other.uncertain());
  }

  private static Purpose about(Receipt receipt) {
    return receipt.code().isEmpty()
        ? null
        : ProviderCode.of(receipt.provider(), receipt.code()).about();
  }

  private static Reason reason(Receipt receipt) {
    if (!receipt.status().failed() || receipt.code().isEmpty()) {
      return Reason.PROVIDER_REJECTED;
    }
    return Reason.of(ProviderCode.of(receipt.provider(), receipt.code()).reason())
        .orElse(Reason.PROVIDER_REJECTED);
  }

  @Override
  public boolean isIdle() {
    return early.isEmpty();
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    // Receipts come when providers send them, never by the Clock.
  }
}
