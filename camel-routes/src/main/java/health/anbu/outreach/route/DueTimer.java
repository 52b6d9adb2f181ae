package health.anbu.outreach.route;

import java.io.Serializable;

/**
 * What a timer remembers of its outreach request.
 *
 * @param suspect a send may have happened: the provider is asked before anything is sent
 * @param failures how often in a row it could not be handed over, or the provider did not say
 * @param absent the latest attempt that the provider was asked for and does not have
 */
public record DueTimer(String patient, boolean suspect, int failures, int absent)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static DueTimer fresh(String patient) {
    return new DueTimer(patient, false, 0, 0);
  }

  DueTimer asSuspect() {
    return new DueTimer(patient, true, failures, absent);
  }

  DueTimer trusted() {
    return new DueTimer(patient, false, failures, absent);
  }

  /** The provider does not have it; what failed before still counts. */
  DueTimer cleared(int attempt) {
    return new DueTimer(patient, false, failures, attempt);
  }

  DueTimer failed(boolean maySendHaveHappened) {
    return new DueTimer(patient, maySendHaveHappened, failures + 1, absent);
  }
}
