package health.anbu.outreach.contact;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The text of a pack: one rule a line, its fields between bars, the last field its source. An
 * edition begins with the rules of the one before it; a later line overrides an earlier one.
 */
public final class PackText {

  /** A line nobody can read; it says which, and what was expected there. */
  public static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String file, int line, String why) {
      super(file + " line " + line + ": " + why);
    }
  }

  /** One line, in fields. */
  record Line(String file, int number, List<String> fields) {

    String keyword() {
      return fields.get(0);
    }

    String field(int index) {
      return fields.get(index);
    }

    String source() {
      return fields.get(fields.size() - 1);
    }

    Unreadable unreadable(String why) {
      return new Unreadable(file, number, why);
    }

    Line of(int size) {
      if (fields.size() != size) {
        throw unreadable(keyword() + " has " + size + " fields, not " + fields.size());
      }
      if (fields.stream().anyMatch(String::isEmpty)) {
        throw unreadable("a field is empty; each rule needs its source");
      }
      return this;
    }
  }

  private final List<Line> lines;

  private PackText(List<Line> lines) {
    this.lines = lines;
  }

  static PackText packaged(String file) {
    try (InputStream in = Objects.requireNonNull(PackText.class.getResourceAsStream(file), file);
        BufferedReader text =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(file, text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  static PackText of(String file, List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        List<String> fields = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        lines.add(new Line(file, i + 1, fields));
      }
    }
    return new PackText(lines);
  }

  /** This text, overridden by another that names no editions: it holds in each of these. */
  PackText then(String file, List<String> text) {
    PackText override = of(file, text);
    override.lines.stream()
        .filter(line -> List.of("zone", "edition").contains(line.keyword()))
        .findFirst()
        .ifPresent(
            line -> {
              throw line.unreadable("an override holds in every edition and names none");
            });
    List<Line> all = new ArrayList<>();
    boolean begun = false;
    for (Line line : lines) {
      if (begun && line.keyword().equals("edition")) {
        all.addAll(override.lines);
      }
      begun |= line.keyword().equals("edition");
      all.add(line);
    }
    all.addAll(override.lines);
    return new PackText(all);
  }

  JurisdictionPack pack(String place) {
    List<LawEdition> editions = new ArrayList<>();
    PackLines known = null;
    ZoneId zone = null;
    String version = null;
    Instant from = null;
    for (Line line : lines) {
      switch (line.keyword()) {
        case "zone" -> zone = zone(line.of(3));
        case "edition" -> {
          if (known != null) {
            editions.add(known.edition(place + " " + version, from));
          }
          Instant day = day(line.of(4), zone);
          if (from != null && !day.isAfter(from)) {
            throw line.unreadable("this edition is not later than the one before it");
          }
          known = known == null ? new PackLines(place) : known;
          version = line.field(1);
          from = day;
        }
        default -> begun(line, known).read(line);
      }
    }
    if (known == null) {
      throw new IllegalArgumentException("the pack of " + place + " has no edition");
    }
    editions.add(known.edition(place + " " + version, from));
    return new JurisdictionPack(place, editions);
  }

  private static PackLines begun(Line line, PackLines known) {
    if (known == null) {
      throw line.unreadable(line.keyword() + " stands before the first edition");
    }
    return known;
  }

  private static ZoneId zone(Line line) {
    try {
      return ZoneId.of(line.field(1));
    } catch (DateTimeException e) {
      throw line.unreadable(line.field(1) + " is no time zone");
    }
  }

  private static Instant day(Line line, ZoneId zone) {
    if (zone == null) {
      throw line.unreadable("the zone stands before the first edition");
    }
    try {
      return LocalDate.parse(line.field(2)).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw line.unreadable(line.field(2) + " is no date");
    }
  }
}
