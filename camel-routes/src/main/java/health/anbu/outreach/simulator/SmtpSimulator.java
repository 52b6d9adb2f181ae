package health.anbu.outreach.simulator;

import health.anbu.outreach.route.ProviderEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A mail server on a port of its own, for this machine only, that takes every mail and keeps it.
 */
@Simulated
@Component
final class SmtpSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpSimulator.class);

  private final AcceptedMessages messages;
  private final Faults faults;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(SmtpSimulator::daemon);

  SmtpSimulator(
      AcceptedMessages messages,
      Faults faults,
      ProviderEndpoints endpoints,
      @Value("${anbu.simulators.smtp-port:0}") int port) {
    this.messages = messages;
    this.faults = faults;
    try {
      this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated mail server cannot listen on " + port, e);
    }
    endpoints.simulatorListens("anbu.channels.email.port", server::getLocalPort);
    threads.execute(this::serve);
    LOG.info("the simulated mail server listens on {}", server.getLocalSocketAddress());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "simulator-smtp");
    thread.setDaemon(true);
    return thread;
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> talk(socket));
      } catch (IOException e) {
        LOG.debug("no longer listening");
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      new SmtpConversation(socket, messages, faults).run();
    } catch (IOException e) {
      LOG.debug("a mail client went away");
    } finally {
      open.remove(socket);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
