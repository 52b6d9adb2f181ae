package health.anbu.outreach.route;

import java.util.Collection;

/** Wants to look at patients again after they were reconciled, as the VIP review does. */
public interface PatientFollower {

  void reconciled(Collection<String> patients);
}
