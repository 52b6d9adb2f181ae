package health.anbu.outreach.route;

import health.anbu.outreach.plan.Change;
import java.util.Collection;

/** Wants to look at patients again after they were reconciled, as the VIP review does. */
public interface PatientFollower {

  void reconciled(Collection<String> patients);

  /** What changed, after the patients it concerns were reconciled. */
  default void changed(Collection<Change> changes) {}
}
