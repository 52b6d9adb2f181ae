package health.anbu.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Holds the demo's database while it runs. */
record ThrowAwayFolder(Path path) {

  static ThrowAwayFolder create() throws IOException {
    return new ThrowAwayFolder(Files.createTempDirectory("anbu-demo-"));
  }

  /** What is gone already is no trouble. */
  void delete() {
    if (Files.notExists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> childrenFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : childrenFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + path, e);
    }
  }
}
