package health.anbu.outreach.contact;

import health.anbu.outreach.contact.PackText.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a pack so far: what an edition is made of when it ends. */
final class PackLines {

  private static final Set<String> CHANNELS =
      Set.of("sms", "kakao", "line", "whatsapp", "email", "phone", "letter");
  private static final Pattern HOURS =
      Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)( unless night-ad)?");
  private static final Pattern CAP =
      Pattern.compile("(\\d{1,3}) per (\\d{1,3})d( unless consent)?");
  private static final Pattern CONSENT = Pattern.compile("([a-z]+)( as ([a-z]+))?");
  private static final Set<String> LANGUAGES = Set.of("ko", "ja", "fa", "en");
  private static final Set<String> SAYINGS = Set.of("free", "reply", "call", "notice");

  private final String place;
  private final Map<Purpose, Map<String, Draft>> drafts = new EnumMap<>(Purpose.class);
  private final Map<String, Map<String, String>> sayings = new HashMap<>();
  private Set<Purpose> marketing = EnumSet.of(Purpose.ADVERTISING);
  private int majority;
  private boolean answersRefusals;
  private Set<String> rejoin = Set.of();
  private Trade trade;
  private Trade claimed;

  /** One cell of the table while it is being filled. */
  private static final class Draft {
    private QuietTime quiet;
    private List<ChannelRule.Requirement> requirements;
    private boolean forbidden;
    private Period renewal;
    private List<LegalCap> caps = List.of();
    private Integer longest;
    private String prefix;
    private String suffix;
    private boolean sender;
    private boolean contact;
    private boolean postal;
    private boolean notice;
    private boolean known = true;
    private boolean bypass;
    private boolean alone;
    private String stop = "none";
    private String source;
  }

  PackLines(String place) {
    this.place = place;
    for (Purpose purpose : Purpose.values()) {
      Map<String, Draft> byChannel = new LinkedHashMap<>();
      byChannel.put(LawEdition.ANY_CHANNEL, new Draft());
      CHANNELS.forEach(channel -> byChannel.put(channel, new Draft()));
      drafts.put(purpose, byChannel);
    }
  }

  void read(Line line) {
    switch (line.keyword()) {
      case "majority" -> majority = number(line.of(3), line.field(1));
      case "marketing" -> marketing = purposes(line.of(3));
      case "answer" -> answersRefusals = yes(line.of(3));
      case "trade" -> trade = new Trade(lasting(line.of(3)), line.source());
      case "claim" -> claimed = claim(line.of(3));
      case "rejoin" -> rejoin = Set.copyOf(words(line.of(3).field(1)));
      case "say" -> say(line.of(4));
      default -> readRule(line);
    }
  }

  /** keyword | purposes | channels | value | source. */
  private void readRule(Line line) {
    if (!RULES.containsKey(line.keyword())) {
      throw line.unreadable("unknown keyword " + line.keyword());
    }
    line.of(5);
    Set<String> channels = channels(line);
    for (Purpose purpose : purposes(line)) {
      for (String channel : channels) {
        RULES.get(line.keyword()).into(drafts.get(purpose).get(channel), line, line.field(3));
      }
    }
  }

  /** Puts the value of a line where it belongs. */
  private interface Rule {
    void into(Draft draft, Line line, String value);
  }

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("quiet", (draft, line, value) -> draft.quiet = quiet(line, value)),
          Map.entry("consent", PackLines::consent),
          Map.entry("forbid", PackLines::forbid),
          Map.entry("renew", (draft, line, value) -> draft.renewal = period(line, value)),
          Map.entry("cap", PackLines::cap),
          Map.entry("longest", (draft, line, value) -> draft.longest = longest(line, value)),
          Map.entry("prefix", (draft, line, value) -> draft.prefix = text(value)),
          Map.entry("suffix", (draft, line, value) -> draft.suffix = text(value)),
          Map.entry("sender", PackLines::sender),
          Map.entry("stop", PackLines::stop),
          Map.entry("notice", (draft, line, value) -> draft.notice = yes(line, value, "first")),
          Map.entry("bypass", (draft, line, value) -> draft.bypass = yes(line, value, "mute")),
          Map.entry("shared", (draft, line, value) -> draft.alone = !yes(line, value, "send")),
          Map.entry("labels", (draft, line, value) -> draft.known = !yes(line, value, "unknown")));

  private static QuietTime quiet(Line line, String value) {
    if (value.equals("never")) {
      return QuietTime.NEVER;
    }
    Matcher hours = HOURS.matcher(value);
    if (!hours.matches()) {
      throw line.unreadable("quiet hours are like 21:00-08:00 or never, not " + value);
    }
    try {
      QuietHours between =
          new QuietHours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
      return new QuietTime(List.of(new QuietTime.Band(between, hours.group(3) != null)));
    } catch (DateTimeParseException e) {
      throw line.unreadable("no time of day in " + value);
    }
  }

  private static void consent(Draft draft, Line line, String value) {
    draft.source = line.source();
    if (value.equals("none")) {
      draft.requirements = List.of();
      return;
    }
    List<ChannelRule.Permission> permissions = new ArrayList<>();
    for (String one : value.split(",")) {
      Matcher consent = CONSENT.matcher(one.strip());
      if (!consent.matches()) {
        throw line.unreadable("a consent is like recall or advertising as advertising");
      }
      Purpose given = purpose(line, consent.group(1));
      Purpose sentAs = consent.group(3) == null ? given : purpose(line, consent.group(3));
      permissions.add(new ChannelRule.Permission(given, sentAs));
    }
    draft.requirements = List.of(new ChannelRule.Requirement(permissions));
  }

  private static void forbid(Draft draft, Line line, String value) {
    draft.forbidden = yes(line, value, "yes");
    draft.source = draft.forbidden ? line.source() : draft.source;
  }

  private static void cap(Draft draft, Line line, String value) {
    List<LegalCap> caps = new ArrayList<>();
    if (!value.equals("none")) {
      for (String one : value.split(",")) {
        Matcher cap = CAP.matcher(one.strip());
        if (!cap.matches()) {
          throw line.unreadable("a cap is like 3 per 7d, not " + one.strip());
        }
        Duration window = Duration.ofDays(Integer.parseInt(cap.group(2)));
        int messages = Integer.parseInt(cap.group(1));
        caps.add(new LegalCap(new FrequencyCap(messages, window), cap.group(3) != null));
      }
    }
    draft.caps = caps;
  }

  private static Period period(Line line, String value) {
    if (value.equals("never")) {
      return null;
    }
    try {
      return Period.parse(value);
    } catch (DateTimeParseException e) {
      throw line.unreadable("a period is like P2Y or never, not " + value);
    }
  }

  private static Integer longest(Line line, String value) {
    return value.equals("any") ? null : number(line, value);
  }

  private static String text(String value) {
    return value.equals("none") ? null : value;
  }

  private static void sender(Draft draft, Line line, String value) {
    List<String> said = value.equals("none") ? List.of() : words(value);
    if (!Set.of("name", "contact", "postal").containsAll(said)) {
      throw line.unreadable("a sender says name, contact and postal, not " + value);
    }
    draft.sender = said.contains("name");
    draft.contact = said.contains("contact");
    draft.postal = said.contains("postal");
  }

  private static void stop(Draft draft, Line line, String value) {
    if (!Set.of("none", "free", "reply", "call").contains(value)) {
      throw line.unreadable("the way out is free, reply, call or none, not " + value);
    }
    draft.stop = value;
  }

  private static boolean yes(Line line, String value, String word) {
    if (!value.equals(word) && !value.equals("no")) {
      throw line.unreadable(line.keyword() + " is " + word + " or no, not " + value);
    }
    return value.equals(word);
  }

  private void say(Line line) {
    if (!SAYINGS.contains(line.field(1)) || !LANGUAGES.contains(line.field(2))) {
      throw line.unreadable("say names free, reply, call or notice and a language");
    }
    sayings
        .computeIfAbsent(line.field(1), kind -> new LinkedHashMap<>())
        .put(line.field(2), line.field(3));
  }

  private static int number(Line line, String value) {
    if (!value.matches("[0-9]{1,4}")) {
      throw line.unreadable(value + " is no number");
    }
    return Integer.parseInt(value);
  }

  private static Set<Purpose> purposes(Line line) {
    Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
    if (line.field(1).equals("*")) {
      purposes.addAll(Arrays.asList(Purpose.values()));
    } else {
      words(line.field(1)).forEach(code -> purposes.add(purpose(line, code)));
    }
    return purposes;
  }

  private static Purpose purpose(Line line, String code) {
    return Purpose.of(code).orElseThrow(() -> line.unreadable("unknown purpose " + code));
  }

  private Set<String> channels(Line line) {
    if (line.field(2).equals("*")) {
      return drafts.get(Purpose.TRANSACTIONAL).keySet();
    }
    Set<String> channels = Set.copyOf(words(line.field(2)));
    if (!CHANNELS.containsAll(channels)) {
      throw line.unreadable("unknown channel in " + line.field(2));
    }
    return channels;
  }

  private static List<String> words(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).distinct().toList();
  }

  private static Period lasting(Line line) {
    Period lasts = period(line, line.field(1));
    if (lasts == null) {
      throw line.unreadable("a trade is over some day: give a period like P6M");
    }
    return lasts;
  }

  /** An exception that a clinic has to claim, with its reason. */
  private Trade claim(Line line) {
    if (!line.field(1).equals("existing-trade")) {
      throw line.unreadable("only existing-trade can be claimed, not " + line.field(1));
    }
    if (trade == null) {
      throw line.unreadable("no law of " + place + " that is known has an existing-trade");
    }
    return new Trade(trade.lasts(), trade.source() + "; claimed: " + line.source());
  }

  private static boolean yes(Line line) {
    return switch (line.field(1)) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw line.unreadable("say yes or no, not " + line.field(1));
    };
  }

  LawEdition edition(String name, Instant from) {
    if (majority == 0) {
      throw new IllegalArgumentException(name + " does not say when a person is of age");
    }
    Map<Purpose, Map<String, ChannelRule>> rules = new EnumMap<>(Purpose.class);
    drafts.forEach(
        (purpose, byChannel) -> {
          Map<String, ChannelRule> made = new HashMap<>();
          byChannel.forEach(
              (channel, draft) ->
                  made.put(channel, rule(name, purpose.code() + " on " + channel, draft)));
          rules.put(purpose, made);
        });
    return new LawEdition(name, from, majority, marketing, rules, answersRefusals, rejoin, claimed);
  }

  private ChannelRule rule(String name, String where, Draft draft) {
    if (draft.quiet == null || draft.requirements == null) {
      throw new IllegalArgumentException(name + " does not say consent and quiet for " + where);
    }
    return new ChannelRule(
        draft.quiet,
        draft.requirements,
        draft.forbidden,
        draft.renewal,
        draft.caps,
        draft.longest,
        List.of(
            new Statements(
                place,
                draft.prefix,
                draft.sender,
                draft.contact,
                draft.postal,
                draft.stop.equals("free"),
                said(name, draft.stop),
                draft.notice ? said(name, "notice") : Map.of(),
                draft.suffix,
                draft.known)),
        draft.bypass,
        draft.alone,
        name + ": " + draft.source);
  }

  private Map<String, String> said(String name, String kind) {
    if (kind.equals("none")) {
      return Map.of();
    }
    Map<String, String> said = sayings.get(kind);
    if (said == null || said.size() != LANGUAGES.size()) {
      throw new IllegalArgumentException(name + " does not say " + kind + " in four languages");
    }
    return said;
  }
}
