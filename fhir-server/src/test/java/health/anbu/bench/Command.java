package health.anbu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A command that ran to its end.
 *
 * @param said its last lines
 */
record Command(String said, Duration took) {

  private static final int KEPT = 20;

  String lastLine() {
    return said.substring(said.lastIndexOf('\n') + 1);
  }

  static Command run(String name, String... command) {
    return await(name, start(command));
  }

  static Process start(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Command await(String name, Process process) {
    long start = System.nanoTime();
    Deque<String> said = new ArrayDeque<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.addLast(line);
        if (said.size() > KEPT) {
          said.removeFirst();
        }
      }
      if (process.waitFor() != 0) {
        throw new IllegalStateException(name + " failed:\n" + String.join("\n", said));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Command(String.join("\n", said), Duration.ofNanos(System.nanoTime() - start));
  }
}
