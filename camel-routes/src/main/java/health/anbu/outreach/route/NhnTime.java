package health.anbu.outreach.route;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** NHN writes local times of Seoul, to the minute in questions and to the second in answers. */
public final class NhnTime {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss][.SSS][.S]");

  private NhnTime() {}

  /** For a question. */
  public static String minute(Instant instant) {
    return MINUTE.format(instant.atZone(SEOUL));
  }

  /** For an answer. */
  public static String second(Instant instant) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(instant.atZone(SEOUL));
  }

  /** Empty if it is no date and time that NHN writes. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, SECOND).atZone(SEOUL).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
