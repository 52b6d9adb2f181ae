package health.anbu.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before several servers and gives each connection to the next that takes it. */
final class Balancer implements AutoCloseable {

  private final ServerSocket door;
  private final List<Integer> ports;
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool(Balancer::daemon);

  Balancer(List<Integer> ports) {
    this.ports = List.copyOf(ports);
    try {
      door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::open);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "balancer");
    thread.setDaemon(true);
    return thread;
  }

  String url() {
    return "http://localhost:" + door.getLocalPort();
  }

  private void open() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = next()) {
      threads.execute(() -> copy(server, client));
      copy(client, server);
    } catch (IOException e) {
      // The client sees a connection that was cut off.
    }
  }

  private Socket next() throws IOException {
    IOException last = null;
    for (int i = 0; i < ports.size(); i++) {
      int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
      Socket server = new Socket();
      try {
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return server;
      } catch (IOException e) {
        server.close();
        last = e;
      }
    }
    throw last;
  }

  /** Either end closes both: what a killed server had not answered is cut off. */
  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Cut off.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    threads.shutdownNow();
  }
}
