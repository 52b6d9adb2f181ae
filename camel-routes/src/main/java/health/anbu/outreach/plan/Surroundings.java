package health.anbu.outreach.plan;

import health.anbu.outreach.calendar.OwnDays;
import health.anbu.outreach.contact.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What stands around a patient and decides how, and whether, they are written to.
 *
 * @param country where they live, as ISO 3166 in two letters; null when not recorded
 * @param guardians who answers for them while they are not of age, the first one first
 * @param complaints of theirs, open and closed
 * @param organization id of the Organization that manages the record; null when not recorded
 * @param sharing ids of the other patients who have one of the same numbers
 * @param days on which that Organization works, as far as it says so
 * @param bornBy the last day on which they can have been born, where only the month or the year is
 *     recorded; null otherwise
 */
public record Surroundings(
    String country,
    List<Guardian> guardians,
    List<ComplaintSpan> complaints,
    String organization,
    List<String> sharing,
    OwnDays days,
    LocalDate bornBy) {

  public static final Surroundings NONE = new Surroundings(null, List.of(), List.of(), null);

  /**
   * A person in charge of a child.
   *
   * @param reference the RelatedPerson with its version
   * @param language null when unknown
   * @param until when they no longer answer for the child, a day included; null for no end
   */
  public record Guardian(String reference, List<Address> addresses, String language, When until) {
    public Guardian {
      addresses = List.copyOf(addresses);
    }

    /** One whose time has no end that is recorded. */
    public Guardian(String reference, List<Address> addresses, String language) {
      this(reference, addresses, language, null);
    }

    boolean answersAt(Instant at, ZoneId zone) {
      return until == null || at.isBefore(until.endIn(zone).toInstant());
    }
  }

  /**
   * How long a complaint was open.
   *
   * @param reference the Task with its version
   * @param until null while it is open
   */
  public record ComplaintSpan(String reference, Instant from, Instant until) {

    boolean openAt(Instant at) {
      return !at.isBefore(from) && (until == null || at.isBefore(until));
    }
  }

  public Surroundings {
    guardians = List.copyOf(guardians);
    complaints = List.copyOf(complaints);
    sharing = List.copyOf(sharing);
  }

  /** Of somebody whose numbers are their own. */
  public Surroundings(
      String country,
      List<Guardian> guardians,
      List<ComplaintSpan> complaints,
      String organization) {
    this(country, guardians, complaints, organization, List.of(), OwnDays.UNSAID, null);
  }
}
