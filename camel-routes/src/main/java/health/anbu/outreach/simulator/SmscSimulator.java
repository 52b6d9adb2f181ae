package health.anbu.outreach.simulator;

import health.anbu.outreach.route.ProviderEndpoints;
import health.anbu.outreach.route.SmppText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jsmpp.PDUStringException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** An SMSC (SMPP 3.4) on a port of its own, for this machine only. */
@Simulated
@Component
final class SmscSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmscSimulator.class);
  private static final int BIND_MS = 5000;
  private static final int WRONG_PASSWORD = 0x0E;
  private static final int AT_ONCE = 64;

  private final ProductAddress product;
  private final WebhookSender sender;
  private final SmscInbox inbox;
  private final SMPPServerSessionListener listener;
  private final List<SMPPServerSession> bound = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(SmscSimulator::daemon);
  private volatile boolean closed;

  SmscSimulator(
      AcceptedMessages messages,
      Faults faults,
      Carrier carrier,
      WebhookSender sender,
      ProductAddress product,
      ProviderEndpoints endpoints,
      @Value("${anbu.simulators.smpp-port:0}") int port) {
    this.product = product;
    this.sender = sender;
    this.inbox = new SmscInbox(messages, faults, carrier, this::reportLater);
    Loopback loopback = new Loopback();
    try {
      listener = new SMPPServerSessionListener(port, loopback);
      listener.setPduProcessorDegree(AT_ONCE);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated SMSC cannot listen on " + port, e);
    }
    endpoints.simulatorListens("anbu.channels.sms.smpp.port", () -> loopback.port);
    threads.execute(this::serve);
    messages.pending(Carrier.SMPP).forEach(this::reportLater);
    LOG.info("the simulated SMSC listens on 127.0.0.1:{}", loopback.port);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "simulator-smpp");
    thread.setDaemon(true);
    return thread;
  }

  /** Only this machine can connect. */
  private static final class Loopback implements ServerConnectionFactory {
    private volatile int port;

    @Override
    public ServerConnection listen(int wanted) throws IOException {
      return listen(wanted, 0, 50);
    }

    @Override
    public ServerConnection listen(int wanted, int timeout) throws IOException {
      return listen(wanted, timeout, 50);
    }

    @Override
    public ServerConnection listen(int wanted, int timeout, int backlog) throws IOException {
      ServerSocket socket = new ServerSocket(wanted, backlog, InetAddress.getLoopbackAddress());
      socket.setSoTimeout(timeout);
      port = socket.getLocalPort();
      return new ServerSocketConnection(socket);
    }
  }

  private void serve() {
    while (!closed) {
      try {
        SMPPServerSession session = listener.accept();
        session.setMessageReceiverListener(inbox);
        threads.execute(() -> bind(session));
      } catch (IOException e) {
        LOG.debug("no longer listening");
      }
    }
  }

  private void bind(SMPPServerSession session) {
    try {
      BindRequest request = session.waitForBind(BIND_MS);
      if (product.sms("smpp.system-id").equals(request.getSystemId())
          && product.sms("smpp.password").equals(request.getPassword())) {
        // First, because the client may send as soon as it is told.
        bound.add(0, session);
        request.accept("simulator");
      } else {
        request.reject(WRONG_PASSWORD);
      }
    } catch (TimeoutException | PDUStringException | IOException | IllegalStateException e) {
      session.close();
    }
  }

  /** The bind the product has now, if it has one. */
  Optional<SMPPServerSession> session() {
    bound.removeIf(session -> !session.getSessionState().isBound());
    return bound.stream().findFirst();
  }

  private void reportLater(AcceptedMessage message) {
    Instant due = Instant.parse(message.resultAt());
    reportLater(message, new Carrier.Fate(message.result(), due, false, false, false));
  }

  private void reportLater(AcceptedMessage message, Carrier.Fate fate) {
    sender.deliverLater(fate.at(), () -> SmscDeliveries.receipts(this, message, fate));
  }

  void deliverLater(String from, String to, String text) {
    SmppText coded = SmppText.of(text);
    sender.deliverLater(
        Instant.MIN, () -> List.of(() -> SmscDeliveries.inbound(this, from, to, coded)));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    inbox.close();
    listener.close();
    bound.forEach(SMPPServerSession::close);
    threads.shutdownNow();
  }
}
