package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.List;

/**
 * One attempt to send an outreach request, as it is going to be recorded.
 *
 * @param id derived from the request and the number of the attempt
 * @param request id of the outreach request
 * @param parts what was sent, in order; empty when nothing was rendered
 * @param provider null when no provider was asked
 * @param providerId null when the provider gave none
 * @param sent null when nothing was handed over
 * @param reason null when it was accepted
 * @param detail more about the reason, null for none; never a value of a record
 * @param omitted what the message had to go without, and why
 */
public record Attempt(
    String id,
    String request,
    String patient,
    int number,
    String channel,
    Purpose purpose,
    List<String> parts,
    String language,
    DeliveryStatus status,
    String provider,
    String providerId,
    Instant sent,
    Reason reason,
    String detail,
    boolean simulated,
    List<String> omitted) {

  public Attempt {
    parts = List.copyOf(parts);
    omitted = List.copyOf(omitted);
  }

  /** The same where the message had to go without something. */
  public Attempt without(List<String> left) {
    return new Attempt(
        id,
        request,
        patient,
        number,
        channel,
        purpose,
        parts,
        language,
        status,
        provider,
        providerId,
        sent,
        reason,
        detail,
        simulated,
        left);
  }

  /** An attempt with all that belongs to its message. */
  public Attempt(
      String id,
      String request,
      String patient,
      int number,
      String channel,
      Purpose purpose,
      List<String> parts,
      String language,
      DeliveryStatus status,
      String provider,
      String providerId,
      Instant sent,
      Reason reason,
      String detail,
      boolean simulated) {
    this(
        id,
        request,
        patient,
        number,
        channel,
        purpose,
        parts,
        language,
        status,
        provider,
        providerId,
        sent,
        reason,
        detail,
        simulated,
        List.of());
  }

  /** An attempt whose reason says all. */
  public Attempt(
      String id,
      String request,
      String patient,
      int number,
      String channel,
      Purpose purpose,
      List<String> parts,
      String language,
      DeliveryStatus status,
      String provider,
      String providerId,
      Instant sent,
      Reason reason,
      boolean simulated) {
    this(
        id,
        request,
        patient,
        number,
        channel,
        purpose,
        parts,
        language,
        status,
        provider,
        providerId,
        sent,
        reason,
        null,
        simulated);
  }
}
