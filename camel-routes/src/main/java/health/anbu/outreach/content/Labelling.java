package health.anbu.outreach.content;

import java.util.List;
import java.util.Map;

/**
 * What the law of the clinic's jurisdiction demands to be written on a message.
 *
 * @param prefix what the text and the title begin with, exactly; null = nothing
 * @param senderName who sends it; null = need not be said
 * @param senderContact how to reach the sender; null = need not be said
 * @param freeOptOut opt-out text in the jurisdiction's own language; null = not demanded
 * @param localOptOut the same said to a reader of another language, by language code; may be empty
 * @param suffix what the text ends with, exactly; null = nothing
 * @param missing what the law demands and the clinic has not set; a message is then not rendered
 */
public record Labelling(
    String prefix,
    String senderName,
    String senderContact,
    String freeOptOut,
    Map<String, String> localOptOut,
    String suffix,
    List<String> missing) {

  private static final Labelling NONE =
      new Labelling(null, null, null, null, Map.of(), null, List.of());

  public Labelling {
    localOptOut = localOptOut == null ? Map.of() : Map.copyOf(localOptOut);
    missing = missing == null ? List.of() : List.copyOf(missing);
  }

  /** A message that needs no label. */
  public static Labelling none() {
    return NONE;
  }

  /** A message that may not go, because what its label demands is not known. */
  static Labelling impossible(List<String> missing) {
    return new Labelling(null, null, null, null, Map.of(), null, missing);
  }
}
