package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.HolidayRule;
import health.anbu.outreach.plan.Offset;
import health.anbu.outreach.plan.Recurrence;
import health.anbu.outreach.plan.Timing;
import health.anbu.outreach.plan.When;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PlanDefinition;

/** Reads the extensions of a step, and of its scenario, that say more about its time. */
final class TimingReader {

  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.of(
          "mon", DayOfWeek.MONDAY,
          "tue", DayOfWeek.TUESDAY,
          "wed", DayOfWeek.WEDNESDAY,
          "thu", DayOfWeek.THURSDAY,
          "fri", DayOfWeek.FRIDAY,
          "sat", DayOfWeek.SATURDAY,
          "sun", DayOfWeek.SUNDAY);

  private TimingReader() {}

  static Timing read(String step, PlanDefinition plan, Element action) throws FhirPaths.Refused {
    return new Timing(
        weekdays(step, action),
        holidays(step, action),
        duration(step, action, "spread"),
        until(step, plan, action),
        recurrence(step, action),
        Extensions.first(action, "digest").flatMap(Extensions::text).orElse(null));
  }

  private static Set<DayOfWeek> weekdays(String step, Element action) throws FhirPaths.Refused {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (Extension extension : action.getExtensionsByUrl(Words.extension("send-weekday"))) {
      String code = Extensions.text(extension).orElse("");
      if (!WEEKDAYS.containsKey(code)) {
        throw new FhirPaths.Refused(
            "the step " + step + " has the send-weekday '" + code + "': use mon to sun");
      }
      days.add(WEEKDAYS.get(code));
    }
    return days;
  }

  private static HolidayRule holidays(String step, Element action) throws FhirPaths.Refused {
    Optional<Extension> extension = Extensions.first(action, "holiday-rule");
    if (extension.isEmpty()) {
      return HolidayRule.SEND;
    }
    String code = Extensions.text(extension.get()).orElse("");
    return HolidayRule.of(code)
        .orElseThrow(
            () ->
                new FhirPaths.Refused(
                    "the step "
                        + step
                        + " has the holiday-rule '"
                        + code
                        + "': use send, next-working-day or previous-working-day"));
  }

  private static Offset duration(String step, Element action, String name)
      throws FhirPaths.Refused {
    Optional<Extension> extension = Extensions.first(action, name);
    return extension.isEmpty()
        ? null
        : ScenarioReader.offset(step, (Duration) extension.get().getValue());
  }

  /** The earlier of the scenario's and the step's. */
  private static When until(String step, PlanDefinition plan, Element action)
      throws FhirPaths.Refused {
    When whole = until(step, Extensions.of(plan, "until"));
    When own = until(step, Extensions.first(action, "until").stream().toList());
    if (whole == null || own == null) {
      return whole == null ? own : whole;
    }
    return moment(own).isBefore(moment(whole)) ? own : whole;
  }

  private static When until(String step, List<Extension> extensions) throws FhirPaths.Refused {
    if (extensions.isEmpty()) {
      return null;
    }
    When until = Times.when((DateTimeType) extensions.get(0).getValue());
    if (!until.known()) {
      throw new FhirPaths.Refused(
          "until of the step " + step + " must be a day or an instant with its offset");
    }
    return until;
  }

  /** Good enough to see which is earlier: a day ends when the next one begins. */
  private static Instant moment(When until) {
    return until instanceof When.Day day
        ? day.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
        : until.in(ZoneOffset.UTC).toInstant();
  }

  private static Recurrence recurrence(String step, Element action) throws FhirPaths.Refused {
    Offset every = duration(step, action, "recurrence");
    if (every == null) {
      return null;
    }
    Integer count =
        Extensions.first(action, "recurrence-count")
            .map(Extension::getValue)
            .filter(IntegerType.class::isInstance)
            .map(value -> ((IntegerType) value).getValue())
            .orElse(null);
    try {
      return new Recurrence(every, count);
    } catch (IllegalArgumentException e) {
      throw new FhirPaths.Refused("recurrence of the step " + step + ": " + e.getMessage());
    }
  }
}
