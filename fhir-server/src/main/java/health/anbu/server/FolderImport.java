package health.anbu.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.anbu.server.BundleChunks.Chunk;
import health.anbu.server.ImportTarget.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Imports a folder file by file, a large one in several transactions, so that memory stays flat,
 * and says how far it is.
 */
final class FolderImport {

  private static final int MOST_ENTRIES = 300;

  /** More would only wait for each other, and each holds a part of a file in memory. */
  private static final int AT_ONCE =
      Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

  private final ImportTarget target;
  private final PrintStream out;
  private final long started = System.nanoTime();
  private final AtomicInteger resources = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  FolderImport(ImportTarget target, PrintStream out) {
    this.target = target;
    this.out = out;
  }

  /** Returns the exit code: 0 when every file was stored. */
  int run(Path folder) throws IOException {
    List<BundleFile> files = BundleFile.in(folder);
    List<Callable<Void>> together = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      BundleFile file = files.get(i);
      String progress = "%d/%d".formatted(i + 1, files.size());
      if (!file.isIndependent()) {
        loadTogether(together);
        load(file, progress);
      } else {
        together.add(
            () -> {
              load(file, progress);
              return null;
            });
      }
    }
    loadTogether(together);
    out.printf(
        "%d resources from %d files in %.0f s (%.0f resources/s), %d files refused%n",
        resources.get(),
        files.size() - refused.get(),
        seconds(),
        resources.get() / seconds(),
        refused.get());
    return refused.get() == 0 && !files.isEmpty() ? 0 : 1;
  }

  private void loadTogether(List<Callable<Void>> files) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<Void> file : threads.invokeAll(files)) {
        file.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } finally {
      threads.shutdownNow();
      files.clear();
    }
  }

  private void load(BundleFile file, String progress) throws IOException {
    String name = file.path().getFileName().toString();
    int stored = 0;
    try (BundleChunks chunks = new BundleChunks(file.path(), MOST_ENTRIES)) {
      Optional<Chunk> chunk;
      while ((chunk = chunks.next()).isPresent()) {
        target.accept(chunk.get().bundle());
        resources.addAndGet(chunk.get().last() - stored);
        stored = chunk.get().last();
      }
      out.printf("%s %s: %d resources%n", progress, name, stored);
    } catch (Refused e) {
      resources.addAndGet(e.stored());
      refuse(progress, name, e.stored() > 0 ? " in part" : extent(stored), e);
    } catch (JsonProcessingException e) {
      refuse(progress, name, extent(stored), e);
    }
  }

  private void refuse(String progress, String name, String extent, Exception why) {
    refused.incrementAndGet();
    out.printf("%s %s: REFUSED%s: %s%n", progress, name, extent, why.getMessage());
  }

  private static String extent(int stored) {
    return stored == 0
        ? ", nothing of it stored"
        : " from resource %d on, those before are stored".formatted(stored + 1);
  }

  private double seconds() {
    return Math.max(0.001, (System.nanoTime() - started) / 1e9);
  }
}
