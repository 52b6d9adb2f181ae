package health.anbu.outreach.contact;

/**
 * At most so many messages by law.
 *
 * @param unlessConsented who agreed to such messages is not counted for
 */
public record LegalCap(FrequencyCap cap, boolean unlessConsented) {

  boolean holds(boolean consented) {
    return !(unlessConsented && consented);
  }
}
