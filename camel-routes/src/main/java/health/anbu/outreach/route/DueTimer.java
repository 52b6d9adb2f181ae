package health.anbu.outreach.route;

import java.io.Serializable;

/**
 * What a timer remembers of its outreach request.
 *
 * @param suspect a send may have happened: the provider is asked before anything is sent
 */
record DueTimer(String patient, boolean suspect) implements Serializable {
  private static final long serialVersionUID = 1L;

  DueTimer asSuspect() {
    return new DueTimer(patient, true);
  }
}
