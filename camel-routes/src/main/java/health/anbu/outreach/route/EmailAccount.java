package health.anbu.outreach.route;

import java.time.Duration;
import java.util.List;

/** A clinic's account at the server that takes its e-mail. */
public class EmailAccount extends MailServer {
  /** Longer than for other providers: many servers read a message for spam before they answer. */
  private static final String PATIENCE_MS = "30000";

  private String from;

  public EmailAccount() {
    super("anbu.channels.email.", MailTls.STARTTLS);
  }

  public void setFrom(String from) {
    this.from = from;
  }

  @Override
  int usualPort(MailTls tls) {
    return tls == MailTls.TLS ? 465 : tls == MailTls.STARTTLS ? 587 : 25;
  }

  String from() {
    return setting(from, "from");
  }

  String domain() {
    return from().substring(from().indexOf('@') + 1);
  }

  String clinicName() {
    return endpoints().setting("", "anbu.clinic.name");
  }

  private String linkSecret() {
    return setting("", "link-secret");
  }

  UnsubscribeLink unsubscribe() {
    return new UnsubscribeLink(endpoints().publicUrl(), linkSecret());
  }

  Duration responseTimeout() {
    String configured = setting("", "response-timeout");
    return Duration.ofMillis(Long.parseLong(configured.isBlank() ? PATIENCE_MS : configured));
  }

  boolean complete() {
    return List.of(host(), from(), linkSecret()).stream().noneMatch(String::isBlank);
  }
}
