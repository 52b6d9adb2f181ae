package health.anbu.outreach.complaint;

/**
 * Who says they are speaking; every part may be absent (null), and none of it is proof.
 *
 * @param phone as it was given, in any script of digits
 * @param patientId the logical id of a Patient, without {@code Patient/}
 */
public record Sender(String name, String phone, String email, String patientId) {

  public static final Sender NOBODY = new Sender(null, null, null, null);

  public Sender {
    name = Text.blankToNull(name);
    phone = Text.blankToNull(phone);
    email = Text.blankToNull(email);
    patientId = Text.blankToNull(patientId);
  }

  public static Sender ofPhone(String phone) {
    return new Sender(null, phone, null, null);
  }
}
