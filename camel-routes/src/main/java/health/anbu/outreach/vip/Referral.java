package health.anbu.outreach.vip;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One patient came because another had spoken well of the clinic.
 *
 * @param referrer the id of the patient who sent
 * @param referred the id of the patient who came
 * @param date the local date, in the clinic's zone, of the visit or record that says so
 */
public record Referral(String referrer, String referred, LocalDate date) {

  public Referral {
    Objects.requireNonNull(referrer, "referrer");
    Objects.requireNonNull(referred, "referred");
    Objects.requireNonNull(date, "date");
  }
}
