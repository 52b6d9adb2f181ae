package health.anbu.outreach.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The law of a place from one day until the next edition.
 *
 * @param name place and version, kept in every explanation
 * @param from the first instant of its first day, where it is law
 * @param majority the age from which nobody else is written to for a person
 * @param marketing purposes that an objection to advertising stops too
 * @param rules by purpose and channel; the channel {@code *} stands for those that are not named
 * @param answersRefusals whoever refuses is told once what became of it
 * @param rejoin words that take back an opt-out by a word; empty for none
 * @param trade lets who was treated here hear of the same without a consent; null for no such rule,
 *     or where the clinic does not claim it
 */
public record LawEdition(
    String name,
    Instant from,
    int majority,
    Set<Purpose> marketing,
    Map<Purpose, Map<String, ChannelRule>> rules,
    boolean answersRefusals,
    Set<String> rejoin,
    Trade trade) {

  static final String ANY_CHANNEL = "*";

  public ChannelRule rule(Purpose purpose, String channel) {
    Map<String, ChannelRule> byChannel = rules.get(purpose);
    return byChannel.getOrDefault(channel, byChannel.get(ANY_CHANNEL));
  }

  /** Quiet on one of the channels is quiet. */
  public QuietTime quiet(Purpose purpose, Collection<String> channels) {
    return channels.stream()
        .map(channel -> rule(purpose, channel).quiet())
        .reduce(QuietTime::and)
        .orElseGet(() -> rule(purpose, ANY_CHANNEL).quiet());
  }

  /** Whether somebody born that day is not of age on this one. */
  public boolean minor(LocalDate born, LocalDate today) {
    return born != null && born.plusYears(majority).isAfter(today);
  }

  /** Both laws hold: the strictest wins. */
  LawEdition and(LawEdition other, Instant day) {
    Set<Purpose> stopped = EnumSet.noneOf(Purpose.class);
    stopped.addAll(marketing);
    stopped.addAll(other.marketing);
    Map<Purpose, Map<String, ChannelRule>> both = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      Set<String> channels = new HashSet<>(rules.get(purpose).keySet());
      channels.addAll(other.rules.get(purpose).keySet());
      Map<String, ChannelRule> byChannel = new HashMap<>();
      channels.forEach(c -> byChannel.put(c, rule(purpose, c).and(other.rule(purpose, c))));
      both.put(purpose, byChannel);
    }
    return new LawEdition(
        name + " with " + other.name,
        day,
        Math.max(majority, other.majority),
        stopped,
        both,
        answersRefusals && other.answersRefusals,
        rejoin,
        Trade.shorter(trade, other.trade));
  }
}
