package health.anbu.outreach.complaint;

/** How the sender learns that the clinic has heard them; it names nobody and repeats nothing. */
public sealed interface Acknowledgement {

  /**
   * Answer where the sender told us to.
   *
   * @param channel a code of CodeSystem channel
   * @param to the number or address as the sender gave it
   * @param language ko, ja, fa or en
   */
  record Reply(String channel, String to, String language) implements Acknowledgement {}

  /** The sender gave no address but is a known patient: use the patient's own channels. */
  record ToPatient(String patientId, String language) implements Acknowledgement {}

  /**
   * @param reason a code of CodeSystem outreach-reason
   */
  record None(String reason) implements Acknowledgement {}
}
