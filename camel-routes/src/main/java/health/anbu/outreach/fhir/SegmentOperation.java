package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import health.anbu.outreach.plan.Condition;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Segment;
import health.anbu.outreach.plan.Situation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * {@code Group/[id]/$segment-members?date=}: who belongs to a segment at the end of a day. What
 * happened later is not looked at, so the same day gives the same members; with the {@code known}
 * of an answer also after records of that time were corrected.
 */
public final class SegmentOperation implements OutreachOperations {

  private static final int PAGE = 100;

  /** Somebody should look twice before that many hear the same. */
  private static final int HUGE = 10_000;

  private final Planning planning;
  private final FhirStore source;
  private final FhirStore plans;
  private final FhirPaths paths;
  private final Clock clock;
  private final ZoneId zone;

  public SegmentOperation(
      Planning planning,
      FhirStore source,
      FhirStore plans,
      FhirPaths paths,
      Clock clock,
      ZoneId zone) {
    this.planning = planning;
    this.source = source;
    this.plans = plans;
    this.paths = paths;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * @param date the local day, today without it
   * @param known with the records as they were known then; as they are now without it
   */
  @Operation(name = "$segment-members", typeName = "Group", idempotent = true)
  public Parameters members(
      @IdParam IdType id,
      @OperationParam(name = "date", max = 1) StringType date,
      @OperationParam(name = "known", max = 1) StringType known) {
    LocalDate day =
        date == null || !date.hasValue()
            ? clock.instant().atZone(zone).toLocalDate()
            : AsOf.day("date", date.getValue());
    Instant at =
        known == null || !known.hasValue()
            ? clock.instant()
            : AsOf.instant("known", known.getValue(), zone);
    Planning then = at.isBefore(clock.instant()) ? planning.asOf(at) : planning;
    Segment segment = segment(id.getIdPart());
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    TreeSet<String> members = new TreeSet<>();
    int[] asked = {0};
    source.ids(
        Query.of("Patient").pageSize(PAGE),
        page -> {
          asked[0] += page.size();
          members.addAll(members(then, segment, page, end));
        });
    return answer(day, at, members, asked[0]);
  }

  private List<String> members(
      Planning then, Segment segment, Collection<String> patients, Instant end) {
    Map<String, PatientFacts> facts = then.facts(patients);
    return facts.values().stream()
        .filter(patient -> belongs(segment, patient, end))
        .map(PatientFacts::id)
        .toList();
  }

  private boolean belongs(Segment segment, PatientFacts patient, Instant end) {
    return patient.mergedInto() == null
        && segment.test(new Situation(patient, patient.evidence(), end, zone))
            == Condition.Answer.TRUE;
  }

  private Segment segment(String id) {
    Group group =
        plans
            .read(Group.class, id)
            .orElseThrow(() -> Refusals.notFound("Group/" + id + " is not on the server"));
    try {
      return new SegmentReader(paths).read(group);
    } catch (FhirPaths.Refused e) {
      throw Refusals.invalid(e.getMessage());
    }
  }

  private Parameters answer(LocalDate day, Instant known, TreeSet<String> members, int asked) {
    Parameters answer = new Parameters();
    answer.addParameter().setName("date").setValue(new DateType(day.toString()));
    answer.addParameter().setName("known").setValue(Times.dateTime(known, zone));
    answer.addParameter().setName("count").setValue(new IntegerType(members.size()));
    String warning = warning(members.size(), asked);
    if (warning != null) {
      answer.addParameter().setName("warning").setValue(new StringType(warning));
    }
    members.forEach(
        id -> answer.addParameter().setName("member").setValue(new Reference("Patient/" + id)));
    return answer;
  }

  /** Mostly a mistake in the criteria: nobody, everybody, or very many. */
  static String warning(int members, int asked) {
    if (members == 0) {
      return "Nobody belongs to this segment: check its characteristics.";
    }
    if (members == asked && asked > 1 || members > HUGE) {
      return "%d of %d patients belong to this segment: check that so many are meant."
          .formatted(members, asked);
    }
    return null;
  }
}
