package health.anbu.server;

import java.io.IOException;

/** Where a Bundle goes: a transaction all of it or nothing, a batch as far as its entries can. */
interface ImportTarget {

  /**
   * @throws Refused when the server said no
   */
  void accept(byte[] bundle) throws IOException, Refused;

  /** The Bundle, or some of a batch, was not stored; the message says why. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int stored;

    Refused(String message) {
      this(message, 0);
    }

    /**
     * @param stored how many entries of it were stored all the same
     */
    Refused(String message, int stored) {
      super(message);
      this.stored = stored;
    }

    int stored() {
      return stored;
    }
  }
}
