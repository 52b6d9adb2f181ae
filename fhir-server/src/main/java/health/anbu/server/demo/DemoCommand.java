package health.anbu.server.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code demo [--exit]}: starts the product on a throw-away database with a simulated clock, plays
 * the story against it, and stays up or ends with what the story was worth.
 */
public final class DemoCommand {

  private static final String EXIT = "--exit";

  private final Class<?> application;
  private final PrintStream out;

  public DemoCommand(Class<?> application, PrintStream out) {
    this.application = application;
    this.out = out;
  }

  /**
   * Returns the exit code: 0 all held, 1 something did not or nothing could start; empty while the
   * server stays up.
   */
  public OptionalInt run(String[] arguments) throws IOException {
    boolean exit = Arrays.asList(arguments).contains(EXIT);
    List<String> options = Arrays.stream(arguments).filter(a -> !a.equals(EXIT)).toList();
    long start = System.nanoTime();
    int port = DemoSettings.port(options);
    if (isTaken(port)) {
      out.printf("Port %d is in use. Choose another one: demo --server.port=8090%n", port);
      return OptionalInt.of(1);
    }
    out.println("Starting Anbu with a throw-away database, a simulated clock and simulators;");
    out.println("the FHIR server takes half a minute ...");
    ConfigurableApplicationContext context = start(options);
    if (context == null) {
      return OptionalInt.of(1);
    }
    out.printf("Started in %s.%n", StoryLog.seconds(since(start)));
    Outside outside = new Outside(address(context));
    boolean held = play(outside);
    if (exit) {
      context.close();
      return OptionalInt.of(held ? 0 : 1);
    }
    new Addresses(outside.base()).print(out);
    return OptionalInt.empty();
  }

  /** Null when it did not start; Spring has then said why. */
  private ConfigurableApplicationContext start(List<String> options) throws IOException {
    ThrowAwayFolder folder = ThrowAwayFolder.create();
    SpringApplication.getShutdownHandlers().add(folder::delete);
    try {
      return new SpringApplication(application).run(DemoSettings.in(folder.path(), options));
    } catch (RuntimeException e) {
      folder.delete();
      out.println("The demo could not start: " + e.getMessage());
      return null;
    }
  }

  /** Known now rather than after half a minute. */
  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private boolean play(Outside outside) {
    long start = System.nanoTime();
    StoryLog log = new StoryLog(out);
    new Story(outside, log).play();
    log.table();
    out.printf("The story took %s.%n", StoryLog.seconds(since(start)));
    return log.held();
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static URI address(ConfigurableApplicationContext context) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("http://localhost:" + port);
  }
}
