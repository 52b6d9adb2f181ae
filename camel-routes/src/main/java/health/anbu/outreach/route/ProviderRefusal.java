package health.anbu.outreach.route;

import health.anbu.outreach.contact.SendOutcome;

/** Ends a send before anything was handed to the provider. */
class ProviderRefusal extends RuntimeException {
  private final SendOutcome outcome;

  ProviderRefusal(SendOutcome outcome) {
    super("not handed to the provider", null, false, false);
    this.outcome = outcome;
  }

  SendOutcome outcome() {
    return outcome;
  }
}
