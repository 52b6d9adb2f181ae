package health.anbu.outreach.content;

/** Who may see the text of a channel beside the patient. A title or subject is seen by anybody. */
enum Exposure {
  /** Others in the household or at the desk read or hear it. */
  OPEN,
  /** It is the patient's own, but its beginning shows on a locked screen. */
  PREVIEWED,
  /** Only who opens it reads it. */
  SEALED;

  /** A channel that is not known is thought to be open. */
  static Exposure of(String channel) {
    return switch (channel) {
      case "kakao", "line", "whatsapp" -> PREVIEWED;
      case "email", "letter" -> SEALED;
      default -> OPEN;
    };
  }

  /** Whether the text may say what a record says of a treatment. */
  boolean takesConfidential(boolean sensitive) {
    return this == SEALED || this == PREVIEWED && !sensitive;
  }

  /** Whether even the author's own words have to name nothing. */
  boolean demandsDiscreet(boolean sensitive) {
    return sensitive && this != SEALED;
  }
}
