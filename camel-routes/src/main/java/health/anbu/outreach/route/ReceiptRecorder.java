package health.anbu.outreach.route;

import health.anbu.outreach.contact.Receipt;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Records what providers say later about a message. Receipts may come late, doubled, in any order
 * or before the send itself was recorded: they always end in the same status.
 */
public final class ReceiptRecorder implements TimedWork {

  private static final int AT_ONCE = 200;

  /** How long a receipt waits in memory for its message; after that polling finds the answer. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final ReceiptBatch batch;
  private final MessagesUnderWay underWay;
  private final Together<Receipt> together = new Together<>(AT_ONCE, this::recordBatch);
  private final ConcurrentLinkedQueue<Early> early = new ConcurrentLinkedQueue<>();

  /** A receipt that came before its message was recorded. */
  private record Early(Receipt receipt, long sinceNanos) {

    boolean isOld() {
      return System.nanoTime() - sinceNanos >= PATIENCE_NANOS;
    }
  }

  ReceiptRecorder(ReceiptBatch batch, MessagesUnderWay underWay) {
    this.batch = batch;
    this.underWay = underWay;
  }

  /** Returns when they are recorded, together with those that other webhooks bring meanwhile. */
  public void record(List<Receipt> receipts) {
    Map<Boolean, List<Receipt>> byEarly =
        receipts.stream().collect(Collectors.partitioningBy(this::isUnderWay));
    byEarly.get(true).forEach(this::keep);
    if (!byEarly.get(false).isEmpty()) {
      together.carryOut(byEarly.get(false));
    }
  }

  private boolean isUnderWay(Receipt receipt) {
    return underWay.contains(receipt.messageId());
  }

  private void keep(Receipt receipt) {
    early.add(new Early(receipt, System.nanoTime()));
  }

  public void recordOne(Receipt receipt) {
    record(List.of(receipt));
  }

  /** What the store refuses, or could not be asked, is an error of those who brought it alone. */
  private Collection<Receipt> recordBatch(List<Receipt> receipts) {
    ReceiptBatch.Result result = batch.record(receipts);
    result.early().forEach(this::keep);
    return result.refused();
  }

  /** Tries again what came too early; it counts as work until it is recorded. */
  public void retryEarly() {
    List<Early> waiting =
        early.stream().filter(one -> one.isOld() || !isUnderWay(one.receipt())).toList();
    for (int from = 0; from < waiting.size(); from += AT_ONCE) {
      retry(waiting.subList(from, Math.min(waiting.size(), from + AT_ONCE)));
    }
  }

  private void retry(List<Early> some) {
    ReceiptBatch.Result result = batch.record(some.stream().map(Early::receipt).toList());
    early.removeAll(
        some.stream()
            .filter(one -> !result.early().contains(one.receipt()) || one.isOld())
            .toList());
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
