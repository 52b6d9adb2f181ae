package health.anbu.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A JSON file with a Bundle. What others refer to comes first: organisations, then practitioners.
 */
record BundleFile(Path path) {

  private static final JsonFactory JSON = new JsonFactory();

  static List<BundleFile> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
          .map(BundleFile::new)
          .sorted(Comparator.comparing(BundleFile::rank).thenComparing(BundleFile::path))
          .toList();
    }
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

  /** Counts entries without holding them in memory. */
  int entries() throws IOException {
    try (JsonParser parser = JSON.createParser(path.toFile())) {
      int entries = 0;
      while (parser.nextToken() != null) {
        if (isEntryOfTheBundle(parser)) {
          entries++;
          parser.skipChildren();
        }
      }
      return entries;
    }
  }

  private static boolean isEntryOfTheBundle(JsonParser parser) {
    var context = parser.getParsingContext().getParent();
    return parser.currentToken() == JsonToken.START_OBJECT
        && context != null
        && context.inArray()
        && context.getParent().getParent() != null
        && context.getParent().getParent().inRoot()
        && "entry".equals(context.getParent().getCurrentName());
  }
}
