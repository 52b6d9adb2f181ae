package health.anbu.outreach.route;

import javax.sql.DataSource;

/**
 * Lets the processes on one database do something one after the other, such as bringing its tables
 * up to date. H2 belongs to one process, which does it at once.
 */
public final class OneAtATime {

  private OneAtATime() {}

  public static void run(DataSource database, String what, Runnable work) {
    if (!AdvisoryLocks.areThereOn(database)) {
      work.run();
      return;
    }
    try (AdvisoryLocks locks = AdvisoryLocks.on(database)) {
      locks.await(what);
      work.run();
    }
  }
}
