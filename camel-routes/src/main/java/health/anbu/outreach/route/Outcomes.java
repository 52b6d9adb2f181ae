package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Reason;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.fhir.Attempt;
import health.anbu.outreach.fhir.ConsentWriter;
import health.anbu.outreach.fhir.MessageWriter;
import health.anbu.outreach.fhir.StaffTask;
import health.anbu.outreach.fhir.TaskWriter;
import health.anbu.outreach.fhir.Write;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.RequestRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What each end of a due message looks like in the records. */
final class Outcomes {

  private static final Duration STAFF_TIME = Duration.ofHours(24);

  private final MessageWriter messages;
  private final TaskWriter tasks;
  private final ConsentWriter consents;
  private final OutreachSettings settings;
  private final Clock clock;

  Outcomes(OutreachSettings settings, Clock clock) {
    ZoneId zone = settings.clinic().zone();
    this.messages = new MessageWriter(zone);
    this.tasks = new TaskWriter(zone);
    this.consents = new ConsentWriter(zone);
    this.settings = settings;
    this.clock = clock;
  }

  Outcome held(Dispatch dispatch) {
    Attempt attempt = attempt(dispatch, DeliveryStatus.HELD, null, null, Reason.SHADOW_MODE);
    return new Outcome(
            dispatch.due(),
            dispatch.facts(),
            dispatch.request(),
            List.of(recorded(attempt, dispatch.together())),
            RequestRecord.Status.HELD,
            Reason.SHADOW_MODE,
            false,
            dispatch.due()::done)
        .with(dispatch.together());
  }

  Outcome skipped(DispatchDecision.Skip skip) {
    List<Write> others = new ArrayList<>();
    others.add(recorded(notDone(skip)));
    if (needsStaff(skip.reason())) {
      others.add(
          task(
              "exhausted-channels",
              skip.facts(),
              skip.request(),
              "A message could not be sent ("
                  + skip.reason().code()
                  + (skip.detail() == null ? "" : ": " + skip.detail())
                  + "). Reach the patient"
                  + " another way, or mend what is missing."));
    }
    return new Outcome(
        skip.due(),
        skip.facts(),
        skip.request(),
        List.of(),
        others,
        RequestRecord.Status.REVOKED,
        skip.reason(),
        skip.detail(),
        false,
        skip.due()::done);
  }

  private static boolean needsStaff(Reason reason) {
    return switch (reason) {
      case CHANNELS_EXHAUSTED, MISSING_VARIABLE, LABEL_MISSING, SENSITIVE_CONTENT, NO_LANGUAGE ->
          true;
      default -> false;
    };
  }

  private Attempt notDone(DispatchDecision.Skip skip) {
    int number = 1 + earlier(skip.facts(), skip.request());
    return new Attempt(
        DerivedId.of(skip.request().key() + "|" + number),
        skip.request().id(),
        skip.facts().id(),
        number,
        channel(skip.request()),
        skip.request().purpose(),
        List.of(),
        null,
        DeliveryStatus.SKIPPED,
        null,
        null,
        null,
        skip.reason(),
        skip.detail(),
        settings.mode().simulated());
  }

  private static String channel(RequestRecord request) {
    return request.channels().isEmpty() ? "phone" : request.channels().get(0);
  }

  private static int earlier(PatientFacts facts, RequestRecord request) {
    return facts.messages().stream()
        .filter(message -> message.speaksFor(request))
        .mapToInt(message -> message.attempt())
        .max()
        .orElse(0);
  }

  Outcome accepted(Dispatch dispatch, SendOutcome.Accepted accepted) {
    Attempt attempt =
        attempt(
            dispatch, DeliveryStatus.ACCEPTED, accepted.provider(), accepted.providerId(), null);
    return new Outcome(
            dispatch.due(),
            dispatch.facts(),
            dispatch.request(),
            List.of(recorded(attempt, dispatch.together())),
            RequestRecord.Status.COMPLETED,
            null,
            true,
            dispatch.due()::done)
        .with(dispatch.together());
  }

