package health.anbu.server;

import java.io.IOException;
import java.nio.file.Path;

/** Where a file with a transaction Bundle goes, all of it or nothing. */
interface ImportTarget {

  /**
   * @throws Refused when the server said no
   */
  void accept(Path bundle) throws IOException, Refused;

  /** The Bundle was not stored; the message says why. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
