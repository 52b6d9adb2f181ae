package health.anbu.outreach.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which labels a message needs, by jurisdiction, purpose and channel.
 *
 * <p>KR: Network Act art. 50(4). JP: Act on Regulation of Specified Electronic Mail. IR: rule of
 * the regulator for service lines. US: TCPA. EU and GB: ePrivacy art. 13, GDPR art. 21. Counsel
 * confirms each of them; a jurisdiction that is not listed gets no advertising at all.
 */
public final class LabelRules {

  private static final String ADVERTISING = "advertising";
  private static final Set<String> CARE = Set.of("transactional", "treatment");
  private static final Set<String> REPLIES = Set.of("sms", "line", "whatsapp");

  /** Where the law wants the sender's postal address on e-mail: Japan, and CAN-SPAM. */
  private static final Set<String> POSTAL = Set.of("JPemail", "USemail");

  private LabelRules() {}

  /** The labels of a clinic that has not said where it is. */
  public static Labelling of(
      String jurisdiction,
      String purpose,
      String channel,
      String clinicName,
      String clinicPhone,
      String freeOptOutNumber) {
    return of(jurisdiction, purpose, channel, clinicName, clinicPhone, freeOptOutNumber, null);
  }

  /**
   * The labels of one message.
   *
   * @param jurisdiction KR, JP, IR, US, EU or GB
   * @param purpose code of outreach-purpose, already raised by the jurisdiction where it raises
   * @param channel code of the channel
   * @param freeOptOutNumber a number whose call costs the patient nothing; null = the clinic has
   *     none
   * @param postalAddress where the clinic is; null = not known
   */
  public static Labelling of(
      String jurisdiction,
      String purpose,
      String channel,
      String clinicName,
      String clinicPhone,
      String freeOptOutNumber,
      String postalAddress) {
    Clinic clinic =
        new Clinic(
            clean(clinicName),
            clean(clinicPhone),
            clean(freeOptOutNumber),
            POSTAL.contains(jurisdiction + channel) && !CARE.contains(purpose),
            clean(postalAddress));
    return switch (String.valueOf(jurisdiction)) {
      case "KR" -> ADVERTISING.equals(purpose) ? korea(clinic) : Labelling.none();
      case "JP" -> ADVERTISING.equals(purpose) ? japan(clinic, channel) : Labelling.none();
      case "IR" -> iran(clinic, purpose, channel);
      case "US" -> CARE.contains(purpose) ? Labelling.none() : unitedStates(clinic, channel);
      case "EU", "GB" -> CARE.contains(purpose) ? Labelling.none() : europe(clinic, channel);
      default -> elsewhere(jurisdiction, purpose);
    };
  }

  private static Labelling korea(Clinic clinic) {
    List<String> missing = clinic.missing(true, true, true);
    if (!missing.isEmpty()) {
      return Labelling.impossible(missing);
    }
    return new Labelling(
        "(광고)",
        clinic.name(),
        clinic.phone(),
        "무료수신거부 " + clinic.optOut(),
        texts(
            "ja", "無料配信停止 " + clinic.optOut(),
            "fa", "لغو رایگان دریافت پیام: " + clinic.isolatedOptOut(),
            "en", "Free opt-out " + clinic.optOut()),
        null,
        List.of());
  }

  private static Labelling japan(Clinic clinic, String channel) {
    List<String> missing = clinic.missing(true, true, false);
    if (!missing.isEmpty()) {
      return Labelling.impossible(missing);
    }
    boolean reply = REPLIES.contains(channel);
    String stop = reply ? "配信停止は「停止」と返信" : "配信停止 " + clinic.anyOptOut();
    Map<String, String> local =
        reply
            ? texts(
                "ko", "수신거부: '停止'라고 답장",
                "fa", "لغو دریافت: پاسخ با «停止»",
                "en", "To opt out reply 停止")
            : texts(
                "ko", "수신거부 " + clinic.anyOptOut(),
                "fa", "لغو دریافت پیام: " + clinic.isolatedAnyOptOut(),
                "en", "Opt out: " + clinic.anyOptOut());
    return new Labelling(null, clinic.name(), clinic.contact(), stop, local, null, List.of());
  }

