package health.anbu.outreach.contact;

import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the law says of one purpose on one channel.
 *
 * @param requirements each has to be met; none means that no consent is needed
 * @param forbidden never on this channel
 * @param renewal how long a consent counts without being confirmed; null for ever
 * @param longest how many characters the text may have where nobody consented; null for any number
 * @param statements one for each law that holds
 * @param bypass that a critical message passes a mute
 * @param alone that it does not go to a number which another patient has too
 * @param source where the decisive rule is from, with the edition of the pack
 */
public record ChannelRule(
    QuietTime quiet,
    List<Requirement> requirements,
    boolean forbidden,
    Period renewal,
    List<LegalCap> caps,
    Integer longest,
    List<Statements> statements,
    boolean bypass,
    boolean alone,
    String source) {

  /** Any one of the permissions suffices. */
  public record Requirement(List<Permission> permissions) {
    public Requirement {
      permissions = List.copyOf(permissions);
    }
  }

  /** A consent to {@code given} lets the message go out as one of purpose {@code sentAs}. */
  public record Permission(Purpose given, Purpose sentAs) {}

  public ChannelRule {
    requirements = List.copyOf(requirements);
    caps = List.copyOf(caps);
    statements = List.copyOf(statements);
  }

  /** Both laws hold: the strictest wins in everything. */
  ChannelRule and(ChannelRule other) {
    return new ChannelRule(
        quiet.and(other.quiet),
        both(requirements, other.requirements),
        forbidden || other.forbidden,
        shorter(renewal, other.renewal),
        both(caps, other.caps),
        smaller(longest, other.longest),
        both(statements, other.statements),
        bypass && other.bypass,
        alone || other.alone,
        source + "; " + other.source);
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private static Period shorter(Period one, Period other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.toTotalMonths() <= other.toTotalMonths() ? one : other;
  }

  private static Integer smaller(Integer one, Integer other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.min(one, other);
  }
}
