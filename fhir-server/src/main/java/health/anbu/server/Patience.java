package health.anbu.server;

import health.anbu.server.ImportTarget.Refused;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Tries again what was refused only because somebody else was writing the same just then. */
record Patience(int attempts, Duration first) {

  /** Half a minute altogether. */
  static final Patience USUAL = new Patience(8, Duration.ofMillis(250));

  /** One attempt to write. */
  interface Attempt {

    /**
     * @throws Busy when the next attempt may succeed
     */
    void run() throws IOException, Refused, Busy;
  }

  /** Not now. */
  static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    Busy(String message) {
      super(message);
    }
  }

  void with(Attempt attempt) throws IOException, Refused {
    Duration pause = first;
    for (int left = attempts - 1; ; left--) {
      try {
        attempt.run();
        return;
      } catch (Busy busy) {
        if (left == 0) {
          throw new Refused(busy.getMessage());
        }
        sleep(pause);
        pause = pause.multipliedBy(2);
      }
    }
  }

  private static void sleep(Duration pause) throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
