package health.anbu.server;

import java.io.IOException;

/** Where a transaction Bundle goes, all of it or nothing. */
interface ImportTarget {

  /**
   * @throws Refused when the server said no
   */
  void accept(byte[] bundle) throws IOException, Refused;

  /** The Bundle was not stored; the message says why. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }
}
