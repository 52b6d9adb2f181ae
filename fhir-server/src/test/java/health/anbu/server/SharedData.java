package health.anbu.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Test data that lies beside the project on some machines; its absence is said aloud. */
final class SharedData {

  private static final Logger log = LoggerFactory.getLogger(SharedData.class);

  private SharedData() {}

  static List<Path> files(String folder) {
    Optional<Path> found = find(folder);
    if (found.isEmpty()) {
      log.warn("../shared/{} is not here: these tests do not run", folder);
    }
    Assumptions.assumeTrue(found.isPresent(), "../shared/" + folder + " is not here");
    try (Stream<Path> files = Files.list(found.orElseThrow())) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> find(String folder) {
    return Stream.of("../shared", "../../shared")
        .map(root -> Path.of(root, folder))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
