package health.anbu.server;

import health.anbu.server.ImportTarget.Refused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Imports a folder file by file, so that memory stays flat, and says how far it is. */
final class FolderImport {

  private final ImportTarget target;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private int resources;
  private int refused;

  FolderImport(ImportTarget target, PrintStream out) {
    this.target = target;
    this.out = out;
  }

  /** Returns the exit code: 0 when every file was stored. */
  int run(Path folder) throws IOException {
    List<BundleFile> files = BundleFile.in(folder);
    for (int i = 0; i < files.size(); i++) {
      load(files.get(i), "%d/%d".formatted(i + 1, files.size()));
    }
    out.printf(
        "%d resources from %d files in %.0f s (%.0f resources/s), %d files refused%n",
        resources, files.size() - refused, seconds(), resources / seconds(), refused);
    return refused == 0 && !files.isEmpty() ? 0 : 1;
  }

  private void load(BundleFile file, String progress) throws IOException {
    String name = file.path().getFileName().toString();
    try {
      target.accept(file.path());
      int entries = file.entries();
      resources += entries;
      out.printf("%s %s: %d resources%n", progress, name, entries);
    } catch (Refused e) {
      refused++;
      out.printf("%s %s: REFUSED, nothing of it stored: %s%n", progress, name, e.getMessage());
    }
  }

  private double seconds() {
    return Math.max(0.001, (System.nanoTime() - started) / 1e9);
  }
}
