package health.anbu.outreach.content;

/**
 * Something in a template that a person should look at before patients read it.
 *
 * @param rule which rule found it
 * @param blocking true = must be mended before the scenario goes live; false = advice
 * @param language language of the content
 * @param channel its channel; null = every channel
 * @param part its payload part; null = the only one
 * @param field {@code title}, {@code body} or {@code button}
 * @param position first character, counted from 0 in that field
 * @param length characters it covers
 * @param excerpt the words themselves
 * @param advice what to change
 */
public record CopyFinding(
    Rule rule,
    boolean blocking,
    String language,
    String channel,
    String part,
    String field,
    int position,
    int length,
    String excerpt,
    String advice) {

  /** What a template is looked at for. */
  public enum Rule {
    /** Only urges to book and does not ask after the patient. */
    BOOKING_ONLY,
    /** Words of advertising where the declared purpose is not advertising. */
    ADVERTISING_WORD,
    /** Names a treatment or condition on a channel that others may read. */
    HEALTH_WORD,
    /** Words that say of themselves that they name nothing, and do. */
    NOT_DISCREET,
    /** Longer than the channel takes. */
    TOO_LONG,
    /** Something that looks like a variable and is none. */
    MALFORMED_PLACEHOLDER,
    /** A variable in a button, where none is allowed. */
    BUTTON_VARIABLE,
    /** A variable inside an address, where the network reads it. */
    ADDRESS_VARIABLE,
    /** An address that hides where it leads, or that anybody on the way can read. */
    DOUBTFUL_LINK,
    /** A bare address in the text, which a button would say better. */
    BARE_LINK,
    /** A button label or address that providers refuse. */
    BUTTON_REFUSED,
    /** An honorific after a name that already has one. */
    DOUBLE_HONORIFIC,
    /** A legal label written by hand, which the renderer adds itself. */
    HANDWRITTEN_LABEL,
    /** A character that cannot be seen or turns the direction of the text. */
    INVISIBLE_CHARACTER
  }
}
