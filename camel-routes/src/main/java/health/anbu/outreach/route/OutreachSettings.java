package health.anbu.outreach.route;

import health.anbu.outreach.contact.SharedNumber;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings under {@code anbu}; each is a row of the table in the README. */
@ConfigurationProperties("anbu")
public record OutreachSettings(
    @DefaultValue("shadow") Mode mode,
    @DefaultValue Clinic clinic,
    @DefaultValue Live live,
    @DefaultValue Simulators simulators,
    @DefaultValue Cap frequencyCap,
    @DefaultValue ThrottleSettings throttle,
    @DefaultValue Node node,
    @DefaultValue Receipts receipts) {

  /**
   * @param optOutNumber a number whose call costs the patient nothing; Korean advertising needs it
   * @param channels in order of preference; empty for the usual order of the jurisdiction
   * @param address where the clinic is, as advertising by e-mail has to say
   * @param weekend weekdays of rest; null for the usual ones of the jurisdiction
   * @param closedDays further days of rest
   * @param openDays days of rest on which the clinic works all the same
   * @param lawOverride file with what the clinic's counsel changes in the pack; empty for none
   * @param sharedNumber what is said on a number that several patients have
   */
  public record Clinic(
      @DefaultValue("Asia/Seoul") ZoneId zone,
      @DefaultValue("KR") String jurisdiction,
      @DefaultValue("") String name,
      @DefaultValue("") String phone,
      @DefaultValue("") String optOutNumber,
      String language,
      @DefaultValue List<String> channels,
      @DefaultValue("") String address,
      Set<DayOfWeek> weekend,
      @DefaultValue Set<LocalDate> closedDays,
      @DefaultValue Set<LocalDate> openDays,
      @DefaultValue("") String lawOverride,
      @DefaultValue("neutral") SharedNumber sharedNumber) {}

  /**
   * @param goLive anchors dated before it start nothing
   * @param allowList while it is not empty, only these numbers (E.164) and e-mail addresses receive
   */
  public record Live(Instant goLive, @DefaultValue List<String> allowList) {}

  public record Simulators(@DefaultValue("false") boolean enabled) {}

  /**
   * @param messages null for no cap, 0 for none allowed
   */
  public record Cap(Integer messages, @DefaultValue("7d") Duration window) {}

  /**
   * @param pollAfter a message without receipt is asked for after this real time
   * @param pollUntil and no longer asked for after this
   */
  public record Receipts(
      @DefaultValue("60s") Duration pollAfter, @DefaultValue("4d") Duration pollUntil) {}

  /**
   * @param name stays the same over restarts, so that a node finds what it had begun, and is its
   *     own among the processes on one database; null for the host's name, with a number for more
   * @param threads how many due messages are worked on at once
   */
  public record Node(String name, @DefaultValue("200") int threads) {}
}
