package health.anbu.outreach.fhir;

/**
 * How a clinic speaks to its patients.
 *
 * @param code of the code system tone
 * @param from what chose it: a resource, a setting, or the default
 */
record ChosenTone(String code, String from) {

  static final String FORMAL = "formal";
  static final ChosenTone USUAL = new ChosenTone(FORMAL, "the default");

  boolean formal() {
    return FORMAL.equals(code);
  }
}
