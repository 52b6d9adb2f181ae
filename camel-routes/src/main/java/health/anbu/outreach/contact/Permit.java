package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The answer to "may this person hear this, and how": the channels in order with the purpose the
 * message then counts as, or the reason why not.
 *
 * @param channels empty when refused
 * @param sentAs what the message counts as, raised by the jurisdiction where the law does
 * @param reason null when permitted
 * @param proof the consents that decided, for the explanation
 * @param source of the rule that decided, with the edition of the pack
 * @param consented channels on which the person has agreed to just this
 * @param night channels on which the person has agreed to be written to at night
 */
public record Permit(
    List<String> channels,
    Purpose sentAs,
    Reason reason,
    List<String> proof,
    String source,
    Set<String> consented,
    Set<String> night) {

  public Permit {
    channels = List.copyOf(channels);
    proof = List.copyOf(proof);
    Objects.requireNonNull(sentAs);
    consented = Set.copyOf(consented);
    night = Set.copyOf(night);
  }

  /** A permit without a consent. */
  public Permit(
      List<String> channels, Purpose sentAs, Reason reason, List<String> proof, String source) {
    this(channels, sentAs, reason, proof, source, Set.of(), Set.of());
  }

  public boolean granted() {
    return reason == null;
  }

  /** What is asked about a message that nothing makes critical. */
  public static Permit ask(
      Purpose purpose,
      List<String> channelOrder,
      List<Address> addresses,
      List<ConsentRecord> consents,
      JurisdictionPack pack,
      Instant at) {
    return ask(purpose, false, channelOrder, addresses, consents, pack, at);
  }

  /**
   * Asks the jurisdiction, the consents and the addresses. An opt-out beats every consent that is
   * older.
   *
   * @param critical cannot wait; passes a mute where the pack lets it
   */
  public static Permit ask(
      Purpose purpose,
      boolean critical,
      List<String> channelOrder,
      List<Address> addresses,
      List<ConsentRecord> consents,
      JurisdictionPack pack,
      Instant at) {
    return new PermitQuestion(purpose, critical, addresses, consents, pack.on(at), at)
        .over(channelOrder);
  }
}
