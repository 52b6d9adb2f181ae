package health.anbu.outreach.contact;

import java.util.Optional;

/** One reason not to send now. Empty means that this policy has nothing against it. */
@FunctionalInterface
interface ContactPolicy {

  Optional<ContactDecision> object(ContactMoment moment);
}
