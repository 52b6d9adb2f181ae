package health.anbu.outreach.vip;

/**
 * One line of the difference that a completed review makes.
 *
 * @param flagId the Flag that exists, or null
 * @param from the tier so far, or null
 * @param to the tier from now on, or null when the Flag ends
 * @param manual given by the team, not by the rule
 */
public record FlagChange(
    Kind kind, String patient, String flagId, Tier from, Tier to, boolean manual, String reason) {

  /** SET a new Flag, RENEW the same tier, move UP or DOWN, OUT ends it. */
  public enum Kind {
    SET,
    RENEW,
    UP,
    DOWN,
    OUT
  }

  static FlagChange set(ReviewInput line) {
    return new FlagChange(
        Kind.SET, line.patient(), null, null, line.tier(), line.manual(), line.reason());
  }

  static FlagChange out(VipFlag flag, String reason) {
    return new FlagChange(
        Kind.OUT, flag.patient(), flag.id(), flag.tier(), null, flag.manual(), reason);
  }

  static FlagChange renew(VipFlag flag, String reason) {
    return new FlagChange(
        Kind.RENEW, flag.patient(), flag.id(), flag.tier(), flag.tier(), flag.manual(), reason);
  }

  static FlagChange move(VipFlag flag, ReviewInput line) {
    Kind kind = line.tier().isAbove(flag.tier()) ? Kind.UP : Kind.DOWN;
    return new FlagChange(
        kind, flag.patient(), flag.id(), flag.tier(), line.tier(), line.manual(), line.reason());
  }
}
