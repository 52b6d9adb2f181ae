package health.anbu.outreach.content;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one law wants written on a message; the law itself is data of a jurisdiction pack.
 *
 * @param place whose law it is
 * @param prefix what title and text begin with, exactly; null = nothing
 * @param sender that the clinic says its name
 * @param contact and how to reach it
 * @param postal and where it is
 * @param free that the way out costs the patient nothing
 * @param stop how to say the way out, by language, the place's own first; empty = none
 * @param notice what is said besides in the first message to a person, likewise; empty = nothing
 * @param suffix what the text ends with, exactly; null = nothing
 * @param known false where nobody knows what has to be written
 */
public record LabelDemand(
    String place,
    String prefix,
    boolean sender,
    boolean contact,
    boolean postal,
    boolean free,
    Map<String, String> stop,
    Map<String, String> notice,
    String suffix,
    boolean known) {

  public LabelDemand {
    stop = new LinkedHashMap<>(stop);
    notice = new LinkedHashMap<>(notice);
  }
}
