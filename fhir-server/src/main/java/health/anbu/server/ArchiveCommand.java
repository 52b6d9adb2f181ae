package health.anbu.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code archive FOLDER}: plays the demo once, so that JDK 25 and newer can keep there what they
 * loaded, linked and measured on the way, and start from it next time.
 */
final class ArchiveCommand {

  private static final int FIRST_JDK = 25;

  private final Path jar;
  private final int jdk;
  private final PrintStream out;

  ArchiveCommand(Path jar, int jdk, PrintStream out) {
    this.jar = jar;
    this.jdk = jdk;
    this.out = out;
  }

  static ArchiveCommand ofThisProcess(PrintStream out) {
    Path jar = Path.of(System.getProperty("java.class.path"));
    return new ArchiveCommand(jar, Runtime.version().feature(), out);
  }

  /** Returns the exit code: 0 made, 1 something failed, 2 not understood. */
  int run(String[] arguments) throws IOException {
    if (arguments.length != 1 || arguments[0].startsWith("-")) {
      out.println("Usage: archive FOLDER");
      return 2;
    }
    if (jdk < FIRST_JDK) {
      out.printf("An archive needs JDK %d or newer; this is %d.%n", FIRST_JDK, jdk);
      return 2;
    }
    if (!jar.toString().endsWith(".jar") || !Files.isRegularFile(jar)) {
      out.println("An archive is made of the jar: java -jar anbu.jar archive FOLDER");
      return 2;
    }
    return make(Path.of(arguments[0]));
  }

  private int make(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path archive = folder.resolve("anbu.aot");
    boolean made =
        java(
            "-XX:AOTCacheOutput=" + archive,
            "-Xlog:aot*=error",
            "-jar",
            jar.toString(),
            "demo",
            "--exit",
            "--server.port=0");
    if (!made || !Files.isRegularFile(archive)) {
      out.println("There is no archive; what failed is said above.");
      return 1;
    }
    out.printf("Start with: java -XX:AOTCache=%s -jar %s%n", archive, jar);
    return 0;
  }

  private boolean java(String... arguments) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(Arrays.asList(arguments));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
