package health.anbu.outreach.plan;

import health.anbu.outreach.calendar.OwnDays;
import health.anbu.outreach.calendar.WorkingDays;
import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One patient of a clinic in Seoul, the scenarios, and a clock: what a planner test starts from.
 */
final class Scene {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final String BOTOX = "botox";

  /** A resource of which only the reference matters. */
  record Paper(String reference, String unknownModifier) implements Evidence {
    Paper(String reference) {
      this(reference, null);
    }

    @Override
    public String versioned() {
      return reference + "/_history/1";
    }
  }

  Instant now = at("2026-04-01T09:00:00+09:00");
  boolean active = true;
  boolean deceased;
  String mergedInto;
  String patientModifier;
  LocalDate birthDate = LocalDate.of(1988, 4, 12);
  LocalDate bornBy;
  ZoneId zone;
  ZoneId clinicZone = SEOUL;
  WorkingDays workingDays = WorkingDays.usual("KR");
  OwnDays days = OwnDays.UNSAID;
  String zoneText;
  int sharedWith;
  health.anbu.outreach.contact.SharedNumber sharedNumber =
      health.anbu.outreach.contact.SharedNumber.NEUTRAL;
  String country;
  List<String> override = List.of();
  final List<Surroundings.Guardian> guardians = new ArrayList<>();
  final List<Surroundings.ComplaintSpan> complaints = new ArrayList<>();
  Instant goLive;
  String jurisdiction = "KR";
  List<String> channels = List.of("kakao", "sms");
  List<Address> addresses = List.of(new Address(Address.Kind.MOBILE, "+821000000001"));
  final List<ClinicalEvent> events = new ArrayList<>();
  final List<ConsentRecord> consents = new ArrayList<>();
  List<RequestRecord> requests = new ArrayList<>();
  final List<MessageRecord> messages = new ArrayList<>();
  final List<Contact> contacts = new ArrayList<>();
  final List<Scenario> scenarios = new ArrayList<>();

  static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  // --- scenarios

  static Anchor procedures(String... codes) {
    Set<Code> set = new java.util.HashSet<>();
    for (String code : codes) {
      set.add(new Code("t", code));
    }
    Trigger trigger =
        new Trigger("Procedure", Map.of("code", new CodeSet(set, Set.of())), Set.of());
    return new Anchor.Event(List.of(trigger), started());
  }

  static Anchor appointments() {
    return new Anchor.Event(
        List.of(new Trigger("Appointment", Map.of(), Set.of("booked"))), started());
  }

  /** In a scene the date of an event stands in its evidence. */
  private static DateExpression started() {
    return new DateExpression() {
      @Override
      public String expression() {
        return "started";
      }

      @Override
      public When read(Evidence anchor) {
        return ((Dated) anchor).when();
      }
    };
  }

  /** Evidence that knows its date. */
  record Dated(String reference, When when, String unknownModifier) implements Evidence {
    Dated(String reference, When when) {
      this(reference, when, null);
    }

    @Override
    public String versioned() {
      return reference + "/_history/1";
    }
  }

  static Step after(String id, Offset offset, Purpose purpose) {
    return step(id, Step.Direction.AFTER, offset, purpose, null);
  }

  static Step before(String id, Offset offset) {
    return step(id, Step.Direction.BEFORE, offset, Purpose.TRANSACTIONAL, null);
  }

  static Step atOnce(String id) {
    return step(id, Step.Direction.AT_ONCE, Offset.ZERO, Purpose.TRANSACTIONAL, null);
  }

  static Step step(
      String id, Step.Direction direction, Offset offset, Purpose purpose, Offset validFor) {
    return new Step(
        id,
        id,
        direction,
        offset,
        SendWindow.OFFICE_HOURS,
        validFor,
        purpose,
        "a|1",
        null,
        List.of());
  }

  static Step in(SendWindow window, Step step) {
    return new Step(
            step.id(),
            step.title(),
            step.direction(),
            step.offset(),
            window,
            step.validFor(),
            step.purpose(),
            step.activity(),
            step.priority(),
            step.conditions())
        .with(step.timing());
  }

  /** The same step at times that are said by one change to the usual ones. */
  static Step at(Step step, java.util.function.UnaryOperator<Timing> change) {
    return step.with(change.apply(step.timing()));
  }

  static Timing on(Timing t, java.time.DayOfWeek... days) {
    return new Timing(Set.of(days), t.holidays(), t.spread(), t.until(), t.recurrence());
  }

  static Timing holidays(Timing t, HolidayRule rule) {
    return new Timing(t.weekdays(), rule, t.spread(), t.until(), t.recurrence());
  }

