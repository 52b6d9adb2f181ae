package health.anbu.outreach.fhir;

import health.anbu.outreach.calendar.OwnDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceNotAvailableComponent;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Period;

/**
 * The days on which somebody is there: a day on which any of the clinic's services works is a
 * working day, and one that all of them name as not available is none.
 */
final class ClinicDays {

  /** No holiday of a clinic is longer; what says it is was never closed again. */
  private static final int LONGEST = 100;

  private ClinicDays() {}

  static OwnDays of(List<HealthcareService> services, List<Location> locations) {
    List<HealthcareService> saying =
        services.stream().filter(service -> service.hasAvailableTime()).toList();
    Set<DayOfWeek> open = new HashSet<>();
    saying.forEach(
        service -> service.getAvailableTime().forEach(time -> add(time.getDaysOfWeek(), open)));
    if (saying.isEmpty()) {
      locations.stream()
          .flatMap(location -> location.getHoursOfOperation().stream())
          .forEach(hours -> add(hours.getDaysOfWeek(), open));
    }
    return new OwnDays(
        open.isEmpty() ? null : EnumSet.complementOf(EnumSet.copyOf(open)), closed(services));
  }

  /** Hours without a weekday are those of every day. */
  private static void add(List<? extends Enumeration<?>> days, Set<DayOfWeek> open) {
    if (days.isEmpty()) {
      open.addAll(EnumSet.allOf(DayOfWeek.class));
    }
    days.forEach(day -> open.addAll(day(day.getCode())));
  }

  private static List<DayOfWeek> day(String code) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(code))
        .toList();
  }

  private static Set<LocalDate> closed(List<HealthcareService> services) {
    List<Set<LocalDate>> each = new ArrayList<>();
    services.forEach(
        service ->
            each.add(
                service.getNotAvailable().stream()
                    .map(HealthcareServiceNotAvailableComponent::getDuring)
                    .flatMap(ClinicDays::dates)
                    .collect(Collectors.toSet())));
    return each.stream()
        .reduce(
            (some, others) -> {
              some.retainAll(others);
              return some;
            })
        .orElse(Set.of());
  }

  private static Stream<LocalDate> dates(Period during) {
    LocalDate from = date(during.getStartElement());
    LocalDate to = date(during.getEndElement());
    if (from == null || to == null || to.isBefore(from)) {
      return Stream.empty();
    }
    return ChronoUnit.DAYS.between(from, to) > LONGEST
        ? Stream.empty()
        : from.datesUntil(to.plusDays(1));
  }

  /** As written: a clinic closes by its own calendar. */
  private static LocalDate date(BaseDateTimeType value) {
    String text = value == null ? null : value.getValueAsString();
    return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
  }
}
