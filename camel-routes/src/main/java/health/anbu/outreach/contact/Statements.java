package health.anbu.outreach.contact;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one law wants written on a message of one purpose on one channel.
 *
 * @param place whose law it is
 * @param prefix what title and text begin with, exactly; null for nothing
 * @param sender that the clinic says its name
 * @param contact and how to reach it
 * @param postal and where it is
 * @param free that the way out costs the patient nothing
 * @param stop how to say the way out, by language, the place's own first; empty for none
 * @param notice what the first message to a person says besides, likewise; empty for nothing
 * @param suffix what the text ends with, exactly; null for nothing
 * @param known false where nobody knows what has to be written: then nothing may go
 */
public record Statements(
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

  public Statements {
    stop = new LinkedHashMap<>(stop);
    notice = new LinkedHashMap<>(notice);
  }
}
