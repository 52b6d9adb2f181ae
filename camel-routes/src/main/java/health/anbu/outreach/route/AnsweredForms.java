package health.anbu.outreach.route;

import health.anbu.outreach.fhir.FormTasks;
import health.anbu.outreach.plan.Change;
import java.time.Clock;
import java.util.Collection;

/** Notices that a patient has filled in a form, and asks staff to answer where that is needed. */
final class AnsweredForms implements PatientFollower {

  private final FormTasks tasks;
  private final Clock clock;

  AnsweredForms(FormTasks tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public void reconciled(Collection<String> patients) {
    // Only the answer itself matters, not that its patient was looked at again.
  }

  @Override
  public void changed(Collection<Change> changes) {
    changes.stream()
        .filter(change -> change.resourceType().equals("QuestionnaireResponse"))
        .map(Change::resourceId)
        .distinct()
        .forEach(response -> tasks.open(response, clock.instant()));
  }
}
