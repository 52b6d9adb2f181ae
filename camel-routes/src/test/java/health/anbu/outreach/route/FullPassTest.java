package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.fhir.FactsReader;
import health.anbu.outreach.fhir.FhirPaths;
import health.anbu.outreach.fhir.GonePatients;
import health.anbu.outreach.fhir.MemoryFhirStore;
import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.fhir.RequestWriter;
import health.anbu.outreach.fhir.ScenarioCatalog;
import health.anbu.outreach.plan.Change;
import health.anbu.outreach.plan.ClinicPolicy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What timestamps do not show, found by looking at everyone; the source is a server of its own. */
class FullPassTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), SEOUL);
  private static final Path GUIDE = Path.of("../implementation-guide/fsh-generated/resources");

  private final MemoryFhirStore source = new MemoryFhirStore();
  private final MemoryFhirStore plans = new MemoryFhirStore().takingAnyReference();
  private final ChangeIntake intake = intake();

  private ChangeIntake intake() {
    ClinicPolicy clinic =
        new ClinicPolicy(
            "안부의원",
            "02-555-0100",
            null,
            "ko",
            SEOUL,
            JurisdictionPack.of("KR"),
            List.of("sms"),
            new FrequencyCap(10, Duration.ofDays(1)),
            null);
    ScenarioCatalog catalog = new ScenarioCatalog(plans, new FhirPaths(FhirContext.forR4Cached()));
    PatientReconciler reconciler =
        new PatientReconciler(
            new FactsReader(source, plans, new PhoneNumbers("KR")),
            catalog,
            plans,
            new RequestWriter(SEOUL),
            clinic,
            CLOCK,
            timers());
    return new ChangeIntake(
        reconciler,
        catalog,
        source,
        new GonePatients(source, plans),
        new MemoryOutbox(),
        List.of(),
        new DeadLetters(plans, SEOUL, CLOCK));
  }

  private static Timers timers() {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return new Timers(database, CLOCK, "test", 1, due -> {});
  }

  @BeforeEach
  void anAppointmentOfEachOfTwoPatientsIsPlannedFor() {
    plans.put(
        RunningRoutes.read(GUIDE.resolve("ActivityDefinition-complaint-acknowledgement.json")));
    for (String step : List.of("confirmation", "three-days-before", "one-day-before")) {
      plans.put(
          RunningRoutes.read(
              GUIDE.resolve("ActivityDefinition-appointment-reminder-" + step + ".json")));
    }
    plans.put(
        RunningRoutes.read(GUIDE.resolve("PlanDefinition-appointment-reminder.json"))
            .replaceFirst("\"status\": *\"draft\"", "\"status\": \"active\""));
    booked("one", "010-5555-0001");
    booked("two", "010-5555-0002");
    intake.reconcileEveryone();
    assertThat(planned("one")).isEqualTo(3);
    assertThat(planned("two")).isEqualTo(3);
  }

  private void booked(String patient, String phone) {
    source.put(
        """
        {"resourceType": "Patient", "id": "%s", "name": [{"family": "김", "given": ["하나"]}],
         "birthDate": "1988-04-12", "telecom": [{"system": "phone", "value": "%s"}]}
        """
            .formatted(patient, phone));
    source.put(
        """
        {"resourceType": "Appointment", "id": "%1$s", "status": "booked",
         "start": "2026-03-20T14:00:00+09:00", "end": "2026-03-20T14:30:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient));
  }

  private long planned(String patient) {
    return plans.references().stream()
        .filter(reference -> reference.startsWith("CommunicationRequest/"))
        .map(plans::json)
        .filter(json -> json.contains("\"Patient/" + patient + "\""))
        .filter(json -> json.contains("\"status\":\"active\""))
        .count();
  }

  @Test
  void changesNothingWhereNothingChanged() {
    int before = plans.transactions();

    intake.reconcileEveryone();

    assertThat(plans.transactions()).isEqualTo(before);
  }

  @Test
  void goesOnWhileSingleChangesAreWorkedOn() {
    booked("three", "010-5555-0003");
    plans.put(
        plans.json("PlanDefinition/appointment-reminder").replace("\"active\"", "\"retired\""));
    Change scenario = change(1, "PlanDefinition", "appointment-reminder");
    Change patient = change(2, "Patient", "three");

    intake.process(intake.claim(List.of(scenario, patient)));

    // Single changes were worked on when it returns, by what the scenarios are now.
    assertThat(planned("three")).isZero();
    await().until(intake::isIdle);
    assertThat(planned("one") + planned("two") + planned("three")).isZero();
    assertThat(intake.progress().patients()).isEqualTo(3);
  }

  private static Change change(long id, String type, String resource) {
    Set<String> patients = type.equals("Patient") ? Set.of(resource) : Set.of();
    return new Change(id, type, resource, "2", Change.Action.UPDATED, patients);
  }

  @Test
  void withdrawsFromAPatientWhoWasDeleted() {
    source.delete("Appointment/one");
    source.delete("Patient/one");

    intake.reconcileEveryone();

    assertThat(planned("one")).isZero();
    assertThat(planned("two")).isEqualTo(3);
  }

  @Test
  void withdrawsWhatCountedFromARecordThatWasDeleted() {
    source.delete("Appointment/one");

    intake.reconcileEveryone();

    assertThat(planned("one")).isZero();
    assertThat(planned("two")).isEqualTo(3);
  }
}
