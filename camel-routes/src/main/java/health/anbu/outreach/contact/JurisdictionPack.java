package health.anbu.outreach.contact;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of one place for outreach, as data: which consent a purpose needs, when it is quiet,
 * and which channels a purpose may not use. Not legal advice; counsel confirms a pack before it
 * goes live.
 *
 * @param code KR, JP, IR, US, EU or GB
 * @param version of this data, kept in every explanation
 */
public record JurisdictionPack(String code, String version, Map<Purpose, PurposeRule> rules) {

  /**
   * @param permissions any one of them suffices; empty means that no permission is needed
   * @param forbiddenChannels never used for this purpose
   * @param source where the rule is from
   */
  public record PurposeRule(
      QuietHours quiet,
      List<Permission> permissions,
      Set<String> forbiddenChannels,
      String source) {
    public PurposeRule {
      permissions = List.copyOf(permissions);
      forbiddenChannels = Set.copyOf(forbiddenChannels);
    }
  }

  /** A consent to {@code given} lets the message go out as one of purpose {@code sentAs}. */
  public record Permission(Purpose given, Purpose sentAs) {}

  /** No advertising by these where the law is not known to say how. */
  private static final Set<String> MESSENGERS = Set.of("line", "whatsapp");

  private static final QuietHours NIGHT = quiet(21, 8);
  private static final String PRACTICE = "product default: nobody is woken";

  public JurisdictionPack {
    rules = Map.copyOf(rules);
  }

  public PurposeRule rule(Purpose purpose) {
    return rules.get(purpose);
  }

  /** The pack of a place; an unknown place gets the strictest of all, never none. */
  public static JurisdictionPack of(String jurisdiction) {
    return switch (jurisdiction) {
      case "KR" -> korea();
      case "JP" -> japan();
      case "IR" -> iran();
      case "US" -> unitedStates();
      case "EU", "GB" -> europe(jurisdiction);
      default -> strictest(jurisdiction);
    };
  }

  private static JurisdictionPack korea() {
    Map<Purpose, PurposeRule> rules = base(NIGHT, PRACTICE);
    rules.put(
        Purpose.RECALL,
        new PurposeRule(
            NIGHT,
            List.of(
                new Permission(Purpose.RECALL, Purpose.RECALL),
                new Permission(Purpose.ADVERTISING, Purpose.ADVERTISING)),
            Set.of(),
            "Network Act art. 50; KISA guidance counts recall for elective care as advertising"));
    rules.put(
        Purpose.ADVERTISING,
        new PurposeRule(
            // The law says 21:00 to 08:00; the messenger closes ten minutes earlier.
            new QuietHours(LocalTime.of(20, 50), LocalTime.of(8, 0)),
            List.of(new Permission(Purpose.ADVERTISING, Purpose.ADVERTISING)),
            Set.of("kakao", "line", "whatsapp"),
            "Network Act art. 50(1), (3), (4); AlimTalk carries information"
                + " only, and no rule for other messengers is known"));
    return new JurisdictionPack("KR", "2026.2", rules);
  }

  private static JurisdictionPack japan() {
    QuietHours night = quiet(20, 9);
    Map<Purpose, PurposeRule> rules = base(night, PRACTICE);
    rules.put(
        Purpose.ADVERTISING,
        optIn(night, Set.of("whatsapp"), "Act on Specified Electronic Mail: opt-in; LINE alike"));
    return new JurisdictionPack("JP", "2026.2", rules);
  }

  private static JurisdictionPack iran() {
    Map<Purpose, PurposeRule> rules = base(NIGHT, PRACTICE);
    rules.put(
        Purpose.ADVERTISING, optIn(NIGHT, MESSENGERS, "CRA resolution 270: permission first"));
    return new JurisdictionPack("IR", "2026.2", rules);
  }

  private static JurisdictionPack unitedStates() {
    Map<Purpose, PurposeRule> rules = base(NIGHT, "TCPA: 08:00 to 21:00 of the recipient");
    rules.put(
        Purpose.ADVERTISING, optIn(NIGHT, MESSENGERS, "TCPA; HIPAA 45 CFR 164.501: authorization"));
    return new JurisdictionPack("US", "2026.2", rules);
  }

  private static JurisdictionPack europe(String code) {
    QuietHours night = quiet(21, 8);
    Map<Purpose, PurposeRule> rules = base(night, PRACTICE);
    rules.put(Purpose.ADVERTISING, optIn(night, Set.of(), "ePrivacy art. 13; GDPR art. 21(2)"));
    return new JurisdictionPack(code, "2026.2", rules);
  }

  private static JurisdictionPack strictest(String code) {
    QuietHours night = quiet(20, 9);
    Map<Purpose, PurposeRule> rules = base(night, "no pack for this place: the strictest");
    for (Purpose purpose : List.of(Purpose.RECALL, Purpose.EDUCATION, Purpose.SURVEY)) {
      rules.put(
          purpose,
          new PurposeRule(
              night, List.of(new Permission(purpose, purpose)), Set.of(), "strictest: opt-in"));
    }
    rules.put(Purpose.ADVERTISING, optIn(night, MESSENGERS, "strictest: opt-in"));
    return new JurisdictionPack(code, "2026.2", rules);
  }

  private static Map<Purpose, PurposeRule> base(QuietHours quiet, String source) {
    Map<Purpose, PurposeRule> rules = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      rules.put(purpose, new PurposeRule(quiet, List.of(), Set.of(), source));
    }
    return rules;
  }

  private static PurposeRule optIn(QuietHours quiet, Set<String> forbiddenChannels, String source) {
    return new PurposeRule(
        quiet,
        List.of(new Permission(Purpose.ADVERTISING, Purpose.ADVERTISING)),
        forbiddenChannels,
        source);
  }

  private static QuietHours quiet(int from, int until) {
    return new QuietHours(LocalTime.of(from, 0), LocalTime.of(until, 0));
  }
}
