package health.anbu.server.check;

/**
 * One thing that was looked at.
 *
 * @param what was found, without personal data and without secrets
 * @param change what to do about it; empty where nothing is to be done
 */
record Finding(Level level, String subject, String what, String change) {

  enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String subject, String what) {
    return new Finding(Level.OK, subject, what, "");
  }

  static Finding warn(String subject, String what, String change) {
    return new Finding(Level.WARN, subject, what, change);
  }

  static Finding fail(String subject, String what, String change) {
    return new Finding(Level.FAIL, subject, what, change);
  }
}
