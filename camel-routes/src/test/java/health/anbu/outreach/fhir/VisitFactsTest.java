package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.anbu.outreach.plan.Condition.Answer;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Situation;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitFactsTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final FhirPaths paths = new FhirPaths(FhirContext.forR4Cached());
  private final MemoryFhirStore store = new MemoryFhirStore();
  private final Reference kim = new Reference("Patient/kim");

  @BeforeEach
  void knowThePatient() {
    store.put(new Patient().setId("kim"));
  }

  @Nested
  class MonthsSinceTheLastVisit {

    @Test
    void countAsTheOffsetsOfStepsDo() throws FhirPaths.Refused {
      visit("e1", "2025-11-30T10:00:00+09:00");
      assertThat(holds("%monthsSinceLastVisit = 3", "2026-02-28T10:00:00+09:00")).isTrue();
      assertThat(holds("%monthsSinceLastVisit = 2", "2026-02-27T10:00:00+09:00")).isTrue();
    }

    @Test
    void areUnknownWithoutAVisit() throws FhirPaths.Refused {
      assertThat(holds("%monthsSinceLastVisit.empty()", "2026-02-28T10:00:00+09:00")).isTrue();
    }
  }

  @Nested
  class VisitsBefore {

    @Test
    void countTheDaysBeforeThatOfTheAnchor() throws FhirPaths.Refused {
      visit("e1", "2026-01-10T10:00:00+09:00");
      visit("e2", "2026-01-10T15:00:00+09:00");
      Encounter third = visit("e3", "2026-02-10T10:00:00+09:00");
      assertThat(holds("%visitsBefore = 1", third, "2026-02-10T11:00:00+09:00")).isTrue();
      assertThat(holds("%visitsBefore = 0", first(), "2026-02-10T11:00:00+09:00")).isTrue();
    }

    @Test
    void ofABookingAreThoseBeforeItsDay() throws FhirPaths.Refused {
      visit("e1", "2026-02-10T10:00:00+09:00");
      Appointment sameDay = appointment("a1", "2026-02-10T09:30:00+09:00");
      assertThat(holds("%visitsBefore = 0", sameDay, "2026-02-11T11:00:00+09:00")).isTrue();
      Appointment later = appointment("a2", "2026-02-11T09:30:00+09:00");
      assertThat(holds("%visitsBefore = 1", later, "2026-02-11T11:00:00+09:00")).isTrue();
    }

    private Encounter first() {
      return visit("e1", "2026-01-10T10:00:00+09:00");
    }
  }

  @Nested
  class DaysSinceTheAnchor {

    @Test
    void areDaysOfTheClinicsCalendar() throws FhirPaths.Refused {
      Procedure late = treatment("2026-03-31T23:30:00+09:00");
      assertThat(holds("%daysSinceAnchor = 1", late, "2026-04-01T08:00:00+09:00")).isTrue();
      assertThat(holds("%daysSinceAnchor = 14", treatment("2026-03-31"), "2026-04-14T00:00:00Z"))
          .isTrue();
    }

    @Test
    void areUnknownWhereTheDayIs() throws FhirPaths.Refused {
      Procedure some = treatment("2026-03");
      assertThat(holds("%daysSinceAnchor.empty()", some, "2026-04-01T08:00:00+09:00")).isTrue();
    }

    private Procedure treatment(String performed) {
      Procedure treatment = new Procedure().setPerformed(new DateTimeType(performed));
      return treatment.setSubject(kim);
    }
  }

  @Nested
  class TheNextAppointment {

    @Test
    void isTheFirstThatStandsAndIsStillToCome() throws FhirPaths.Refused {
      appointment("a1", "2026-02-01T10:00:00+09:00");
      store.put(
          appointment("a2", "2026-03-05T10:00:00+09:00").setStatus(AppointmentStatus.CANCELLED));
      appointment("a3", "2026-03-09T10:00:00+09:00");
      assertThat(holds("%nextAppointment = @2026-03-09T10:00:00+09:00", "2026-03-01T00:00:00Z"))
          .isTrue();
      assertThat(holds("%nextAppointment.empty()", "2026-03-09T01:00:00Z")).isTrue();
    }
  }

  private Encounter visit(String id, String start) {
    Encounter visit = new Encounter().setStatus(EncounterStatus.FINISHED).setSubject(kim);
    visit.getPeriod().setStartElement(new DateTimeType(start));
    visit.setId(id);
    store.put(visit);
    return visit;
  }

  private Appointment appointment(String id, String start) {
    Appointment appointment = new Appointment().setStatus(AppointmentStatus.BOOKED);
    appointment.setStartElement(new InstantType(start)).addParticipant().setActor(kim);
    appointment.setId(id);
    store.put(appointment);
    return appointment;
  }

  private boolean holds(String expression, String now) throws FhirPaths.Refused {
    return holds(expression, (Resource) new Patient().setId("kim"), now);
  }

  private boolean holds(String expression, Resource anchor, String now) throws FhirPaths.Refused {
    PatientFacts facts =
        new FactsReader(store, store, new PhoneNumbers("KR"))
            .read(List.of("kim"), SEOUL)
            .get("kim");
    Situation situation =
        new Situation(
            facts, new FhirEvidence(anchor), OffsetDateTime.parse(now).toInstant(), SEOUL);
    return paths.condition(expression).test(situation) == Answer.TRUE;
  }
}
