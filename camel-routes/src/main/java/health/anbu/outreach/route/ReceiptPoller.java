package health.anbu.outreach.route;

import health.anbu.outreach.contact.Lookup;
import health.anbu.outreach.contact.StatusQuestion;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.StoredMessage;
import health.anbu.outreach.fhir.StoredMessages;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Finds messages whose receipt got lost; the provider is asked for them, in real time and by one
 * node for all.
 */
public final class ReceiptPoller {

  private final StoredMessages messages;
  private final OutreachSettings.Receipts settings;
  private final BooleanSupplier leads;
  private final Clock realTime;

  ReceiptPoller(FhirStore store, OutreachSettings.Receipts settings, BooleanSupplier leads) {
    this.leads = leads;
    this.messages = new StoredMessages(store);
    this.settings = settings;
    this.realTime = Clock.systemUTC();
  }

  public List<StoredMessage> withoutReceipt() {
    if (!leads.getAsBoolean()) {
      return List.of();
    }
    Instant now = realTime.instant();
    return messages.withoutReceipt(
        now.minus(settings.pollUntil()),
        now.minus(settings.pollAfter()),
        Lookup.BY_QUERY.channels());
  }

  public StatusQuestion question(StoredMessage message) {
    return new StatusQuestion(message.providerId(), message.record().id());
  }
}
