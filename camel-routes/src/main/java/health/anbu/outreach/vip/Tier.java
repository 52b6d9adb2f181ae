package health.anbu.outreach.vip;

/** How much the clinic owes a patient who sends others: the codes of CodeSystem vip-tier. */
public enum Tier {
  A,
  B;

  public String code() {
    return name();
  }

  boolean isAbove(Tier other) {
    return compareTo(other) < 0;
  }
}
