package health.stock;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@link StockHapi} as a process of its own, on a free port and, unless told otherwise, on H2. */
public final class StockServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final int port;
  private final Process process;

  private StockServer(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts it and waits for its CapabilityStatement; log and data are in {@code target/stock/name}.
   *
   * @param heap as {@code -Xmx} takes it
   * @param settings of Spring Boot, such as {@code --spring.datasource.url=...}
   */
  public static StockServer start(String name, String heap, String... settings) {
    return start(name, List.of("-Xmx" + heap), settings);
  }

  /** The same with any options of the JVM. */
  public static StockServer start(String name, List<String> jvm, String... settings) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "stock", name).toAbsolutePath());
      int port = freePort();
      StockServer server = new StockServer(folder, port, launch(folder, port, jvm, settings));
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process launch(Path folder, int port, List<String> jvm, String... settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add("-Djava.io.tmpdir=" + folder);
    command.add("@" + argumentFile(folder));
    command.add("--server.port=" + port);
    command.add("--server.address=127.0.0.1");
    command.add("--spring.main.allow-circular-references=true");
    command.add("--logging.level.root=warn");
    if (Stream.of(settings).noneMatch(s -> s.startsWith("--spring.datasource.url="))) {
      command.add("--spring.datasource.url=jdbc:h2:file:./data/stock");
    }
    command.addAll(Arrays.asList(settings));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("stock.log").toFile()))
        .start();
  }

  /** The class path is too long for some command lines. */
  private static Path argumentFile(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("start.args"),
        "-cp \"%s\"%n%s%n".formatted(classPath().replace("\\", "\\\\"), StockHapi.class.getName()));
  }

  /** That of the tests without the product; surefire hides the real one behind a jar. */
  public static String classPath() {
    String real = System.getProperty("surefire.real.class.path");
    String tests = System.getProperty("surefire.test.class.path", real);
    String all = tests == null ? System.getProperty("java.class.path") : tests;
    return Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !isProduct(entry))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isProduct(String entry) {
    Path path = Path.of(entry);
    return path.endsWith(Path.of("target", "classes"))
        || path.getFileName().toString().startsWith("anbu");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest metadata = HttpRequest.newBuilder(URI.create(base() + "/metadata")).build();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !process.isAlive() || answers(http, metadata));
    if (!process.isAlive()) {
      throw new AssertionError("the stock server did not start: see " + folder + "/stock.log");
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** Where its FHIR is, without a slash at the end. */
  public String base() {
    return "http://127.0.0.1:" + port + "/fhir";
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Processor time used so far. */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Stops it; its data stays for whoever starts one of the same name. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
