package health.anbu.outreach.complaint;

import health.anbu.outreach.complaint.IntakeDecision.Accepted;
import health.anbu.outreach.complaint.IntakeDecision.Reason;
import health.anbu.outreach.complaint.IntakeDecision.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Looks at feedback once, at the door. */
public final class Intake {

  public static final int LONGEST_TEXT = 10_000;

  /** How far the sender's clock may run ahead of ours. */
  static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  static final Set<String> CHANNELS =
      Set.of(
          "web",
          "app",
          "phone",
          "visit",
          "fax",
          "sns",
          "sms",
          "kakao",
          "line",
          "whatsapp",
          "email",
          "letter");

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{7,15}");
  private static final Pattern PHONE_SEPARATORS = Pattern.compile("[-\u2010-\u2015\u30FC(). /]");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]+\\.[^\\s@.<>,;\"]+");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern REFERENCE = Pattern.compile("([A-Z][A-Za-z]+/)?[A-Za-z0-9.-]{1,64}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_KEY = 255;

  private static final List<BiFunction<IncomingFeedback, Instant, Optional<Refused>>> CHECKS =
      List.of(
          (f, now) -> channel(f.channel()),
          (f, now) -> text(f.text()),
          (f, now) -> language(f.language()),
          (f, now) -> name(f.sender().name()),
          (f, now) -> phone(f.sender().phone()),
          (f, now) -> email(f.sender().email()),
          (f, now) -> patient(f.sender().patientId()),
          (f, now) -> location(f.location()),
          (f, now) -> receivedAt(f.receivedAt(), now),
          (f, now) -> key(f.idempotencyKey()));

  private Intake() {}

  /** The first thing that is wrong, or the feedback itself, untouched. */
  public static IntakeDecision check(IncomingFeedback feedback, Instant now) {
    return CHECKS.stream()
        .flatMap(check -> check.apply(feedback, now).stream())
        .findFirst()
        .<IntakeDecision>map(refused -> refused)
        .orElseGet(() -> new Accepted(feedback));
  }

  private static Optional<Refused> channel(String channel) {
    return refuseUnless(
        channel != null && CHANNELS.contains(channel),
        Reason.UNKNOWN_CHANNEL,
        "The channel is not one we take feedback from; use one of "
            + CHANNELS.stream().sorted().toList()
            + ".");
  }

  private static Optional<Refused> text(String text) {
    if (text == null || Text.isBlank(text)) {
      return refuse(Reason.NO_TEXT, "'text' is missing or blank; write what happened in 'text'.");
    }
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_TEXT) {
      return refuse(
          Reason.TEXT_TOO_LONG,
          "'text' has %d characters; shorten it to at most %d.".formatted(length, LONGEST_TEXT));
    }
    return refuseUnless(
        isStorable(text),
        Reason.TEXT_NOT_UNICODE,
        "'text' contains a NUL character or half a character; send it as whole UTF-8.");
  }

  /** NUL cannot be stored in PostgreSQL, and a lone surrogate would come back as '?'. */
  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
  }

  private static Optional<Refused> language(String language) {
    return refuseUnless(
        language == null || LANGUAGE.matcher(language).matches(),
        Reason.BAD_LANGUAGE,
        "'language' is not a language tag; send one such as 'ko' or 'ja', or leave it out.");
  }

  private static Optional<Refused> name(String name) {
    return refuseUnless(
        name == null || name.length() <= LONGEST_NAME && isStorable(name),
        Reason.BAD_NAME,
        "'from.name' is not usable; send at most %d ordinary characters.".formatted(LONGEST_NAME));
  }

  private static Optional<Refused> phone(String phone) {
    return refuseUnless(
        phone == null || PHONE.matcher(digits(phone)).matches(),
        Reason.BAD_PHONE,
        "'from.phone' is not a phone number; send 7 to 15 digits, with + before a country code,"
            + " or leave it out.");
  }

  private static String digits(String phone) {
    return PHONE_SEPARATORS.matcher(Text.comparable(phone)).replaceAll("");
  }

  private static Optional<Refused> email(String email) {
    return refuseUnless(
        email == null || email.length() <= LONGEST_EMAIL && EMAIL.matcher(email).matches(),
        Reason.BAD_EMAIL,
        "'from.email' is not an e-mail address; send one such as name@example.org, or leave it"
            + " out.");
  }

  private static Optional<Refused> patient(String patientId) {
    return refuseUnless(
        patientId == null || ID.matcher(patientId).matches(),
        Reason.BAD_PATIENT,
        "'from.patient' is not the id of a Patient; send only letters, digits, '-' and '.'.");
  }

  private static Optional<Refused> location(String location) {
    return refuseUnless(
        location == null || REFERENCE.matcher(location).matches(),
        Reason.BAD_LOCATION,
        "'location' is not a reference; send one such as 'Location/ward-3', or leave it out.");
  }

  private static Optional<Refused> receivedAt(Instant receivedAt, Instant now) {
    return refuseUnless(
        !receivedAt.isAfter(now.plus(CLOCK_SKEW)),
        Reason.RECEIVED_IN_FUTURE,
        "'receivedAt' lies in the future; send when it was received, or leave it out.");
  }

  private static Optional<Refused> key(String key) {
    return refuseUnless(
        key == null || key.length() <= LONGEST_KEY && isStorable(key),
        Reason.BAD_IDEMPOTENCY_KEY,
        "The idempotency key is too long; send at most %d characters.".formatted(LONGEST_KEY));
  }

  private static Optional<Refused> refuseUnless(boolean fine, Reason reason, String message) {
    return fine ? Optional.empty() : refuse(reason, message);
  }

  private static Optional<Refused> refuse(Reason reason, String message) {
    return Optional.of(new Refused(reason, message));
  }
}
