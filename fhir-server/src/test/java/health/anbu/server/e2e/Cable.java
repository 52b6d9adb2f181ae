package health.anbu.server.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to a server that can be pulled out and plugged in again. */
final class Cable implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cable.class);

  private final int port = AnbuProcess.freePort();
  private final String host;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  Cable(String host, int target) {
    this.host = host;
    this.target = target;
    plugIn();
  }

  int port() {
    return port;
  }

  void plugIn() {
    try {
      door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ServerSocket listening = door;
    start(() -> accept(listening));
  }

  void pullOut() {
    close(door);
    open.forEach(Cable::close);
    open.clear();
  }

  private void accept(ServerSocket listening) {
    try {
      while (!listening.isClosed()) {
        Socket client = listening.accept();
        Socket server = new Socket(host, target);
        open.add(client);
        open.add(server);
        start(() -> carry(client, server));
        start(() -> carry(server, client));
      }
    } catch (IOException e) {
      LOG.debug("pulled out: {}", e.toString());
    }
  }

  private void carry(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      LOG.debug("cut off: {}", e.toString());
    }
    close(from);
    close(to);
    open.remove(from);
    open.remove(to);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "cable");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable end) {
    try {
      end.close();
    } catch (Exception e) {
      LOG.debug("did not close: {}", e.toString());
    }
  }

  @Override
  public void close() {
    pullOut();
  }
}
