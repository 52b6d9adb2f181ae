package health.anbu.outreach.route;

import health.anbu.outreach.complaint.AssignmentRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code anbu.complaints}.
 *
 * @param rules who answers for what; without any, every complaint is visibly unassigned
 * @param holidays days on which the clinic is closed; no promise runs on them
 */
@ConfigurationProperties("anbu.complaints")
public record ComplaintSettings(
    @DefaultValue List<Rule> rules, @DefaultValue Set<LocalDate> holidays) {

  /**
   * @param type a topic such as waiting, null for every topic
   * @param location a Location reference, null for everywhere
   * @param owner reference to a CareTeam, Organization, Practitioner or PractitionerRole
   */
  public record Rule(String type, String location, String owner) {

    AssignmentRule rule() {
      return new AssignmentRule(type, location, owner);
    }
  }
}
