package health.anbu.outreach.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the records say of a patient as of an instant, for segments and conditions: what happened
 * later is not looked at, so the same instant always gives the same answer.
 */
public final class PatientTraits {

  private static final int FOLLOW_UP_DAYS = 7;
  private static final String FEEDBACK =
      "https://anbu-health.github.io/fhir/CodeSystem/feedback-category";

  private final PatientFacts facts;
  private final Instant asOf;
  private final ZoneId zone;

  public PatientTraits(PatientFacts facts, Instant asOf, ZoneId zone) {
    this.facts = facts;
    this.asOf = asOf;
    this.zone = zone;
  }

  /** Where a patient is on the way from the first contact to a patient of the house. */
  public enum Stage {
    UNKNOWN,
    FIRST_CONTACT,
    BEFORE_FIRST_VISIT,
    AFTER_FIRST_VISIT,
    UNTIL_CHECK_UP,
    REGULAR;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The four stages of a first visit, with what lies before: booked and not yet here; the visit and
   * the week after; from then until the next visit; regular from the second visit on.
   */
  public Stage stage() {
    List<LocalDate> visits = visitDays().toList();
    if (visits.size() > 1) {
      return Stage.REGULAR;
    }
    if (visits.size() == 1) {
      LocalDate followedUp = visits.get(0).plusDays(FOLLOW_UP_DAYS);
      return today().isAfter(followedUp) ? Stage.UNTIL_CHECK_UP : Stage.AFTER_FIRST_VISIT;
    }
    if (booked()) {
      return Stage.BEFORE_FIRST_VISIT;
    }
    boolean heardOf = facts.contacts().stream().anyMatch(contact -> before(contact.at()));
    return heardOf ? Stage.FIRST_CONTACT : Stage.UNKNOWN;
  }

  private boolean booked() {
    return facts.events().stream()
        .filter(event -> event.type().equals("Appointment") && event.start().known())
        .filter(event -> event.status().equals("booked") || event.status().equals("pending"))
        .anyMatch(event -> event.start().in(zone).toInstant().isAfter(asOf));
  }

  /** Has had one of these treatments. */
  public boolean treatedWith(Collection<Code> treatments) {
    return facts.events().stream()
        .filter(event -> event.type().equals("Procedure") && event.status().equals("completed"))
        .filter(event -> before(event.start()))
        .anyMatch(event -> event.codes("code").stream().anyMatch(treatments::contains));
  }

  /** On how many days of the last twelve months the patient was here. */
  public int visitsInAYear() {
    LocalDate from = today().minusYears(1);
    return (int) visitDays().filter(day -> day.isAfter(from)).count();
  }

  public Optional<LocalDate> lastVisit() {
    return visitDays().max(Comparator.naturalOrder());
  }

  /** The last word of the year: satisfied after praise, dissatisfied after a complaint. */
  public String satisfaction() {
    Instant from = asOf.atZone(zone).minusYears(1).toInstant();
    return facts.contacts().stream()
        .filter(contact -> before(contact.at()) && at(contact).isAfter(from))
        .filter(contact -> said(contact, "complaint") || said(contact, "praise"))
        .max(Comparator.comparing(this::at).thenComparing(Contact::reference))
        .map(contact -> said(contact, "complaint") ? "dissatisfied" : "satisfied")
        .orElse("unknown");
  }

  /** Proven by a referral; likely where somebody comes often and is not dissatisfied. */
  public String referralPotential() {
    if (satisfaction().equals("dissatisfied")) {
      return "unlikely";
    }
    if (facts.referralCount() > 0) {
      return "proven";
    }
    return visitsInAYear() >= 3 || satisfaction().equals("satisfied") ? "likely" : "unknown";
  }

  private static boolean said(Contact contact, String category) {
    return contact.about().contains(new Code(FEEDBACK, category));
  }

  private Instant at(Contact contact) {
    return contact.at().in(zone).toInstant();
  }

  private Stream<LocalDate> visitDays() {
    return facts.events().stream()
        .filter(ClinicalEvent::finishedVisit)
        .filter(visit -> before(visit.start()))
        .map(visit -> visit.start().in(zone).toLocalDate())
        .distinct();
  }

  private boolean before(When when) {
    return when.known() && !when.in(zone).toInstant().isAfter(asOf);
  }

  private LocalDate today() {
    return asOf.atZone(zone).toLocalDate();
  }
}
