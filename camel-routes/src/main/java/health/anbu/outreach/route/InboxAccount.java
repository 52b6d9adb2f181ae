package health.anbu.outreach.route;

import java.time.Duration;
import java.util.List;

/** The mailbox for replies and bounces. */
public class InboxAccount extends MailServer {
  private static final Duration USUAL_PERIOD = Duration.ofSeconds(30);

  public InboxAccount() {
    super("anbu.channels.email.inbound.", MailTls.TLS);
  }

  @Override
  int usualPort(MailTls tls) {
    return tls == MailTls.TLS ? 993 : 143;
  }

  /** Off while nobody named a mailbox, or the simulated one has never been written to. */
  boolean complete() {
    return List.of(host(), username(), password()).stream().noneMatch(String::isBlank)
        && port() > 0;
  }

  /** How long to wait between two looks, in real time. */
  Duration period() {
    String configured = setting("", "period");
    return configured.isBlank() ? USUAL_PERIOD : Duration.ofMillis(Long.parseLong(configured));
  }
}
