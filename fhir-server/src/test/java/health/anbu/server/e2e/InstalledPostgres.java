package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL with its tools as Debian installs it, on an empty folder and a port of its own: the
 * embedded one and the containers have no {@code pg_dump}, or one of another version.
 */
final class InstalledPostgres implements AutoCloseable {

  private static final String USER = "postgres";

  private final Path tools;
  private final Path folder;
  private final int port = AnbuProcess.freePort();

  private InstalledPostgres(Path tools, Path folder) {
    this.tools = tools;
    this.folder = folder;
  }

  static boolean isThere() {
    return tools().isPresent();
  }

  /** The newest version that is installed. */
  private static Optional<Path> tools() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.comparingInt(bin -> version(bin.getParent())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static int version(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("\\d+") ? Integer.parseInt(name) : 0;
  }

  static InstalledPostgres start() {
    try {
      Path folder = Files.createTempDirectory("anbu-postgres");
      InstalledPostgres postgres = new InstalledPostgres(tools().orElseThrow(), folder);
      if (asRoot()) {
        Files.setOwner(
            folder,
            folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
      }
      postgres.serve(
          "initdb", "--username=" + USER, "--auth=trust", "--encoding=UTF8", "-D", "data");
      postgres.serve("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", postgres.options(), "start");
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String options() {
    return "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -k " + folder;
  }

  private static boolean asRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** PostgreSQL refuses to run as root. */
  private void serve(String tool, String... arguments) {
    List<String> command = new ArrayList<>();
    if (asRoot()) {
      command.addAll(List.of("runuser", "-u", USER, "--"));
    }
    run(command, tool, arguments);
  }

  /** Runs one of its tools against this server. */
  void run(String tool, String... arguments) {
    run(new ArrayList<>(), tool, arguments);
  }

  private void run(List<String> command, String tool, String... arguments) {
    command.add(tools.resolve(tool).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PGHOST", "127.0.0.1");
    builder.environment().put("PGPORT", Integer.toString(port));
    builder.environment().put("PGUSER", USER);
    try {
      assertThat(builder.start().waitFor()).as("%s", command).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The settings that lead to one of its databases. */
  String[] settings(String database) {
    return new String[] {
      "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + port + "/" + database,
      "--spring.datasource.username=" + USER,
      "--spring.datasource.password=any"
    };
  }

  @Override
  public void close() {
    serve("pg_ctl", "-D", "data", "-m", "immediate", "stop");
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
