package health.anbu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A JSON file with a Bundle. What others refer to comes first: organisations, then practitioners.
 * Of files that are loaded side by side the large ones come first, so that none is left at the end.
 */
record BundleFile(Path path, long size) {

  static List<BundleFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
          .map(BundleFile::of)
          .sorted(
              Comparator.comparing(BundleFile::rank)
                  .thenComparing(file -> file.isIndependent() ? -file.size() : 0)
                  .thenComparing(BundleFile::path))
          .toList();
    }
  }

  private static BundleFile of(Path path) {
    return new BundleFile(path, path.toFile().length());
  }

  /** Files of one patient each, which have nothing to do with each other. */
  boolean isIndependent() {
    return rank() == 2;
  }

  private int rank() {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.startsWith("hospital") || name.startsWith("organi")) {
      return 0;
    }
    if (name.startsWith("practitioner")) {
      return 1;
    }
    // Appointments of a folder of their own point at patients in the others.
    return name.startsWith("appointment") ? 3 : 2;
  }
}
