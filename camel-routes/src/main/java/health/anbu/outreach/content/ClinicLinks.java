package health.anbu.outreach.content;

import java.util.Map;
import java.util.Optional;

/**
 * Where the clinic's buttons lead.
 *
 * @param addresses by code of button-action; blank where the clinic has none
 */
public record ClinicLinks(Map<String, String> addresses) {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "book", "anbu.clinic.booking-url",
          "ask", "anbu.clinic.question-url",
          "result", "anbu.clinic.result-url");

  public ClinicLinks {
    addresses = Map.copyOf(addresses);
  }

  public static ClinicLinks none() {
    return new ClinicLinks(Map.of());
  }

  /** The button with its address; empty where the clinic has set none for its action. */
  Optional<ContentButton> resolve(ContentButton button) {
    if (button.url() != null) {
      return Optional.of(button);
    }
    String address = addresses.getOrDefault(button.action(), "").strip();
    return address.startsWith("https://")
        ? Optional.of(new ContentButton(button.label(), address, null))
        : Optional.empty();
  }

  /** Why a button has no address. */
  String missing(ContentButton button) {
    String setting = SETTINGS.get(button.action());
    return setting == null
        ? "button " + button.action() + " (no such action)"
        : "button " + button.action() + " (" + setting + " is no https address)";
  }
}
