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
import health.anbu.outreach.fhir.TaskWriter;
import health.anbu.outreach.fhir.Transactions;
import health.anbu.outreach.fhir.Transactions.Group;
import health.anbu.outreach.fhir.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records many receipts at once: their messages in one search, what they change in one transaction.
 * Several of one message are taken one after the other, in the order of their times.
 */
final class ReceiptBatch {

  private static final int CONFLICTS = 5;

  private final StoredMessages messages;
  private final FhirStore store;
  private final Transactions transactions;
  private final MessageWriter messageWriter;
  private final RequestWriter requestWriter;
  private final ConsentWriter consentWriter;
  private final TaskWriter taskWriter;
  private final PatientReconciler reconciler;
  private final Clock clock;

  ReceiptBatch(
      FhirStore store, OutreachSettings settings, PatientReconciler reconciler, Clock clock) {
    this.store = store;
    this.messages = new StoredMessages(store);
    this.transactions = new Transactions(store);
    this.messageWriter = new MessageWriter(settings.clinic().zone());
    this.requestWriter = new RequestWriter(settings.clinic().zone());
    this.consentWriter = new ConsentWriter(settings.clinic().zone());
    this.taskWriter = new TaskWriter(settings.clinic().zone());
    this.reconciler = reconciler;
    this.clock = clock;
  }

  /** What became of the receipts of a batch. */
  record Result(Set<Receipt> early, Set<Receipt> refused) {}

  /** A receipt and what it changes. */
  private record Step(
      Receipt receipt, StoredMessage message, DeliveryStatus after, boolean next, Group group) {

    boolean moves() {
      return after != message.record().status();
    }
  }

  /** Those whose message is not recorded yet, or was being written all the time, are early. */
  Result record(List<Receipt> receipts) {
    Result result = new Result(new LinkedHashSet<>(), new LinkedHashSet<>());
    List<Receipt> open =
        receipts.stream().distinct().sorted(Comparator.comparing(Receipt::at)).toList();
    Map<Receipt, Integer> conflicts = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      open = recordSome(open, conflicts, result);
    }
    return result;
  }

  /** At most one receipt of each message; the answer is what is left to do. */
  private List<Receipt> recordSome(
      List<Receipt> open, Map<Receipt, Integer> conflicts, Result result) {
    Map<Receipt, StoredMessage> found = messages.of(open);
    Map<String, Step> steps = new LinkedHashMap<>();
    List<Receipt> left = new ArrayList<>();
    for (Receipt receipt : open) {
      StoredMessage message = found.get(receipt);
      if (message == null) {
        result.early.add(receipt);
      } else if (steps.containsKey(message.record().id())) {
        left.add(receipt);
      } else {
        steps.put(message.record().id(), step(receipt, message));
      }
    }
    Transactions.Leftover leftover = transactions.write(groups(steps.values().stream()));
    leftover.refused().forEach(g -> result.refused.add(steps.remove(g.name()).receipt));
    for (Group conflict : leftover.conflicts()) {
      Receipt receipt = steps.remove(conflict.name()).receipt;
      boolean again = conflicts.merge(receipt, 1, Integer::sum) < CONFLICTS;
      (again ? left : result.early).add(receipt);
    }
    written(List.copyOf(steps.values()));
    return left.stream().sorted(Comparator.comparing(Receipt::at)).toList();
  }

  private static List<Group> groups(Stream<Step> steps) {
    return steps.map(Step::group).filter(group -> !group.entries().isEmpty()).toList();
  }

  private Step step(Receipt receipt, StoredMessage message) {
    DeliveryStatus before = message.record().status();
    DeliveryStatus after = before.merge(receipt.status());
    List<String> open = after.failed() && !before.failed() ? mayTryNext(message) : List.of();
    boolean next = !open.isEmpty();
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
    if (before == DeliveryStatus.UNKNOWN && after != before) {
      settleDoubt(receipt, message, after).forEach(writes::add);
    }
    for (String request : open) {
      requestWriter
          .reactivate(store, request, clock.instant(), reason(receipt))
          .ifPresent(writes::add);
    }
    return new Step(receipt, message, after, next, new Group(message.record().id(), writes));
  }

  /** Staff were asked whether it went out; the provider has answered before them. */
  private List<Write> settleDoubt(Receipt receipt, StoredMessage message, DeliveryStatus after) {
    String request = message.record().request();
    if (request == null) {
      return List.of();
    }
    List<Write> writes = new ArrayList<>();
    taskWriter
        .answered(
            store,
            "check-unknown-delivery",
            request,
            receipt.provider() + ": " + after.code(),
            clock.instant())
        .ifPresent(writes::add);
    if (!after.failed()) {
      message.record().requests().stream()
          .sorted()
          .forEach(r -> requestWriter.wentOutAfterAll(store, r).ifPresent(writes::add));
    }
    return writes;
  }

  private void written(List<Step> steps) {
    steps.stream()
        .filter(Step::moves)
        .forEach(s -> OutreachMetrics.message(s.message.record().channel(), s.after.code()));
    Set<String> patients =
        steps.stream()
            .filter(step -> step.next || step.receipt.optOut())
            .map(step -> step.message.patient())
            .filter(patient -> patient != null)
            .collect(Collectors.toCollection(HashSet::new));
    if (!patients.isEmpty()) {
      reconciler.reconcile(patients);
    }
  }

  /** Of the requests that went as this message, those for which another channel is tried. */
  private List<String> mayTryNext(StoredMessage message) {
    return message.patient() == null
        ? List.of()
        : message.record().requests().stream()
            .sorted()
            .filter(request -> mayTryNext(message, request))
            .toList();
  }

  /** Only the last attempt opens the way for the next, and only while no other arrived. */
  private boolean mayTryNext(StoredMessage message, String request) {
    return messages.ofRequest(request).stream()
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
}
