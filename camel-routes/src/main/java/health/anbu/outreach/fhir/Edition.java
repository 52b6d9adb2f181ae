package health.anbu.outreach.fhir;

/**
 * Which edition of the scenarios counts. It changes for all processes that share the work as soon
 * as one of them hears that a scenario changed.
 */
public interface Edition {

  long current();

  void next();

  /** Where one process does all the work it forgets by itself. */
  static Edition ofOneProcess() {
    return new Edition() {
      @Override
      public long current() {
        return 0;
      }

      @Override
      public void next() {
        // Nobody else has to hear of it.
      }
    };
  }
}
