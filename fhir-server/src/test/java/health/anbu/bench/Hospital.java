package health.anbu.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Patients who have all been here; every third was treated and agreed to be reminded.
 *
 * @param patients how many
 */
record Hospital(int patients) {

  static final String PATIENTS = "select count(*) from hfj_resource where res_type = 'Patient'";

  /** A measurement cannot wait for the records to become older than the overlap of a sweep. */
  static final String YESTERDAY =
      "update hfj_resource set res_updated = res_updated - interval '1 day'";

  /** So many requests there must be, one for each who was treated. */
  int eligible() {
    return (patients + 2) / 3;
  }

  List<Resource> records(int number) {
    String patient = "sweep-" + number;
    String phone = "010-%04d-%04d".formatted(2000 + number / 9999, number % 9999 + 1);
    Resource person = Resource.patient(patient, phone);
    Resource visit = Resource.visit(patient, lately());
    return number % 3 == 0
        ? List.of(person, visit, Resource.consent(patient), Resource.botox(patient, lately()))
        : List.of(person, visit);
  }

  /** The reminder, three months later, is still to come. */
  private static String lately() {
    return LocalDate.now(Clock.systemUTC()).minusDays(10).toString();
  }
}