  /** The attempt failed for good: the next channel is tried at once, or staff hear of it. */
  Outcome failed(Dispatch dispatch, SendOutcome.Refused refused) {
    Reason reason = Reason.of(refused.reason()).orElse(Reason.PROVIDER_REJECTED);
    List<Write> others = new ArrayList<>();
    others.add(
        recorded(
            attempt(dispatch, DeliveryStatus.FAILED_PERMANENT, refused.provider(), null, reason),
            dispatch.together()));
    if (refused.optOut()) {
      others.add(
          consents.optOut(
              dispatch.facts().id(),
              dispatch.message().channel(),
              ProviderCode.of(refused.provider(), refused.code()).about(),
              dispatch.message().messageId(),
              clock.instant()));
    }
    if (!dispatch.laterChannels().isEmpty()) {
      return new Outcome(
          dispatch.due(),
          dispatch.facts(),
          dispatch.request(),
          others,
          RequestRecord.Status.ACTIVE,
          null,
          true,
          () -> dispatch.due().again(clock.instant(), DueTimer.fresh(dispatch.facts().id())));
    }
    others.add(
        task(
            "exhausted-channels",
            dispatch.facts(),
            dispatch.request(),
            "No channel reaches this patient (" + reason.code() + "). Call, or ask for a number."));
    return new Outcome(
            dispatch.due(),
            dispatch.facts(),
            dispatch.request(),
            others,
            RequestRecord.Status.REVOKED,
            Reason.CHANNELS_EXHAUSTED,
            true,
            dispatch.due()::done)
        .with(dispatch.together());
  }

  /** Nobody can say whether it went out: never again by itself, a person checks. */
  Outcome unknown(
      DueMessage due,
      PatientFacts facts,
      RequestRecord request,
      List<RequestRecord> together,
      Dispatch dispatch) {
    int number = 1 + earlier(facts, request);
    Attempt attempt =
        dispatch != null
            ? attempt(dispatch, DeliveryStatus.UNKNOWN, null, null, Reason.UNKNOWN_OUTCOME)
            : new Attempt(
                messageId(request, number),
                request.id(),
                facts.id(),
                number,
                channel(request),
                request.purpose(),
                List.of(),
                null,
                DeliveryStatus.UNKNOWN,
                null,
                null,
                clock.instant(),
                Reason.UNKNOWN_OUTCOME,
                settings.mode().simulated());
    return new Outcome(
            due,
            facts,
            request,
            List.of(
                recorded(attempt, together),
                task(
                    "check-unknown-delivery",
                    facts,
                    request,
                    "It is not known whether this message reached the provider. Check there, and call"
                        + " the patient if it did not.")),
            RequestRecord.Status.HELD,
            Reason.UNKNOWN_OUTCOME,
            true,
            due::done)
        .with(together);
  }

  /** The one that a provider may know. */
  private static String messageId(RequestRecord request, int number) {
    return request.leads()
        ? request.joined().message()
        : DerivedId.of(request.key() + "|" + number);
  }

  private Attempt attempt(
      Dispatch dispatch, DeliveryStatus status, String provider, String providerId, Reason reason) {
    return new Attempt(
            dispatch.message().messageId(),
            dispatch.request().id(),
            dispatch.facts().id(),
            dispatch.attempt(),
            dispatch.message().channel(),
            dispatch.sentAs(),
            said(dispatch.rendered()),
            dispatch.rendered().language(),
            status,
            provider,
            providerId,
            status == DeliveryStatus.HELD ? null : clock.instant(),
            reason,
            settings.mode().simulated())
        .without(dispatch.rendered().omitted());
  }

  /** A picture is told in words. */
  private static List<String> said(Rendering.Rendered rendered) {
    List<String> said = new ArrayList<>(rendered.parts());
    if (rendered.image() != null) {
      said.add(rendered.image().title() + "\n" + rendered.image().url());
    }
    return said;
  }

  private Write task(String code, PatientFacts facts, RequestRecord request, String description) {
    Instant now = clock.instant();
    return tasks.entry(
        new StaffTask(
            code,
            request.id(),
            facts.id(),
            "CommunicationRequest/" + request.id(),
            description,
            now.plus(STAFF_TIME)),
        now);
  }

  private Write recorded(Attempt attempt) {
    return recorded(attempt, List.of());
  }

  /** One message, whatever it says of how many requests. */
  private Write recorded(Attempt attempt, List<RequestRecord> together) {
    OutreachMetrics.message(attempt.channel(), attempt.status().code());
    return messages.entry(attempt, together.stream().map(RequestRecord::id).toList());
  }
}
