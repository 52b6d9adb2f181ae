package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.List;

/**
 * The clinic as a label names it; empty = not set.
 *
 * @param optOut a number whose call costs the patient nothing
 * @param address where the clinic is
 */
public record LabelSender(String name, String phone, String optOut, String address) {

  public LabelSender {
    name = clean(name);
    phone = clean(phone);
    optOut = clean(optOut);
    address = clean(address);
  }

  private static String clean(String text) {
    return text == null ? "" : SafeText.of(text);
  }

  /** What a law demands and the clinic has not set. */
  List<String> missing(LabelDemand demand) {
    List<String> missing = new ArrayList<>();
    if (demand.sender() && name.isEmpty()) {
      missing.add("clinic name");
    }
    boolean calls = demand.stop().values().stream().anyMatch(text -> text.contains("{anyOptOut}"));
    if (demand.contact() && phone.isEmpty() || calls && anyOptOut().isEmpty()) {
      missing.add("clinic phone");
    }
    if (demand.free() && optOut.isEmpty()) {
      missing.add("free opt-out number");
    }
    if (demand.postal() && address.isEmpty()) {
      missing.add("postal address");
    }
    return missing;
  }

  /** How to reach the sender, with the postal address where it must be said. */
  String contact(boolean postal) {
    return postal ? phone + ", " + address : phone;
  }

  private String anyOptOut() {
    return optOut.isEmpty() ? phone : optOut;
  }

  /** A wording with this clinic's numbers; in a text from right to left they stay in one piece. */
  String fill(String wording, String language) {
    boolean rightToLeft = "fa".equals(language);
    return wording
        .replace("{optOut}", rightToLeft ? Direction.isolate(optOut) : optOut)
        .replace("{anyOptOut}", rightToLeft ? Direction.isolate(anyOptOut()) : anyOptOut());
  }
}
