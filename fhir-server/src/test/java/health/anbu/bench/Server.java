package health.anbu.bench;

import health.stock.StockHapi;
import health.stock.StockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A server as a process of its own: the product's jar, or stock HAPI. */
final class Server implements AutoCloseable {

  static final Path JAR = Path.of("target", "anbu.jar").toAbsolutePath();
  private static final Path ROUTES =
      Path.of("..", "camel-routes", "target", "anbu-routes.jar").toAbsolutePath();
  private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();

  private final Process process;
  private final Http http;
  private final String readyAt;
  private final long launched = System.nanoTime();

  private Server(Process process, String base, String readyAt) {
    this.process = process;
    this.http = Http.to(base);
    this.readyAt = readyAt;
  }

  /** How a JVM is started, up to where the program's own settings begin. */
  record Launch(String name, Jdk jdk, List<String> jvm, List<String> program, String readyAt) {

    static Launch product(Jdk jdk, List<String> jvm) {
      return new Launch("product", jdk, jvm, List.of("-jar", JAR.toString()), "/actuator/health");
    }

    /** The plugin alone, beside this server, which it reads and writes. */
    static Launch routes(Jdk jdk, List<String> jvm, Server beside) {
      String base = beside.http.base() + "/fhir";
      return new Launch(
          "routes",
          jdk,
          jvm,
          List.of(
              "-jar",
              ROUTES.toString(),
              "--anbu.fhir.base-url=" + base,
              "--anbu.source.base-url=" + base),
          "/actuator/health");
    }

    /** The class path is too long for some command lines. */
    static Launch stock(Jdk jdk, List<String> jvm) {
      Path file = FOLDER.resolve("stock.args");
      try {
        Files.createDirectories(FOLDER);
        Files.writeString(file, "-cp \"" + StockServer.classPath().replace("\\", "\\\\") + "\"\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Launch(
          "stock",
          jdk,
          jvm,
          List.of("@" + file, StockHapi.class.getName(), "--logging.level.root=warn"),
          "/fhir/metadata");
    }
  }

  /** Starts and waits until it is ready. */
  static Server start(Launch launch, List<String> settings) {
    Server server = launch(launch, settings);
    server.awaitReady();
    return server;
  }

  static Server launch(Launch launch, List<String> settings) {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of(launch.jdk.java()));
    command.addAll(launch.jvm);
    command.addAll(launch.program);
    command.addAll(settings);
    command.add("--server.port=" + port);
    command.add("--server.address=127.0.0.1");
    command.add("--spring.main.allow-circular-references=true");
    Path folder = FOLDER.resolve(launch.name);
    try {
      Files.createDirectories(folder);
      ProcessBuilder server =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()));
      // All servers alike, as docs/operations.md has it.
      server.environment().put("MALLOC_ARENA_MAX", "2");
      Process process = server.start();
      return new Server(process, "http://127.0.0.1:" + port, launch.readyAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long it took, as the clock on the wall has it. */
  Duration awaitReady() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(6))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !process.isAlive() || http.answers(readyAt));
    Duration took = Duration.ofNanos(System.nanoTime() - launched);
    if (!process.isAlive()) {
      throw new IllegalStateException("a server did not start: see its log under " + FOLDER);
    }
    return took;
  }

  Http http() {
    return http;
  }

  CpuMeter cpu() {
    return CpuMeter.of(process.pid());
  }

  double megabytes() {
    return CpuMeter.megabytes(process.pid(), "VmRSS");
  }

  /** What the heap holds of which something is still made use of; counted while all stand still. */
  double liveMegabytes() {
    String id = Long.toString(process.pid());
    String jcmd = Jdk.running().tool("jcmd");
    String total = Command.run("jcmd", jcmd, id, "GC.class_histogram").lastLine();
    return Double.parseDouble(total.trim().split(" +")[2]) / 1024 / 1024;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
