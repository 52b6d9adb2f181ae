package health.anbu.outreach.simulator;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import health.anbu.outreach.route.ProviderEndpoints;
import health.anbu.outreach.route.TimedWork;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The clinic's mailbox for replies and bounces, over real IMAP and for this machine only. It is
 * there from the first mail on, so that nothing is looked into where nobody writes.
 */
@Simulated
@Component
final class SimulatedMailbox implements TimedWork, AutoCloseable {
  private final ProductAddress product;
  private GreenMail server;
  private GreenMailUser owner;

  SimulatedMailbox(ProductAddress product, ProviderEndpoints endpoints) {
    this.product = product;
    endpoints.simulatorListens("anbu.channels.email.inbound.port", this::port);
  }

  private synchronized int port() {
    return server == null ? 0 : server.getImap().getPort();
  }

  synchronized void deliver(MimeMessage mail) {
    if (server == null) {
      ServerSetup imap = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
      server = new GreenMail(imap);
      server.start();
      String address = product.email("inbound.username");
      owner = server.setUser(address, address, product.email("inbound.password"));
    }
    owner.deliver(mail);
  }

  /** Idle once the product has read, and so stored, everything. */
  @Override
  public synchronized boolean isIdle() {
    try {
      return server == null
          || server.getManagers().getImapHostManager().getInbox(owner).getUnseenCount() == 0;
    } catch (FolderException e) {
      throw new IllegalStateException("the simulated mailbox is broken", e);
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    // Mail comes when somebody writes it.
  }

  @Override
  public synchronized void close() {
    if (server != null) {
      server.stop();
    }
  }
}
