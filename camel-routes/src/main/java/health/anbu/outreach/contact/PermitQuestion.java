package health.anbu.outreach.contact;

import health.anbu.outreach.contact.ChannelRule.Permission;
import health.anbu.outreach.contact.ChannelRule.Requirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One message put to the law, the consents and the addresses, channel by channel. */
record PermitQuestion(
    Purpose declared,
    boolean critical,
    List<Address> addresses,
    List<ConsentRecord> consents,
    LawEdition law,
    Instant at) {

  /** The nearer a channel came to yes, the more its reason says. */
  private static final List<Reason> TELLING =
      List.of(
          Reason.NO_ADDRESS,
          Reason.OPT_OUT,
          Reason.MUTED,
          Reason.ADVERTISING_NOT_ON_CHANNEL,
          Reason.CONSENT_EXPIRED,
          Reason.NO_CONSENT);

  /** What one channel says. */
  private record Answer(
      String channel, Purpose sentAs, Reason reason, List<String> proof, String source) {}

  /** A consent that lets it go, as something. */
  private record Way(Purpose sentAs, List<String> proof) {}

  Permit over(List<String> channels) {
    List<Answer> answers = channels.stream().map(this::on).toList();
    List<Answer> granted = answers.stream().filter(answer -> answer.reason == null).toList();
    return granted.isEmpty() ? refused(answers) : granted(granted);
  }

  private Permit granted(List<Answer> granted) {
    // What it was meant as, where a channel takes it so; it is raised only where none does.
    Purpose sentAs =
        granted.stream()
            .map(Answer::sentAs)
            .min(Comparator.comparing(purpose -> purpose != declared))
            .orElseThrow();
    List<Answer> chosen = granted.stream().filter(answer -> answer.sentAs == sentAs).toList();
    List<String> channels = chosen.stream().map(Answer::channel).toList();
    return new Permit(
        channels,
        sentAs,
        null,
        proof(chosen),
        chosen.get(0).source,
        which(channels, channel -> consents.stream().anyMatch(c -> c.permits(sentAs, channel, at))),
        which(channels, channel -> consents.stream().anyMatch(c -> c.permitsNight(channel, at))));
  }

  private static Set<String> which(List<String> channels, Predicate<String> agreed) {
    return channels.stream().filter(agreed).collect(Collectors.toSet());
  }

  private Permit refused(List<Answer> answers) {
    Reason reason =
        TELLING.stream()
            .filter(telling -> answers.stream().anyMatch(a -> a.reason == telling))
            .findFirst()
            .orElse(Reason.NO_CONSENT);
    List<Answer> said = answers.stream().filter(answer -> answer.reason == reason).toList();
    return said.isEmpty()
        ? new Permit(List.of(), declared, reason, List.of(), law.name() + ": no channel")
        : new Permit(List.of(), said.get(0).sentAs, reason, proof(said), said.get(0).source);
  }

  private static List<String> proof(List<Answer> answers) {
    return answers.stream().flatMap(answer -> answer.proof.stream()).distinct().toList();
  }

  private Answer on(String channel) {
    ChannelRule rule = law.rule(declared, channel);
    List<Way> ways = ways(rule, channel);
    return ways.isEmpty()
        ? withoutConsent(rule, channel)
        : ways.stream()
            .map(way -> answer(way, channel))
            .min(Comparator.comparingInt(PermitQuestion::distance))
            .orElseThrow();
  }

  private static int distance(Answer answer) {
    return answer.reason == null ? -1 : TELLING.indexOf(answer.reason);
  }

  /** Each requirement is met by one of its permissions; the message counts as the gravest. */
  private List<Way> ways(ChannelRule rule, String channel) {
    List<Way> ways = List.of(new Way(declared, List.of()));
    for (Requirement requirement : rule.requirements()) {
      List<Way> met = new ArrayList<>();
      for (Way way : ways) {
        for (Permission permission : requirement.permissions()) {
          List<String> proof = proof(permission, channel);
          if (!proof.isEmpty()) {
            met.add(way(way, permission, proof));
          }
        }
      }
      ways = met;
    }
    return ways;
  }

  private static Way way(Way before, Permission permission, List<String> proof) {
    boolean graver = permission.sentAs().compareTo(before.sentAs) > 0;
    return new Way(
        graver ? permission.sentAs() : before.sentAs,
        Stream.concat(before.proof.stream(), proof.stream()).distinct().toList());
  }

  private List<String> proof(Permission permission, String channel) {
    ChannelRule rule = law.rule(permission.sentAs(), channel);
    return consents.stream()
        .filter(consent -> consent.permits(permission.given(), channel, at))
        .filter(consent -> consent.fresh(rule.renewal(), at))
        .flatMap(PermitQuestion::named)
        .toList();
  }

  private static Stream<String> named(ConsentRecord consent) {
    return Stream.of(consent.reference(), consent.source() == null ? "" : consent.source())
        .filter(name -> !name.isEmpty());
  }

  private Answer withoutConsent(ChannelRule rule, String channel) {
    List<ConsentRecord> against = against(declared, channel);
    if (!against.isEmpty()) {
      return refusal(against, declared, channel, rule);
    }
    boolean expired =
        rule.requirements().stream()
            .flatMap(requirement -> requirement.permissions().stream())
            .anyMatch(p -> consents.stream().anyMatch(c -> c.permits(p.given(), channel, at)));
    Reason reason = expired ? Reason.CONSENT_EXPIRED : Reason.NO_CONSENT;
    return new Answer(channel, declared, reason, List.of(), rule.source());
  }

  private Answer answer(Way way, String channel) {
    ChannelRule rule = law.rule(way.sentAs, channel);
    List<ConsentRecord> against = against(way.sentAs, channel);
    if (!against.isEmpty()) {
      return refusal(against, way.sentAs, channel, rule);
    }
    Reason reason = rule.forbidden() ? Reason.ADVERTISING_NOT_ON_CHANNEL : null;
    if (reason == null && addresses.stream().noneMatch(address -> address.takes(channel))) {
      reason = Reason.NO_ADDRESS;
    }
    return new Answer(channel, way.sentAs, reason, way.proof, rule.source());
  }

  private static Answer refusal(
      List<ConsentRecord> against, Purpose sentAs, String channel, ChannelRule rule) {
    boolean muted = against.stream().allMatch(ConsentRecord::mute);
    return new Answer(
        channel,
        sentAs,
        muted ? Reason.MUTED : Reason.OPT_OUT,
        against.stream().flatMap(PermitQuestion::named).distinct().toList(),
        rule.source());
  }

  /** The refusals that stand, save those a critical message may pass. */
  private List<ConsentRecord> against(Purpose sentAs, String channel) {
    boolean passes = critical && law.rule(declared, channel).bypass();
    return consents.stream()
        .filter(consent -> stands(consent, sentAs, channel))
        .filter(consent -> !(passes && consent.mute()))
        .toList();
  }

  /** Who refused just what it is declared as does not get it as something else. */
  private boolean stands(ConsentRecord refusal, Purpose sentAs, String channel) {
    return refusal.refuses(sentAs, channel, at) && !lifted(refusal, sentAs, channel)
        || refusal.purposes().contains(declared)
            && refusal.refuses(declared, channel, at)
            && !lifted(refusal, declared, channel)
        || refusal.purposes().contains(Purpose.ADVERTISING)
            && law.marketing().contains(declared)
            && refusal.refuses(Purpose.ADVERTISING, channel, at)
            && !lifted(refusal, declared, channel);
  }

  private boolean lifted(ConsentRecord refusal, Purpose purpose, String channel) {
    return consents.stream().anyMatch(c -> c.lifts(refusal, purpose, channel, at));
  }
}
