package health.anbu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writes many resources by large transactions side by side. */
record Seeding(Http http) {

  private static final int TOGETHER = 300;
  private static final int AT_ONCE = 4;

  /** All that belongs to each number from {@code first} on, {@code count} of them. */
  void put(int first, int count, IntFunction<List<Resource>> resources) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<CompletableFuture<Void>> parts = new ArrayList<>();
      for (int from = first; from < first + count; from += TOGETHER) {
        int begin = from;
        int end = Math.min(first + count, from + TOGETHER);
        parts.add(CompletableFuture.runAsync(() -> transaction(begin, end, resources), threads));
      }
      CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).join();
    } finally {
      threads.shutdownNow();
    }
  }

  private void transaction(int from, int to, IntFunction<List<Resource>> resources) {
    http.putAll(IntStream.range(from, to).mapToObj(resources).flatMap(List::stream).toList());
  }
}
