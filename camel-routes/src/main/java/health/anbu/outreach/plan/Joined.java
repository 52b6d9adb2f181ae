package health.anbu.outreach.plan;

import java.util.Objects;

/**
 * The one message that several requests go as. It is written on each of them before a provider is
 * called: whoever comes after a kill knows what that message held.
 *
 * @param message id of the Communication, which is the idempotency key too
 * @param leader id of the request whose timer sends it
 */
public record Joined(String message, String leader) {
  public Joined {
    Objects.requireNonNull(message);
    Objects.requireNonNull(leader);
  }
}
