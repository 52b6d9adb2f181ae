package health.anbu.outreach.route;

/** What happens to a message that is due. */
public enum Mode {
  /** Planned and explained, recorded as held, sent to nobody. */
  SHADOW,
  /** Sent to the built-in simulators; nobody outside hears anything. */
  SIMULATED,
  /** The same as simulated, with the demo hospital. */
  DEMO,
  /** Sent to real providers. */
  LIVE;

  boolean sends() {
    return this != SHADOW;
  }

  boolean simulated() {
    return this == SIMULATED || this == DEMO;
  }
}
