package health.anbu.outreach.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The rules of one place for outreach, as data with a source for each: {@code pack-<place>.txt}.
 * Not legal advice; counsel confirms a pack before it goes live.
 */
public final class JurisdictionPack {

  /** A place nobody wrote a pack for. */
  static final String UNKNOWN = "XX";

  private static final Set<String> PACKAGED = Set.of("KR", "JP", "IR", "US", "EU", "GB");
  private static final Pattern PLACE = Pattern.compile("[A-Z]{2}");
  private static final Map<String, JurisdictionPack> READ = new ConcurrentHashMap<>();

  /** The union has one pack for its members and for those who adopted its law. */
  private static final Set<String> UNION =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

  private final String code;
  private final List<LawEdition> editions;
  private final Map<String, JurisdictionPack> abroad = new ConcurrentHashMap<>();

  JurisdictionPack(String code, List<LawEdition> editions) {
    this.code = code;
    this.editions = List.copyOf(editions);
  }

  /** The pack of a country; an unknown place gets the strictest rules, never none. */
  public static JurisdictionPack of(String country) {
    String place = country != null && PLACE.matcher(country).matches() ? country : UNKNOWN;
    return READ.computeIfAbsent(UNION.contains(place) ? "EU" : place, JurisdictionPack::read);
  }

  private static JurisdictionPack read(String place) {
    String file = PACKAGED.contains(place) ? place : UNKNOWN;
    return PackText.packaged("pack-" + file.toLowerCase(Locale.ROOT) + ".txt").pack(place);
  }

  /**
   * This pack as a clinic's counsel has changed it.
   *
   * @param file named where a line of it cannot be read
   * @param lines in the format of the packs; they hold in every edition
   * @throws PackText.Unreadable with the line and what is wrong with it
   */
  public JurisdictionPack overriddenBy(String file, List<String> lines) {
    String own = PACKAGED.contains(code) ? code : UNKNOWN;
    return PackText.packaged("pack-" + own.toLowerCase(Locale.ROOT) + ".txt")
        .then(file, lines)
        .pack(code);
  }

  /** KR, JP, IR, US, EU, GB, or the place nobody wrote a pack for. */
  public String code() {
    return code;
  }

  /** By the day from which they hold, the first one first. */
  public List<LawEdition> editions() {
    return editions;
  }

  /** The edition that is law at this instant; before the first one, the first one. */
  public LawEdition on(Instant at) {
    LawEdition law = editions.get(0);
    for (LawEdition edition : editions) {
      law = edition.from().isAfter(at) ? law : edition;
    }
    return law;
  }

  /**
   * What holds for somebody who lives in that country and is written to from here: of each rule the
   * strictest.
   *
   * @param country null where nobody recorded it: then only what holds here
   */
  public JurisdictionPack towards(String country) {
    JurisdictionPack there = country == null ? this : of(country);
    return there.code.equals(code)
        ? this
        : abroad.computeIfAbsent(there.code, c -> strictest(there));
  }

  private JurisdictionPack strictest(JurisdictionPack other) {
    Set<Instant> days = new TreeSet<>();
    editions.forEach(edition -> days.add(edition.from()));
    other.editions.forEach(edition -> days.add(edition.from()));
    List<LawEdition> both = new ArrayList<>();
    days.forEach(day -> both.add(on(day).and(other.on(day), day)));
    return new JurisdictionPack(code + "+" + other.code, both);
  }
}
