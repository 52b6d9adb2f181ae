package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to "may this person hear this, and how": the channels in order with the purpose the
 * message then counts as, or the reason why not.
 *
 * @param channels empty when refused
 * @param sentAs what the message counts as, raised by the jurisdiction where the law does
 * @param reason null when permitted
 * @param proof the consents that decided, for the explanation
 */
public record Permit(
    List<String> channels, Purpose sentAs, Reason reason, List<String> proof, String source) {

  public Permit {
    channels = List.copyOf(channels);
    proof = List.copyOf(proof);
    Objects.requireNonNull(sentAs);
  }

  public boolean granted() {
    return reason == null;
  }

  /**
   * Asks the jurisdiction, the consents and the addresses, in this order of reasons: opt-out, no
   * consent (to any channel we have), channel not allowed, no address. An opt-out beats every
   * consent that is older.
   */
  public static Permit ask(
      Purpose purpose,
      List<String> channelOrder,
      List<Address> addresses,
      List<ConsentRecord> consents,
      JurisdictionPack pack,
      Instant at) {
    JurisdictionPack.PurposeRule rule = pack.rule(purpose);
    if (rule.permissions().isEmpty()) {
      return choose(purpose, purpose, channelOrder, addresses, consents, pack, at, List.of());
    }
    Permit best = null;
    for (JurisdictionPack.Permission permission : rule.permissions()) {
      List<ConsentRecord> given = givenTo(permission.given(), consents, at);
      if (given.isEmpty()) {
        continue;
      }
      List<String> allowed = new ArrayList<>(channelOrder);
      allowed.removeIf(c -> given.stream().noneMatch(g -> g.permits(permission.given(), c, at)));
      Permit answer =
          choose(
              purpose,
              permission.sentAs(),
              allowed,
              addresses,
              consents,
              pack,
              at,
              given.stream().map(ConsentRecord::reference).toList());
      if (answer.granted()) {
        return answer;
      }
      best = best == null ? answer : best;
    }
    return Optional.ofNullable(best).orElseGet(() -> withoutConsent(purpose, consents, rule, at));
  }

  private static Permit withoutConsent(
      Purpose purpose,
      List<ConsentRecord> consents,
      JurisdictionPack.PurposeRule rule,
      Instant at) {
    List<String> optOuts =
        consents.stream()
            .filter(c -> c.refuses(purpose, "", at))
            .map(ConsentRecord::reference)
            .toList();
    Reason reason = optOuts.isEmpty() ? Reason.NO_CONSENT : Reason.OPT_OUT;
    return new Permit(List.of(), purpose, reason, optOuts, rule.source());
  }

  private static List<ConsentRecord> givenTo(
      Purpose purpose, List<ConsentRecord> consents, Instant at) {
    return consents.stream()
        .filter(c -> c.permit() && c.holds(at) && c.purposes().contains(purpose))
        .toList();
  }

  private static boolean stands(
      ConsentRecord refusal,
      Purpose purpose,
      String channel,
      List<ConsentRecord> consents,
      Instant at) {
    return refusal.refuses(purpose, channel, at)
        && consents.stream().noneMatch(p -> p.lifts(refusal, purpose, channel, at));
  }

  /**
   * @param declared what the scenario says it is; who refused just that does not get it as
   *     something else
   * @param purpose what it would count as
   */
  private static Permit choose(
      Purpose declared,
      Purpose purpose,
      List<String> order,
      List<Address> addresses,
      List<ConsentRecord> consents,
      JurisdictionPack pack,
      Instant at,
      List<String> proof) {
    JurisdictionPack.PurposeRule rule = pack.rule(purpose);
    List<ConsentRecord> refusals = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String channel : order) {
      List<ConsentRecord> against =
          consents.stream()
              .filter(
                  c ->
                      stands(c, purpose, channel, consents, at)
                          || c.purposes().contains(declared)
                              && stands(c, declared, channel, consents, at))
              .toList();
      refusals.addAll(against);
      if (against.isEmpty()) {
        open.add(channel);
      }
    }
    boolean refused = open.stream().allMatch(rule.forbiddenChannels()::contains);
    if (refused && !refusals.isEmpty()) {
      List<String> references = refusals.stream().map(ConsentRecord::reference).distinct().toList();
      return new Permit(List.of(), purpose, Reason.OPT_OUT, references, rule.source());
    }
    List<String> lawful = open.stream().filter(c -> !rule.forbiddenChannels().contains(c)).toList();
    if (lawful.isEmpty()) {
      Reason reason = order.isEmpty() ? Reason.NO_CONSENT : Reason.ADVERTISING_NOT_ON_CHANNEL;
      return new Permit(List.of(), purpose, reason, proof, rule.source());
    }
    List<String> reachable =
        lawful.stream().filter(c -> addresses.stream().anyMatch(a -> a.takes(c))).toList();
    return reachable.isEmpty()
        ? new Permit(List.of(), purpose, Reason.NO_ADDRESS, proof, rule.source())
        : new Permit(reachable, purpose, null, proof, rule.source());
  }
}
