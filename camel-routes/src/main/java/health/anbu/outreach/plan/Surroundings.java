package health.anbu.outreach.plan;

import health.anbu.outreach.calendar.OwnDays;
import health.anbu.outreach.contact.Address;
import java.time.Instant;
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
 */
public record Surroundings(
    String country,
    List<Guardian> guardians,
    List<ComplaintSpan> complaints,
    String organization,
    List<String> sharing,
    OwnDays days) {

  public static final Surroundings NONE = new Surroundings(null, List.of(), List.of(), null);

  /**
   * A person in charge of a child.
   *
   * @param reference the RelatedPerson with its version
   * @param language null when unknown
   */
  public record Guardian(String reference, List<Address> addresses, String language) {
    public Guardian {
      addresses = List.copyOf(addresses);
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
    this(country, guardians, complaints, organization, List.of(), OwnDays.UNSAID);
  }
}
