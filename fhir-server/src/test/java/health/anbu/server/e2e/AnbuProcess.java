package health.anbu.server.e2e;

import static org.awaitility.Awaitility.await;

import health.anbu.outreach.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The real jar as a process of its own in a folder of its own, so that it can be killed and started
 * again on what it left behind.
 */
final class AnbuProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target", "anbu.jar").toAbsolutePath();
  private static final Path ROUTES =
      Path.of("..", "camel-routes", "target", "anbu-routes.jar").toAbsolutePath();

  /** A process that lives for a minute starts much cheaper with the quick compiler alone. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=200m");

  private static final Duration START = Duration.ofMinutes(6);

  /** How long a start takes on an idle machine. */
  private static final Duration USUAL_START = Duration.ofSeconds(20);

  private final Path folder;
  private final List<String> settings;
  private final String heap;
  private final Path jar;
  private final int port = freePort();
  private final AnbuClient client = new AnbuClient("http://localhost:" + port);
  private Process process;
  private Duration cpuOfEarlier = Duration.ZERO;
  private Duration startTook = USUAL_START;
  private long launchedAt;

  private AnbuProcess(Path jar, String name, String heap, List<String> settings) {
    this.jar = jar;
    this.heap = heap;
    this.folder = Path.of("target", "e2e", name).toAbsolutePath();
    this.settings = settings;
  }

  /** Starts on an empty folder {@code target/e2e/name}; its log stays there. */
  static AnbuProcess start(String name, String... settings) {
    return startWith("900m", name, settings);
  }

  /** The same with a heap of this size. */
  static AnbuProcess startWith(String heap, String name, String... settings) {
    AnbuProcess anbu = new AnbuProcess(JAR, name, heap, List.of(settings));
    anbu.empty();
    anbu.start();
    return anbu;
  }

  /** Starts on what was put into its folder before. */
  static AnbuProcess startOn(Consumer<Path> before, String name, String... settings) {
    AnbuProcess anbu = new AnbuProcess(JAR, name, "900m", List.of(settings));
    anbu.empty();
    before.accept(anbu.folder);
    anbu.start();
    return anbu;
  }

  /** Launched and not waited for, so that several start side by side. */
  static AnbuProcess launchServer(String name, String... settings) {
    return launch(new AnbuProcess(JAR, name, "900m", List.of(settings)));
  }

  /** The routes as a process of their own, launched and not waited for. */
  static AnbuProcess launchRoutes(String name, String... settings) {
    return launch(new AnbuProcess(ROUTES, name, "400m", List.of(settings)));
  }

  private static AnbuProcess launch(AnbuProcess anbu) {
    anbu.empty();
    anbu.launch();
    return anbu;
  }

  /** Simulated providers and clock, and these scenarios; the clinic is in Seoul. */
  static String[] simulated(String start, String scenarios, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--anbu.mode=simulated",
                "--anbu.simulators.enabled=true",
                "--anbu.clock=simulated",
                "--anbu.clock.start=" + start,
                "--anbu.scenarios.active=" + scenarios,
                "--anbu.clinic.name=안부의원",
                "--anbu.clinic.phone=02-555-0100",
                "--anbu.clinic.opt-out-number=080-555-0100",
                "--anbu.node.name=e2e"));
    settings.addAll(Arrays.asList(more));
    return settings.toArray(String[]::new);
  }

  /** These settings on a PostgreSQL database of its own, made anew; on H2 with TEST_DB=h2. */
  static String[] onPostgres(String database, String... settings) {
    if (!TestPostgres.isWanted()) {
      return settings;
    }
    Stream<String> postgres =
        TestPostgres.database(database).settings().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    return Stream.concat(Stream.of(settings), postgres).toArray(String[]::new);
  }

  private void empty() {
    delete(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts and waits until it is ready. Settings given here stand over the ones of the start. */
  void start(String... more) {
    launch(more);
    awaitReady();
  }

  void awaitReady() {
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> died() || client.healthy());
    if (died()) {
      throw new AssertionError("the server did not start:\n" + log());
    }
    startTook = Duration.ofNanos(System.nanoTime() - launchedAt);
  }

  /** As long as this on an idle machine; on a busy one as much longer as its last start took. */
  Duration patience(Duration idle) {
    return startTook.compareTo(USUAL_START) <= 0
        ? idle
        : Duration.ofMillis(idle.toMillis() * startTook.toMillis() / USUAL_START.toMillis());
  }

  /** Starts without waiting. */
  void launch(String... more) {
    launchedAt = System.nanoTime();
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + heap));
    command.addAll(QUICK_START);
    // What it leaves behind when it is killed stays in its folder.
    command.add("-Djava.io.tmpdir=" + folder);
    command.addAll(List.of("-jar", jar.toString()));
    // Twice the same name would be a list of both values.
    settings.stream().filter(setting -> !isAmong(more, setting)).forEach(command::add);
    command.add("--server.port=" + port);
    command.addAll(Arrays.asList(more));
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isAmong(String[] more, String setting) {
    String name = setting.replaceFirst("=.*", "=");
    return Arrays.stream(more).anyMatch(other -> other.startsWith(name));
  }

  /** kill -9: nothing is closed, flushed or said. */
  void kill() {
    cpuOfEarlier = cpu();
    process.destroyForcibly();
    await().atMost(Duration.ofMinutes(1)).until(() -> !process.isAlive());
  }

  /** As an operator does: everything under way is finished first. */
  void stop() {
    cpuOfEarlier = cpu();
    process.destroy();
    await().atMost(Duration.ofMinutes(2)).until(() -> !process.isAlive());
  }

  void restart(String... more) {
    kill();
    start(more);
  }

  private boolean died() {
    return !process.isAlive();
  }

  AnbuClient client() {
    return client;
  }

  int port() {
    return port;
  }

  /** What it has used so far, over all its starts. */
  Duration cpu() {
    return cpuOfEarlier.plus(process.info().totalCpuDuration().orElse(Duration.ZERO));
  }

  /** How many messages the simulated providers have taken, read from where they keep them. */
  long accepted() {
    Path journal = folder.resolve("data").resolve("simulators").resolve("accepted.jsonl");
    // It is being written: its end may be half a character, which UTF-8 would refuse.
    try (Stream<String> lines = Files.lines(journal, StandardCharsets.ISO_8859_1)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String log() {
    try {
      return Files.readString(logFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where its data and its log are. */
  Path folder() {
    return folder;
  }

  private Path logFile() {
    return folder.resolve("anbu.log");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static Path jar() {
    return JAR;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log stays, the data is large and goes. */
  @Override
  public void close() {
    kill();
    delete(folder.resolve("data"));
  }
}