  private static Labelling iran(Clinic clinic, String purpose, String channel) {
    if ("sms".equals(channel)) {
      return new Labelling(null, null, null, null, Map.of(), "لغو ۱۱", List.of());
    }
    if (!ADVERTISING.equals(purpose)) {
      return Labelling.none();
    }
    List<String> missing = clinic.missing(true, true, false);
    if (!missing.isEmpty()) {
      return Labelling.impossible(missing);
    }
    String stop = "لغو دریافت پیام: " + clinic.isolatedAnyOptOut();
    Map<String, String> local =
        texts(
            "ko", "수신거부 " + clinic.anyOptOut(),
            "ja", "配信停止 " + clinic.anyOptOut(),
            "en", "Opt out: " + clinic.anyOptOut());
    return new Labelling(null, clinic.name(), clinic.phone(), stop, local, null, List.of());
  }

  private static Labelling unitedStates(Clinic clinic, String channel) {
    return english(clinic, channel, "Reply STOP to opt out", "Opt out: ");
  }

  private static Labelling europe(Clinic clinic, String channel) {
    return english(
        clinic, channel, "You can object at any time: reply STOP", "You can object at any time: ");
  }

  private static Labelling english(Clinic clinic, String channel, String reply, String call) {
    boolean replies = REPLIES.contains(channel);
    List<String> missing = clinic.missing(true, !replies, false);
    if (!missing.isEmpty()) {
      return Labelling.impossible(missing);
    }
    String stop = replies ? reply : call + clinic.anyOptOut();
    Map<String, String> local =
        replies
            ? texts(
                "ko", "수신거부: STOP 답장",
                "ja", "配信停止は STOP と返信",
                "fa", "لغو دریافت: پاسخ با STOP")
            : texts(
                "ko", "수신거부 " + clinic.anyOptOut(),
                "ja", "配信停止 " + clinic.anyOptOut(),
                "fa", "لغو دریافت پیام: " + clinic.isolatedAnyOptOut());
    return new Labelling(null, clinic.name(), clinic.contact(), stop, local, null, List.of());
  }

  private static Labelling elsewhere(String jurisdiction, String purpose) {
    return CARE.contains(purpose)
        ? Labelling.none()
        : Labelling.impossible(List.of("label rules for jurisdiction " + jurisdiction));
  }

  private static String clean(String text) {
    return text == null ? "" : SafeText.of(text);
  }

  private static Map<String, String> texts(String... languagesAndTexts) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < languagesAndTexts.length; i += 2) {
      texts.put(languagesAndTexts[i], languagesAndTexts[i + 1]);
    }
    return texts;
  }

  private record Clinic(String name, String phone, String optOut, boolean postal, String address) {

    List<String> missing(boolean needsName, boolean needsPhone, boolean needsOptOut) {
      List<String> missing = new ArrayList<>();
      if (needsName && name.isEmpty()) {
        missing.add("clinic name");
      }
      if (needsPhone && phone.isEmpty()) {
        missing.add("clinic phone");
      }
      if (needsOptOut && optOut.isEmpty()) {
        missing.add("free opt-out number");
      }
      if (postal && address.isEmpty()) {
        missing.add("postal address");
      }
      return missing;
    }

    /** How to reach the sender, with the postal address where it must be said. */
    String contact() {
      return postal ? phone + ", " + address : phone;
    }

    String anyOptOut() {
      return optOut.isEmpty() ? phone : optOut;
    }

    String isolatedOptOut() {
      return Direction.isolate(optOut);
    }

    String isolatedAnyOptOut() {
      return Direction.isolate(anyOptOut());
    }
  }
}
