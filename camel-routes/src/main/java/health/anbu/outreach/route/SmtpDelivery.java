package health.anbu.outreach.route;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection that knows the moment from which a message may have been taken: the line with the
 * dot. Whatever breaks before it, the server has only part of a message, which it must forget.
 */
final class SmtpDelivery extends SMTPTransport {
  private boolean handedOver;

  SmtpDelivery(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  boolean handedOver() {
    return handedOver;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    handedOver = true;
    super.finishData();
  }
}
