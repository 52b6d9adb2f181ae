package health.anbu.outreach.route;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox for replies and bounces over IMAP, for the kamelet {@code
 * smtp-email-receipt-source}. A mail is marked as read only after the product has stored it; one
 * that cannot be read is flagged for a person, too.
 */
public class EmailInbox {
  private static final Logger LOG = LoggerFactory.getLogger(EmailInbox.class);
  private static final int CONNECT_MS = 5000;
  private static final int ANSWER_MS = 15_000;
  private static final int AT_ONCE = 50;
  private static final int LARGEST = 10_000_000;

  private final InboxAccount account = new InboxAccount();
  private boolean reachable = true;
  private Long lastLook;

  /** The account, filled from the kamelet's properties. */
  public InboxAccount getAccount() {
    return account;
  }

  /**
   * One unread mail.
   *
   * @param content a list of Receipt, an InboundMessage, or null where it is nothing for us
   * @param readable false where a person has to look
   */
  public record Mail(long uid, Object content, boolean readable) {}

  /** What one look at the mailbox does. */
  @FunctionalInterface
  private interface Visit<T> {
    T to(Folder folder) throws MessagingException;
  }

  /** The unread mails, oldest first; none while the mailbox cannot be reached. */
  public List<Mail> fetch() {
    if (!account.complete() || !timeToLook()) {
      return List.of();
    }
    try {
      List<Mail> mails = visit(Folder.READ_ONLY, this::unread);
      reachable = true;
      return mails;
    } catch (MessagingException e) {
      if (reachable) {
        LOG.warn("the mailbox for replies cannot be read: {}", e.getClass().getSimpleName());
      }
      reachable = false;
      return List.of();
    }
  }

  private boolean timeToLook() {
    long now = System.nanoTime();
    boolean time = lastLook == null || now - lastLook >= account.period().toNanos();
    lastLook = time ? (Long) now : lastLook;
    return time;
  }

  private List<Mail> unread(Folder folder) throws MessagingException {
    Message[] found = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < Math.min(AT_ONCE, found.length); i++) {
      mails.add(mail((MimeMessage) found[i], ((UIDFolder) folder).getUID(found[i])));
    }
    return mails;
  }

  private Mail mail(MimeMessage mail, long uid) {
    try {
      Object content =
          mail.getSize() > LARGEST
              ? null
              : ReceivedMail.read(mail, account.username(), account.clock().instant());
      return new Mail(uid, content, mail.getSize() <= LARGEST);
    } catch (MessagingException | IOException | RuntimeException e) {
      LOG.warn("a mail cannot be understood ({})", e.getClass().getSimpleName());
      return new Mail(uid, null, false);
    }
  }

  /** The product has stored what this mail says. */
  public void stored(Exchange exchange) {
    Mail mail = exchange.getProperty("anbuMail", Mail.class);
    Flags flags = new Flags(Flags.Flag.SEEN);
    if (!mail.readable()) {
      flags.add(Flags.Flag.FLAGGED);
    }
    try {
      visit(
          Folder.READ_WRITE,
          folder -> {
            Message found = ((UIDFolder) folder).getMessageByUID(mail.uid());
            if (found != null) {
              found.setFlags(flags, true);
            }
            return found;
          });
    } catch (MessagingException e) {
      LOG.warn("a mail is read again: it could not be marked ({})", e.getClass().getSimpleName());
    }
  }

  /** It stays unread and is tried again at the next look. */
  public void failed(Exchange exchange) {
    Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    LOG.warn("a mail waits: {}", cause.getClass().getSimpleName());
  }

  private <T> T visit(int mode, Visit<T> visit) throws MessagingException {
    Properties properties = account.tls().properties("imap", CONNECT_MS, ANSWER_MS);
    // To read is not to mark as read.
    properties.setProperty("mail.imap.peek", "true");
    properties.setProperty("mail.mime.address.strict", "false");
    try (Store store = Session.getInstance(properties).getStore("imap")) {
      store.connect(account.host(), account.port(), account.username(), account.password());
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(mode);
        return visit.to(folder);
      }
    }
  }
}
