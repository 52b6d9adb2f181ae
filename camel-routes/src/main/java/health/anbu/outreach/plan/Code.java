package health.anbu.outreach.plan;

/** A code in its system; a bare status has the empty system. */
public record Code(String system, String code) implements Comparable<Code> {

  public Code {
    system = system == null ? "" : system;
  }

  public static Code bare(String code) {
    return new Code("", code);
  }

  @Override
  public int compareTo(Code other) {
    int bySystem = system.compareTo(other.system);
    return bySystem != 0 ? bySystem : code.compareTo(other.code);
  }
}
