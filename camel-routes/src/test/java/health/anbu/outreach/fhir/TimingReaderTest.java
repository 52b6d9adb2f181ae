package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.plan.HolidayRule;
import health.anbu.outreach.plan.Offset;
import health.anbu.outreach.plan.Recurrence;
import health.anbu.outreach.plan.Timing;
import health.anbu.outreach.plan.When;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario says about the time of a step, read from its extensions. */
class TimingReaderTest {

  private final PlanDefinition plan = new PlanDefinition();
  private final PlanDefinitionActionComponent action = plan.addAction();

  private void says(String name, Type value) {
    action.addExtension(Words.extension(name), value);
  }

  private Timing read() throws FhirPaths.Refused {
    return TimingReader.read("ask", plan, action);
  }

  private static Duration duration(int value, String code) {
    Duration duration = new Duration();
    duration.setValue(value).setCode(code).setSystem("http://unitsofmeasure.org");
    return duration;
  }

  @Test
  void isTheUsualWhereNothingIsSaid() throws FhirPaths.Refused {
    assertThat(read()).isEqualTo(Timing.USUAL);
  }

  @Test
  void isReadInFull() throws FhirPaths.Refused {
    says("send-weekday", new CodeType("tue"));
    says("send-weekday", new CodeType("thu"));
    says("holiday-rule", new CodeType("next-working-day"));
    says("spread", duration(2, "h"));
    says("until", new DateTimeType("2026-12-31"));
    says("recurrence", duration(3, "mo"));
    says("recurrence-count", new PositiveIntType(4));
    says("digest", new StringType("after-care"));
    assertThat(read())
        .isEqualTo(
            new Timing(
                Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                HolidayRule.NEXT_WORKING_DAY,
                new Offset(2, Offset.Unit.HOUR),
                new When.Day(LocalDate.of(2026, 12, 31)),
                new Recurrence(new Offset(3, Offset.Unit.MONTH), 4),
                "after-care"));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-31, 2026-06-30", "2026-06-30, 2026-12-31"})
  void endsWithTheEarlierOfScenarioAndStep(String whole, String own) throws FhirPaths.Refused {
    plan.addExtension(Words.extension("until"), new DateTimeType(whole));
    says("until", new DateTimeType(own));
    assertThat(read().until()).isEqualTo(new When.Day(LocalDate.of(2026, 6, 30)));
  }

  @Test
  void endsWithTheScenarioWhereTheStepSaysNothing() throws FhirPaths.Refused {
    plan.addExtension(Words.extension("until"), new DateTimeType("2026-12-31T18:00:00+09:00"));
    assertThat(read().until()).isInstanceOf(When.Exact.class);
  }

  @ParameterizedTest
  @CsvSource({
    "send-weekday, today, use mon to sun",
    "holiday-rule, skip, use send",
  })
  void refusesACodeThatItDoesNotKnow(String name, String code, String advice) {
    says(name, new CodeType(code));
    assertThatThrownBy(this::read)
        .isInstanceOf(FhirPaths.Refused.class)
        .hasMessageContaining("ask")
        .hasMessageContaining(advice);
  }

  @Test
  void refusesToRecurEveryHour() {
    says("recurrence", duration(1, "h"));
    assertThatThrownBy(this::read).hasMessageContaining("days, weeks, months or years");
  }
}
