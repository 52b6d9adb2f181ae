package health.anbu.outreach.route;

import health.anbu.outreach.route.HighWater.Mark;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The high-water mark beside the database, which a restoration leaves as it is. */
final class HighWaterFile {

  private static final Logger LOG = LoggerFactory.getLogger(HighWaterFile.class);

  private final Path folder;
  private final boolean kept;
  private boolean warned;

  /**
   * @param kept false for a database in memory, which nothing outlives
   */
  HighWaterFile(Path folder, boolean kept) {
    this.folder = folder;
    this.kept = kept;
  }

  boolean isKept() {
    return kept;
  }

  Optional<Mark> read(String database) {
    Path file = file(database);
    try {
      return kept && Files.exists(file)
          ? Optional.of(Mark.parse(Files.readString(file)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be read, as if it were missing: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /** Whole or not at all. */
  void write(Mark mark) {
    if (kept) {
      try {
        Files.createDirectories(folder);
        Path draft = folder.resolve("high-water.draft");
        Files.writeString(draft, mark.toString());
        replace(draft, file(mark.database()));
      } catch (IOException e) {
        warn(e);
      }
    }
  }

  private static void replace(Path draft, Path file) throws IOException {
    try {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void warn(IOException e) {
    if (!warned) {
      LOG.warn("a restored back-up will not be noticed: {} cannot be written: {}", folder, e);
      warned = true;
    }
  }

  private Path file(String database) {
    return folder.resolve("high-water-" + database);
  }
}
