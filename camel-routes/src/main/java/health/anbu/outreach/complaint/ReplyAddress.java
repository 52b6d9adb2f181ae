package health.anbu.outreach.complaint;

import java.util.Optional;
import java.util.Set;

/** Where the sender can be answered: by the way they came, else by what they left. */
record ReplyAddress(String channel, String to) {

  private static final Set<String> BY_NUMBER = Set.of("sms", "kakao", "whatsapp");

  static Optional<ReplyAddress> of(IncomingFeedback feedback) {
    Optional<ReplyAddress> byPhone = byPhone(feedback.channel(), feedback.sender().phone());
    Optional<ReplyAddress> byEmail =
        Optional.ofNullable(feedback.sender().email()).map(to -> new ReplyAddress("email", to));
    return feedback.channel().equals("email")
        ? byEmail.or(() -> byPhone)
        : byPhone.or(() -> byEmail);
  }

  private static Optional<ReplyAddress> byPhone(String channel, String phone) {
    String by = BY_NUMBER.contains(channel) ? channel : "sms";
    return Optional.ofNullable(phone).map(to -> new ReplyAddress(by, to));
  }

  Acknowledgement.Reply reply(String language) {
    return new Acknowledgement.Reply(channel, to, language);
  }
}
