package health.anbu.outreach.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the clinic's buttons lead, and whose addresses may stand under its messages at all.
 *
 * @param addresses by code of button-action; blank where the clinic has none
 * @param hosts further hosts that the clinic trusts; each also with what stands before a dot
 */
public record ClinicLinks(Map<String, String> addresses, Set<String> hosts) {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "book", "anbu.clinic.booking-url",
          "ask", "anbu.clinic.question-url",
          "result", "anbu.clinic.result-url");

  public ClinicLinks {
    addresses = Map.copyOf(addresses);
    hosts = Set.copyOf(hosts);
  }

  public ClinicLinks(Map<String, String> addresses) {
    this(addresses, Set.of());
  }

  public static ClinicLinks none() {
    return new ClinicLinks(Map.of());
  }

  /** The same where the clinic says more itself: its own records before the settings. */
  public ClinicLinks under(Map<String, String> own) {
    if (own.isEmpty()) {
      return this;
    }
    Map<String, String> all = new HashMap<>(addresses);
    all.putAll(own);
    Set<String> trusted = new HashSet<>(hosts);
    addresses.values().forEach(address -> LinkAddress.host(address).ifPresent(trusted::add));
    return new ClinicLinks(all, trusted);
  }

  /** The button with its address; empty where it leads nowhere that a patient should be sent. */
  Optional<ContentButton> resolve(ContentButton button) {
    return fault(button).isPresent()
        ? Optional.empty()
        : Optional.of(new ContentButton(button.label(), address(button), null));
  }

  /** Why a button is left out. */
  String missing(ContentButton button) {
    String named = "button " + (button.url() == null ? button.action() : button.label());
    return named + " (" + fault(button).orElse("resolves") + ")";
  }

  private Optional<String> fault(ContentButton button) {
    if (button.url() == null && !SETTINGS.containsKey(button.action())) {
      return Optional.of("no such action");
    }
    Optional<String> fault = LinkAddress.fault(address(button));
    return button.url() == null
        ? fault.map(why -> SETTINGS.get(button.action()) + " " + why)
        : fault.or(() -> foreign(button.url()));
  }

  private String address(ContentButton button) {
    return button.url() == null
        ? addresses.getOrDefault(button.action(), "").strip()
        : button.url();
  }

  /**
   * An address that a scenario brings with it leads to the clinic, or to whom the clinic trusts.
   */
  private Optional<String> foreign(String url) {
    String host = LinkAddress.host(url).orElse("");
    boolean own =
        addresses.values().stream()
            .flatMap(a -> LinkAddress.host(a).stream())
            .anyMatch(host::equals);
    boolean trusted =
        hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    return own || trusted
        ? Optional.empty()
        : Optional.of(host + " is no host of the clinic's, nor in anbu.clinic.link-hosts");
  }
}