  static Timing spread(Timing t, Offset over) {
    return new Timing(t.weekdays(), t.holidays(), over, t.until(), t.recurrence());
  }

  static Timing until(Timing t, String moment) {
    return new Timing(t.weekdays(), t.holidays(), t.spread(), when(moment), t.recurrence());
  }

  static Timing every(Timing t, Offset every, Integer count) {
    return t.recurring(new Recurrence(every, count));
  }

  static Offset months(int amount) {
    return new Offset(amount, Offset.Unit.MONTH);
  }

  static Offset days(int amount) {
    return new Offset(amount, Offset.Unit.DAY);
  }

  static Offset hours(int amount) {
    return new Offset(amount, Offset.Unit.HOUR);
  }

  static Scenario scenario(String id, Anchor anchor, Step... steps) {
    return new Scenario(
        id, id + "|1", id, true, anchor, List.of(), Set.of(), List.of(), List.of(steps));
  }

  static Scenario with(
      Scenario s, List<Condition> conditions, Set<String> rules, List<Condition> exits) {
    return new Scenario(
        s.id(),
        s.canonical(),
        s.title(),
        s.current(),
        s.anchor(),
        conditions,
        rules,
        exits,
        s.steps());
  }

  static Scenario version(Scenario s, String version) {
    return new Scenario(
        s.id(),
        s.id() + "|" + version,
        s.title(),
        s.current(),
        s.anchor(),
        s.conditions(),
        s.exitRules(),
        s.exits(),
        s.steps());
  }

  static Condition says(Condition.Answer answer) {
    return new Condition() {
      @Override
      public String expression() {
        return "said";
      }

      @Override
      public Answer test(Situation situation) {
        return answer;
      }
    };
  }

  Scene plans(Scenario scenario) {
    scenarios.clear();
    scenarios.add(scenario);
    return this;
  }

  // --- facts

  Scene clock(String text) {
    now = at(text);
    return this;
  }

  Scene procedure(String id, String date) {
    return event("Procedure", id, "completed", when(date), null, BOTOX);
  }

  Scene appointment(String id, String start, String status) {
    return event("Appointment", id, status, when(start), null, "visit");
  }

  Scene encounter(String id, String start) {
    return event("Encounter", id, "finished", when(start), id, "AMB");
  }

  Scene event(String type, String id, String status, When when, String encounter, String... codes) {
    Set<Code> set = new java.util.HashSet<>();
    for (String code : codes) {
      set.add(new Code("t", code));
    }
    events.removeIf(event -> event.reference().equals(type + "/" + id));
    events.add(
        new ClinicalEvent(
            new Dated(type + "/" + id, when),
            type,
            id,
            status,
            Map.of("code", set),
            when,
            when,
            encounter));
    return this;
  }

  /** Gives this event of the scene a modifierExtension. */
  Scene modified(String reference, String url) {
    events.replaceAll(
        event ->
            event.reference().equals(reference)
                ? new ClinicalEvent(
                    new Dated(reference, event.start(), url),
                    event.type(),
                    event.id(),
                    event.status(),
                    event.codes(),
                    event.start(),
                    event.end(),
                    event.encounter())
                : event);
    return this;
  }

  Scene contact(String reference, String at) {
    contacts.add(new Contact(new Paper(reference), when(at)));
    return this;
  }

  static When when(String text) {
    if (text.length() < 10) {
      return new When.Unknown(text);
    }
    return text.length() == 10 ? new When.Day(LocalDate.parse(text)) : new When.Exact(at(text));
  }

  Scene consent(Purpose purpose, String... onlyOn) {
    consents.add(
        new ConsentRecord(
            "Consent/permit/_history/1", true, Set.of(purpose), Set.of(onlyOn), null, null, null));
    return this;
  }

  Scene optOut(Set<Purpose> purposes, String... onlyOn) {
    consents.add(
        new ConsentRecord(
            "Consent/deny/_history/1", false, purposes, Set.of(onlyOn), null, null, null));
    return this;
  }

  Scene message(String request, DeliveryStatus status) {
    messages.add(
        new MessageRecord(
            "m" + messages.size(), request, 1, "sms", Purpose.TREATMENT, status, now, null));
    return this;
  }

  PatientFacts facts() {
    return new PatientFacts(
        new Paper("Patient/p", patientModifier),
        "p",
        active,
        deceased,
        mergedInto,
        birthDate,
        "female",
        "ko",
        zone,
        zoneText,
        addresses,
        sharedWith,
        events,
        consents,
        requests,
        messages,
        null,
        0,
        contacts,
        new Surroundings(country, guardians, complaints, null, List.of(), days, bornBy));
  }

