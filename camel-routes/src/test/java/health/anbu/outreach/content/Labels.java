package health.anbu.outreach.content;

import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.util.List;

/** The labels of a message in one place, as its pack wants them. */
final class Labels {

  private static final Instant NOW = Instant.parse("2026-06-30T01:00:00Z");

  private Labels() {}

  static Labelling of(
      String place, String purpose, String channel, String name, String phone, String optOut) {
    return of(place, purpose, channel, name, phone, optOut, null);
  }

  static Labelling of(
      String place,
      String purpose,
      String channel,
      String name,
      String phone,
      String optOut,
      String address) {
    return of(JurisdictionPack.of(place), purpose, channel, name, phone, optOut, address, false);
  }

  static Labelling of(
      JurisdictionPack pack,
      String purpose,
      String channel,
      String name,
      String phone,
      String optOut,
      String address,
      boolean first) {
    List<LabelDemand> demands =
        pack.on(NOW).rule(Purpose.of(purpose).orElseThrow(), channel).statements().stream()
            .map(
                law ->
                    new LabelDemand(
                        law.place(),
                        law.prefix(),
                        law.sender(),
                        law.contact(),
                        law.postal(),
                        law.free(),
                        law.stop(),
                        law.notice(),
                        law.suffix(),
                        law.known()))
            .toList();
    return LabelRules.of(demands, new LabelSender(name, phone, optOut, address), first);
  }
}
