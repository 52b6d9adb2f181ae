package health.anbu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A Java installation on this machine. */
record Jdk(Path home) {

  static Jdk running() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  /** The one that {@code -Dbench.jdk25} names, else one that lies beside the running one. */
  static Optional<Jdk> twentyFive() {
    String given = System.getProperty("bench.jdk25");
    if (given != null) {
      return Optional.of(new Jdk(Path.of(given)));
    }
    try (Stream<Path> homes = Files.list(running().home.toRealPath().getParent())) {
      return homes.map(Jdk::new).filter(jdk -> jdk.version().startsWith("25")).findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String java() {
    return tool("java");
  }

  /** One of the programs that come with it. */
  String tool(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  String major() {
    return version().replaceAll("[.+-].*", "");
  }

  /** As its release file says; empty where there is none. */
  String version() {
    try {
      return Files.readAllLines(home.resolve("release")).stream()
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("JAVA_VERSION=|\"", ""))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }
}
