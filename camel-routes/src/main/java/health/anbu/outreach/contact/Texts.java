package health.anbu.outreach.contact;

/** Checks shared by the records of this package. */
final class Texts {
  private Texts() {}

  static String require(String value, String what) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + " is missing");
    }
    return value;
  }

  static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
