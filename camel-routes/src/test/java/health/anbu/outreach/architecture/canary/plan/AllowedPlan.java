package health.anbu.outreach.architecture.canary.plan;

import health.anbu.outreach.architecture.canary.contact.AllowedContact;
import java.time.Instant;

/** Sees what plan may see. */
class AllowedPlan {
  final AllowedContact contact = new AllowedContact();
  final Instant epoch = Instant.EPOCH;
}