  private JurisdictionPack pack() {
    JurisdictionPack pack = JurisdictionPack.of(jurisdiction);
    return override.isEmpty() ? pack : pack.overriddenBy("own", override);
  }

  ClinicPolicy clinic() {
    return new ClinicPolicy(
        "Anbu",
        "02-123-4567",
        null,
        "ko",
        clinicZone,
        pack(),
        channels,
        FrequencyCap.NONE,
        goLive,
        null,
        workingDays,
        sharedNumber);
  }

  OutreachPlan plan() {
    return OutreachPlanner.plan(facts(), scenarios, clinic(), now);
  }

  Scene shuffled(Random random) {
    Collections.shuffle(events, random);
    Collections.shuffle(consents, random);
    return this;
  }

  // --- what came out

  List<String> keys() {
    return plan().messages().stream().map(PlannedMessage::key).toList();
  }

  String due() {
    return plan().messages().get(0).due().toOffsetDateTime().toString();
  }

  PlannedMessage only() {
    List<PlannedMessage> all = plan().messages();
    if (all.size() != 1) {
      throw new AssertionError("not one message but " + all.size() + ": " + reasons());
    }
    return all.get(0);
  }

  /** Why nothing is planned, step by step. */
  List<Reason> reasons() {
    return plan().trace().steps().stream().flatMap(step -> step.refusal().stream()).toList();
  }

  /** The rules that said no, with what they looked at. */
  Trace.Entry decisive() {
    return plan().trace().steps().stream()
        .flatMap(step -> step.entries().stream())
        .filter(entry -> !entry.passed())
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody said no"));
  }

  // --- what is written

  Reconciliation difference() {
    return Reconciliation.of(facts(), plan());
  }

  /** Carries the difference out, as the reconciler does. */
  Scene reconcile() {
    Reconciliation difference = difference();
    Map<String, RequestRecord> after = new java.util.LinkedHashMap<>();
    requests.forEach(request -> after.put(request.key(), request));
    difference.creates().forEach(c -> after.put(c.message().key(), record(c.message())));
    difference.moves().forEach(m -> after.put(m.message().key(), record(m.message())));
    difference
        .revokes()
        .forEach(
            r ->
                after.put(
                    r.request().key(),
                    changed(r.request(), RequestRecord.Status.REVOKED, r.reason().code())));
    requests = new ArrayList<>(after.values());
    return this;
  }

  Scene becomes(String key, RequestRecord.Status status, Reason reason) {
    requests.replaceAll(
        request ->
            request.key().equals(key)
                ? changed(request, status, reason == null ? null : reason.code())
                : request);
    return this;
  }

  /** Later than planned, as the dispatcher moves it. */
  Scene deferred(String key, Instant until) {
    requests.replaceAll(
        r ->
            r.key().equals(key)
                ? new RequestRecord(
                        r.evidence(),
                        r.id(),
                        r.version(),
                        r.key(),
                        r.scenario(),
                        r.canonical(),
                        r.anchor(),
                        r.purpose(),
                        r.channels(),
                        r.status(),
                        until,
                        r.plannedDue(),
                        r.anchorDate(),
                        r.reason(),
                        r.byStaff())
                    .golden(r.golden())
                : r);
    return this;
  }

  /** As it is stored: FHIR keeps seconds. */
  private static RequestRecord record(PlannedMessage message) {
    Supplier<Instant> due =
        () -> message.due().toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    return new RequestRecord(
            new Paper("CommunicationRequest/" + DerivedId.of(message.key())),
            DerivedId.of(message.key()),
            "1",
            message.key(),
            message.scenario().id(),
            message.scenario().canonical(),
            message.anchor().reference(),
            message.permit().sentAs(),
            message.permit().channels(),
            RequestRecord.Status.ACTIVE,
            due.get(),
            due.get(),
            message.anchorDate().toInstant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            null,
            false)
        .golden(message.step().golden() == null ? null : message.step().golden().planned());
  }

  private static RequestRecord changed(
      RequestRecord r, RequestRecord.Status status, String reason) {
    boolean byStaff = status == RequestRecord.Status.REVOKED && reason == null;
    return new RequestRecord(
            r.evidence(),
            r.id(),
            r.version(),
            r.key(),
            r.scenario(),
            r.canonical(),
            r.anchor(),
            r.purpose(),
            r.channels(),
            status,
            r.due(),
            r.plannedDue(),
            r.anchorDate(),
            reason,
            byStaff)
        .golden(r.golden());
  }

  RequestRecord request(String key) {
    return requests.stream().filter(r -> r.key().equals(key)).findFirst().orElseThrow();
  }
}
