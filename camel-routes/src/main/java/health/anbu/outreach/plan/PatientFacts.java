package health.anbu.outreach.plan;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.ConsentRecord;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.LawEdition;
import health.anbu.outreach.contact.Permit;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is known of a patient when outreach is planned, with the requests and messages that
 * exist.
 *
 * @param mergedInto id of the patient that replaced this one, null for none
 * @param birthDate null when missing or coarser than a day
 * @param language BCP 47, null when unknown
 * @param zone of the patient, null when not recorded
 * @param zoneText the zone as recorded when it is none that exists, null otherwise
 * @param sharedWith how many other patients have one of the same numbers
 * @param vipTier A or B, null for none
 * @param referralCount how many new patients this one has referred, in total
 * @param contacts when the person turned to the clinic, also before there was a record
 * @param surroundings where the patient lives, who answers for them, what they complained of
 */
public record PatientFacts(
    Evidence evidence,
    String id,
    boolean active,
    boolean deceased,
    String mergedInto,
    LocalDate birthDate,
    String gender,
    String language,
    ZoneId zone,
    String zoneText,
    List<Address> addresses,
    int sharedWith,
    List<ClinicalEvent> events,
    List<ConsentRecord> consents,
    List<RequestRecord> requests,
    List<MessageRecord> messages,
    String vipTier,
    int referralCount,
    List<Contact> contacts,
    Surroundings surroundings) {

  public PatientFacts {
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(id);
    Objects.requireNonNull(surroundings);
    addresses = List.copyOf(addresses);
    events = List.copyOf(events);
    consents = List.copyOf(consents);
    requests = List.copyOf(requests);
    messages = List.copyOf(messages);
    contacts = List.copyOf(contacts);
  }

  /** A patient of whom no contact is recorded. */
  public PatientFacts(
      Evidence evidence,
      String id,
      boolean active,
      boolean deceased,
      String mergedInto,
      LocalDate birthDate,
      String gender,
      String language,
      ZoneId zone,
      String zoneText,
      List<Address> addresses,
      int sharedWith,
      List<ClinicalEvent> events,
      List<ConsentRecord> consents,
      List<RequestRecord> requests,
      List<MessageRecord> messages,
      String vipTier,
      int referralCount) {
    this(
        evidence,
        id,
        active,
        deceased,
        mergedInto,
        birthDate,
        gender,
        language,
        zone,
        zoneText,
        addresses,
        sharedWith,
        events,
        consents,
        requests,
        messages,
        vipTier,
        referralCount,
        List.of(),
        Surroundings.NONE);
  }

  /** The same patient once this has happened too. */
  public PatientFacts with(ClinicalEvent event) {
    List<ClinicalEvent> more = new ArrayList<>(events);
    more.add(event);
    return with(more);
  }

  /** The same patient with these events. */
  public PatientFacts with(List<ClinicalEvent> happened) {
    return copy(language, addresses, happened, requests);
  }

  /**
   * The patient as they are reached at that instant: a child through the first guardian whom one of
   * the clinic's channels reaches, in the guardian's language, and through nobody else.
   */
  public PatientFacts reached(ClinicPolicy clinic, Instant at) {
    if (!minor(clinic, at)) {
      return this;
    }
    return guardian(clinic, at)
        .map(g -> through(g.addresses(), g.language() == null ? language : g.language()))
        .orElseGet(() -> through(List.of(), language));
  }

  /** Nobody knows who reads it; a child's number is the guardian's anyway. */
  public boolean sharesNumber(ClinicPolicy clinic, Instant at) {
    return sharedWith > 0 && !minor(clinic, at);
  }

  boolean minor(ClinicPolicy clinic, Instant at) {
    LocalDate born = birthDate == null ? surroundings.bornBy() : birthDate;
    return clinic.law(this).on(at).minor(born, at.atZone(zoneOr(clinic.zone())).toLocalDate());
  }

  Optional<Surroundings.Guardian> guardian(ClinicPolicy clinic, Instant at) {
    return surroundings.guardians().stream()
        .filter(guardian -> guardian.answersAt(at, clinic.zone()))
        .filter(
            guardian ->
                clinic.channelOrder().stream()
                    .anyMatch(c -> guardian.addresses().stream().anyMatch(a -> a.takes(c))))
        .findFirst();
  }

  private PatientFacts through(List<Address> reachedAt, String spoken) {
    return copy(spoken, reachedAt, events, requests);
  }

  /** The same patient once these exist. */
  PatientFacts later(List<RequestRecord> requestsThen, List<MessageRecord> messagesThen) {
    return new PatientFacts(
        evidence,
        id,
        active,
        deceased,
        mergedInto,
        birthDate,
        gender,
        language,
        zone,
        zoneText,
        addresses,
        sharedWith,
        events,
        consents,
        requestsThen,
        messagesThen,
        vipTier,
        referralCount,
        contacts,
        surroundings);
  }

  /** The same patient with these requests. */
  public PatientFacts withRequests(List<RequestRecord> others) {
    return copy(language, addresses, events, others);
  }

  private PatientFacts copy(
      String spoken,
      List<Address> reachedAt,
      List<ClinicalEvent> happened,
      List<RequestRecord> planned) {
    return new PatientFacts(
        evidence,
        id,
        active,
        deceased,
        mergedInto,
        birthDate,
        gender,
        spoken,
        zone,
        zoneText,
        reachedAt,
        sharedWith,
        happened,
        consents,
        planned,
        messages,
        vipTier,
        referralCount,
        contacts,
        surroundings);
  }

  /** Whether and as what a step may go to the addresses given here. */
  public Permit permit(
      Step step, Evidence anchor, ZonedDateTime date, ClinicPolicy clinic, Instant at) {
    JurisdictionPack law = clinic.law(this);
    return Permit.ask(
        step.purpose(),
        step.critical(),
        clinic.channelOrder(),
        addresses,
        consentsFor(step, anchor, date, law.on(at)),
        law,
        at);
  }

  /**
   * What counts for a message about this anchor: where the law wants a refusal answered, the answer
   * is not stopped by the very refusal that it is about; and a treatment is an existing trade where
   * the clinic claims one.
   */
  private List<ConsentRecord> consentsFor(
      Step step, Evidence anchor, ZonedDateTime date, LawEdition law) {
    List<ConsentRecord> counting = new ArrayList<>(consents);
    if (law.answersRefusals() && step.purpose() == Purpose.TRANSACTIONAL) {
      counting.removeIf(c -> !c.permit() && c.reference().equals(anchor.versioned()));
    }
    if (law.trade() != null && treated(anchor.reference())) {
      counting.add(law.trade().consent(anchor.versioned(), date));
    }
    return counting;
  }

  private boolean treated(String anchor) {
    return events.stream()
        .filter(event -> event.reference().equals(anchor) && event.usual())
        .anyMatch(event -> event.type().equals("Procedure") || event.type().equals("Encounter"));
  }

  public ZoneId zoneOr(ZoneId fallback) {
    return zone == null ? fallback : zone;
  }

  /** When messages that count for a frequency cap were handed to a provider. */
  public List<Instant> countedSends() {
    return messages.stream()
        .filter(message -> message.sent() != null && message.purpose() != Purpose.TRANSACTIONAL)
        .filter(MessageRecord::accepted)
        .map(MessageRecord::sent)
        .toList();
  }
}
