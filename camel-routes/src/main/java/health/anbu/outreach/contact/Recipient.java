package health.anbu.outreach.contact;

/** The one spelling of an address that a channel takes: E.164, e-mail, or LINE's user id. */
final class Recipient {
  private Recipient() {}

  static String require(String channel, String to) {
    if (channel.equals("email")) {
      return EmailAddress.require(to, "to");
    }
    if (!channel.equals("line")) {
      return PhoneNumber.require(to, "to");
    }
    if (!Address.isLineUser(to)) {
      // The id itself is personal data and stays out of the message.
      throw new IllegalArgumentException("to must be a LINE user id");
    }
    return to;
  }
}
