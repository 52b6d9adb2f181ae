package health.anbu.outreach.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RevisitRateTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ReportPeriod YEAR = ReportPeriod.year(2026);

  private static Visit visit(String patient, String date) {
    return at(patient, LocalDate.parse(date).atTime(10, 0).atZone(SEOUL).toInstant(), "finished");
  }

  private static Visit at(String patient, Instant start, String status) {
    return new Visit(patient, start, status);
  }

  private static RevisitRate rate(Visit... visits) {
    return RevisitRate.of(List.of(visits), YEAR, SEOUL);
  }

  @Nested
  class ARevisit {
    @Test
    void countsUpToTheHundredAndEightiethDay() {
      assertThat(rate(visit("kim", "2026-01-10"), visit("kim", "2026-07-09")))
          .isEqualTo(new RevisitRate(1, 1));
      assertThat(rate(visit("kim", "2026-01-10"), visit("kim", "2026-07-10")))
          .isEqualTo(new RevisitRate(0, 1));
    }

    @Test
    void doesNotCountOnTheSameLocalDay() {
      assertThat(rate(visit("kim", "2026-01-10"), visit("kim", "2026-01-10")))
          .isEqualTo(new RevisitRate(0, 1));
    }

    @Test
    void countsAcrossTheLocalMidnight() {
      assertThat(
              rate(
                  at("kim", Instant.parse("2026-01-10T14:59:00Z"), "finished"),
                  at("kim", Instant.parse("2026-01-10T15:00:00Z"), "finished")))
          .isEqualTo(new RevisitRate(1, 1));
    }

    @Test
    void countsAfterTheEndOfThePeriod() {
      assertThat(rate(visit("kim", "2026-12-31"), visit("kim", "2027-06-29")))
          .isEqualTo(new RevisitRate(1, 1));
    }

    @Test
    void isMeasuredFromTheFirstVisitOfThePeriodOnly() {
      assertThat(
              rate(
                  visit("kim", "2026-01-10"),
                  visit("kim", "2026-08-01"),
                  visit("kim", "2026-08-08")))
          .isEqualTo(new RevisitRate(0, 1));
    }

    @Test
    void isNotAVisitBeforeThePeriod() {
      assertThat(rate(visit("kim", "2025-12-31"), visit("kim", "2026-01-10")))
          .isEqualTo(new RevisitRate(0, 1));
    }
  }

  @Nested
  class APatient {
    @Test
    void countsOnlyWithAFinishedVisit() {
      Instant start = Instant.parse("2026-03-01T01:00:00Z");
      assertThat(
              rate(
                  at("a", start, "planned"),
                  at("b", start, "cancelled"),
                  at("c", start, "entered-in-error"),
                  at("d", start, "in-progress"),
                  at("e", start, null)))
          .isEqualTo(new RevisitRate(0, 0));
    }

    @Test
    void countsOnlyWithAVisitInThePeriod() {
      assertThat(rate(visit("kim", "2027-01-01"), visit("kim", "2027-02-01")))
          .isEqualTo(new RevisitRate(0, 0));
    }

    @Test
    void countsOnTheFirstAndTheLastDay() {
      assertThat(rate(visit("kim", "2026-01-01"), visit("lee", "2026-12-31")).denominator())
          .isEqualTo(2);
    }
  }

  @Nested
  class TheScore {
    @Test
    void hasFourDecimalsRoundedHalfUp() {
      assertThat(new RevisitRate(2, 3).score()).contains(new BigDecimal("0.6667"));
      assertThat(new RevisitRate(1, 3).score()).contains(new BigDecimal("0.3333"));
      assertThat(new RevisitRate(1, 32).score()).contains(new BigDecimal("0.0313"));
      assertThat(new RevisitRate(4, 4).score()).contains(new BigDecimal("1.0000"));
    }

    @Test
    void isAbsentWithoutPatients() {
      assertThat(new RevisitRate(0, 0).score()).isEmpty();
    }
  }

  @Nested
  class AgainstADirectReadingOfTheDefinition {
    @Test
    void agreesInAnyOrderOnRandomVisits() {
      Random random = new Random(20260301);
      for (int i = 0; i < 50; i++) {
        List<Visit> visits = randomVisits(random);
        RevisitRate expected = byDefinition(visits);
        Collections.shuffle(visits, random);
        assertThat(RevisitRate.of(visits, YEAR, SEOUL)).isEqualTo(expected);
      }
    }

    private List<Visit> randomVisits(Random random) {
      Instant start = Instant.parse("2025-10-01T00:00:00Z");
      List<Visit> visits = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        Instant at = start.plus(random.nextInt(800 * 24), ChronoUnit.HOURS);
        visits.add(
            at("p" + random.nextInt(80), at, random.nextInt(5) > 0 ? "finished" : "planned"));
      }
      return visits;
    }

    private RevisitRate byDefinition(List<Visit> visits) {
      int came = 0;
      int again = 0;
      for (String patient : visits.stream().map(Visit::patient).distinct().toList()) {
        List<LocalDate> dates = dates(patient, visits);
        LocalDate first =
            dates.stream().filter(this::inPeriod).min(Comparator.naturalOrder()).orElse(null);
        if (first != null) {
          came++;
          again += dates.stream().anyMatch(date -> isRevisit(first, date)) ? 1 : 0;
        }
      }
      return new RevisitRate(again, came);
    }

    private List<LocalDate> dates(String patient, List<Visit> visits) {
      return visits.stream()
          .filter(visit -> visit.patient().equals(patient) && visit.status().equals("finished"))
          .map(visit -> visit.start().atZone(SEOUL).toLocalDate())
          .toList();
    }

    private boolean inPeriod(LocalDate date) {
      return date.getYear() == 2026;
    }

    private boolean isRevisit(LocalDate first, LocalDate date) {
      return date.isAfter(first) && !date.isAfter(first.plusDays(180));
    }
  }

  @Nested
  class Messages {
    @Test
    void areCountedByStatusChannelAndScenario() {
      MessageOutcomes outcomes = new MessageOutcomes();
      outcomes.add(new MessageOutcome("delivered", "sms", "botox-retouch"));
      outcomes.add(new MessageOutcome("delivered", "kakao", "botox-retouch"));
      outcomes.add(new MessageOutcome("delivered", "kakao", "botox-retouch"));
      outcomes.add(new MessageOutcome("failed-permanent", "kakao", "welcome"));
      assertThat(outcomes.total()).isEqualTo(4);
      assertThat(outcomes.byStatus())
          .containsEntry("delivered", 3L)
          .containsEntry("failed-permanent", 1L);
      assertThat(outcomes.byChannel()).containsEntry("kakao", 3L).containsEntry("sms", 1L);
      assertThat(outcomes.byScenario()).containsEntry("botox-retouch", 3L);
      assertThat(outcomes.counts())
          .containsEntry(new MessageOutcome("delivered", "kakao", "botox-retouch"), 2L);
    }
  }
}
