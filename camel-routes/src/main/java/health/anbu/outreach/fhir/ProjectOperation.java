package health.anbu.outreach.fhir;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.OpenHours;
import health.anbu.outreach.plan.OutreachPlan;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Projection;
import health.anbu.outreach.plan.Stop;
import health.anbu.outreach.plan.Throttling;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * {@code $project-outreach}: what will go out, by the records of now and if nothing else happens.
 * For a patient message by message; for a clinic, or for all, counted by day, scenario, channel and
 * owner.
 */
public final class ProjectOperation implements OutreachOperations {

  private static final int TOGETHER = 100;
  private static final int PAGE = 50;
  private static final Period USUAL = Period.ofDays(30);
  private static final Period FURTHEST = Period.ofDays(400);

  private final Planning planning;
  private final FhirStore source;
  private final MessageComposer composer;
  private final ClinicPolicy clinic;
  private final Function<String, Throttling.Limit> limits;
  private final Clock clock;

  /**
   * @param limits how many may go over a channel
   */
  public ProjectOperation(
      Planning planning,
      FhirStore source,
      MessageComposer composer,
      ClinicPolicy clinic,
      Function<String, Throttling.Limit> limits,
      Clock clock) {
    this.planning = planning;
    this.source = source;
    this.composer = composer;
    this.clinic = clinic;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @param until first day or instant that is no longer asked about; absent for 30 days
   * @param scenario id of one scenario; absent for all
   * @param count how many messages are listed, 50 where absent
   * @param offset how many are passed over first
   */
  @Operation(name = "$project-outreach", typeName = "Patient", idempotent = true)
  public Parameters ofPatient(
      @IdParam IdType patient,
      @OperationParam(name = "until", max = 1) StringType until,
      @OperationParam(name = "scenario", max = 1) StringType scenario,
      @OperationParam(name = "count", max = 1) IntegerType count,
      @OperationParam(name = "offset", max = 1) IntegerType offset) {
    Instant now = clock.instant();
    Instant end = end(until, now);
    PatientFacts facts = ExplainOperation.facts(planning, patient);
    Projection.Outlook outlook = Projection.of(facts, clinic, words(), now, end);
    List<ParametersParameterComponent> all = new ArrayList<>();
    outlook.sends().stream()
        .filter(send -> asked(send.message(), scenario))
        .forEach(send -> all.add(listed(send)));
    outlook.lost().stream()
        .filter(lost -> asked(lost.message(), scenario))
        .forEach(lost -> all.add(reasoned("not-sent", lost.message(), lost.at(), lost.reason())));
    outlook.held().stream()
        .filter(held -> asked(held.message(), scenario))
        .forEach(held -> all.add(reasoned("held", held.message(), held.at(), held.reason())));
    int from = Math.min(number("offset", offset, 0), all.size());
    int to = Math.min(from + number("count", count, PAGE), all.size());
    Parameters answer = answer(now, end);
    answer.addParameter().setName("total").setValue(new IntegerType(all.size()));
    all.subList(from, to).forEach(answer::addParameter);
    if (to < all.size()) {
      answer.addParameter().setName("next-offset").setValue(new IntegerType(to));
    }
    return answer;
  }

  /** The patients whom an Organization manages. */
  @Operation(name = "$project-outreach", typeName = "Organization", idempotent = true)
  public Parameters ofClinic(
      @IdParam IdType organization,
      @OperationParam(name = "until", max = 1) StringType until,
      @OperationParam(name = "scenario", max = 1) StringType scenario) {
    return counted(
        Query.of("Patient").where("organization", "Organization/" + organization.getIdPart()),
        until,
        scenario);
  }

  /** All patients. */
  @Operation(name = "$project-outreach", idempotent = true)
  public Parameters ofAll(
      @OperationParam(name = "until", max = 1) StringType until,
      @OperationParam(name = "scenario", max = 1) StringType scenario) {
    return counted(Query.of("Patient"), until, scenario);
  }

  private Parameters counted(Query patients, StringType until, StringType scenario) {
    Instant now = clock.instant();
    Instant end = end(until, now);
    List<Throttling.Wish> wishes = new ArrayList<>();
    int[] seen = new int[1];
    int[] held = new int[1];
    Words words = words();
    source.ids(
        patients.pageSize(TOGETHER),
        page -> {
          for (PatientFacts facts : new TreeMap<>(planning.facts(page)).values()) {
            seen[0]++;
            Projection.Outlook outlook = Projection.of(facts, clinic, words, now, end);
            wishes.addAll(wishes(facts, outlook));
            held[0] += held(outlook, scenario);
          }
        });
    Map<String, Count> counts = new TreeMap<>();
    int messages = 0;
    for (Throttling.Turn turn : Throttling.of(wishes, limits, clinic.zone())) {
      if (turn.at().isBefore(end) && asked(turn.send().message(), scenario)) {
        messages++;
        counts.computeIfAbsent(slot(turn), slot -> new Count(turn, clinic.zone())).add(turn);
      }
    }
    Parameters answer = answer(now, end);
    answer.addParameter().setName("patients").setValue(new IntegerType(seen[0]));
    answer.addParameter().setName("messages").setValue(new IntegerType(messages));
    answer.addParameter().setName("held").setValue(new IntegerType(held[0]));
    counts.values().forEach(count -> answer.addParameter(count.told()));
    return answer;
  }

  /** What goes with another message is no message of its own. */
  private List<Throttling.Wish> wishes(PatientFacts facts, Projection.Outlook outlook) {
    return outlook.sends().stream()
        .filter(send -> send.with() == null)
        .map(
            send ->
                new Throttling.Wish(send, at -> OpenHours.from(send.message(), facts, clinic, at)))
        .toList();
  }

  private static int held(Projection.Outlook outlook, StringType scenario) {
    return (int) outlook.held().stream().filter(held -> asked(held.message(), scenario)).count();
  }

  private Words words() {
    return new Words(planning, composer, clinic, planning.stops());
  }

  private String slot(Throttling.Turn turn) {
    return LocalDate.ofInstant(turn.at(), clinic.zone())
        + "|"
        + turn.send().message().scenario().id()
        + "|"
        + turn.send().channel()
        + "|"
        + turn.send().message().step().owner();
  }

  /** The messages of one day, scenario, channel and owner. */
  private static final class Count {
    private final LocalDate day;
    private final String scenario;
    private final String channel;
    private final String owner;
    private int messages;
    private int deferred;
    private int throttled;

    Count(Throttling.Turn turn, ZoneId zone) {
      this.day = LocalDate.ofInstant(turn.at(), zone);
      this.scenario = turn.send().message().scenario().canonical();
      this.channel = turn.send().channel();
      this.owner = turn.send().message().step().owner();
    }

    void add(Throttling.Turn turn) {
      messages++;
      deferred += turn.send().waited() == null ? 0 : 1;
      throttled += turn.throttled() ? 1 : 0;
    }

    ParametersParameterComponent told() {
      ParametersParameterComponent one = new ParametersParameterComponent().setName("count");
      one.addPart().setName("date").setValue(new DateType(day.toString()));
      one.addPart().setName("scenario").setValue(new StringType(scenario));
      one.addPart().setName("channel").setValue(new CodeType(channel));
      owned(one, owner);
      one.addPart().setName("messages").setValue(new IntegerType(messages));
      one.addPart().setName("deferred").setValue(new IntegerType(deferred));
      one.addPart().setName("throttled").setValue(new IntegerType(throttled));
      return one;
    }
  }

  /** What the words of the scenarios decide. */
  private record Words(
      Planning planning, MessageComposer composer, ClinicPolicy clinic, List<Stop> stops)
      implements Projection.Sending {

    @Override
    public Collection<PatientFacts> sharing(PatientFacts facts) {
      List<String> others = facts.surroundings().sharing();
      return others.isEmpty() ? List.of() : planning.facts(others).values();
    }

    @Override
    public OutreachPlan plan(PatientFacts facts, Instant now) {
      return planning.plan(facts, now);
    }

    @Override
    public List<String> sayable(PatientFacts facts, PlannedMessage message, List<String> channels) {
      Purpose sentAs = message.permit().sentAs();
      List<String> sayable = composer.sayable(facts, message, channels, sentAs, clinic);
      return sayable.isEmpty() ? channels : sayable;
    }

    @Override
    public boolean join(
        PatientFacts facts, List<PlannedMessage> messages, String channel, Instant now) {
      Purpose sentAs = messages.get(0).permit().sentAs();
      return composer.composeTogether(facts, messages, channel, sentAs, clinic, now)
          instanceof Rendering.Rendered;
    }
  }

  // --- what is asked and answered

  private Instant end(StringType until, Instant now) {
    Instant end =
        until == null || !until.hasValue()
            ? now.atZone(clinic.zone()).plus(USUAL).toInstant()
            : AsOf.instant("until", until.getValue(), clinic.zone());
    if (!end.isAfter(now) || end.isAfter(now.atZone(clinic.zone()).plus(FURTHEST).toInstant())) {
      throw Refusals.invalid(
          "until must be after now and within the next 400 days: give a day such as "
              + LocalDate.ofInstant(now, clinic.zone()).plusMonths(1));
    }
    return end;
  }

  private static int number(String name, IntegerType given, int usual) {
    if (given == null || !given.hasValue()) {
      return usual;
    }
    if (given.getValue() < 0) {
      throw Refusals.invalid(name + " must not be negative");
    }
    return given.getValue();
  }

  private static boolean asked(PlannedMessage message, StringType scenario) {
    return scenario == null
        || !scenario.hasValue()
        || message.scenario().id().equals(scenario.getValue());
  }

  private Parameters answer(Instant now, Instant end) {
    Parameters answer = new Parameters();
    answer.addParameter().setName("date").setValue(Times.dateTime(now, clinic.zone()));
    answer.addParameter().setName("until").setValue(Times.dateTime(end, clinic.zone()));
    return answer;
  }

  private ParametersParameterComponent listed(Projection.Send send) {
    ParametersParameterComponent one = listed("send", send.message(), send.at());
    one.addPart().setName("channel").setValue(new CodeType(send.channel()));
    one.addPart().setName("purpose").setValue(new CodeType(send.sentAs().code()));
    if (send.waited() != null) {
      one.addPart().setName("deferred").setValue(new CodeType(send.waited().code()));
    }
    one.addPart().setName("written").setValue(new BooleanType(send.written()));
    if (send.with() != null) {
      one.addPart().setName("with").setValue(new StringType(send.with()));
    }
    return one;
  }

  private ParametersParameterComponent reasoned(
      String name, PlannedMessage message, Instant at, Reason reason) {
    ParametersParameterComponent one = listed(name, message, at);
    one.addPart().setName("reason").setValue(new CodeType(reason.code()));
    return one;
  }

  private ParametersParameterComponent listed(String name, PlannedMessage message, Instant at) {
    ParametersParameterComponent one = new ParametersParameterComponent().setName(name);
    one.addPart().setName("scenario").setValue(new StringType(message.scenario().canonical()));
    one.addPart().setName("step").setValue(new StringType(message.step().id()));
    one.addPart().setName("key").setValue(new StringType(message.key()));
    one.addPart().setName("about").setValue(new Reference(message.anchor().reference()));
    one.addPart().setName("planned").setValue(Times.dateTime(message.due()));
    one.addPart().setName("at").setValue(Times.dateTime(at, clinic.zone()));
    owned(one, message.step().owner());
    return one;
  }

  private static void owned(ParametersParameterComponent one, String owner) {
    if (owner != null) {
      one.addPart().setName("owner").setValue(new Reference(owner));
    }
  }
}
