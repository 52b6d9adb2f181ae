package health.anbu.outreach.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a message that is due goes now, later or never. */
class ContactPoliciesTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private Purpose sentAs = Purpose.TREATMENT;
  private Reason refused;
  private String now = "2026-06-30T10:00:00+09:00";
  private String channel = "sms";
  private String sendBy;
  private String open;
  private FrequencyCap cap = FrequencyCap.NONE;
  private List<Instant> sends = List.of();

  private static Instant at(String text) {
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }

  private ContactDecision decide() {
    Permit permit =
        new Permit(refused == null ? List.of("sms") : List.of(), sentAs, refused, List.of(), "");
    return ContactPolicies.decide(
        new ContactMoment(
            permit,
            channel,
            at(now),
            SEOUL,
            at(sendBy),
            JurisdictionPack.of("KR"),
            cap,
            sends,
            false,
            at(open == null ? now : open)));
  }

  private void sent(String... instants) {
    sends = Stream.of(instants).map(ContactPoliciesTest::at).toList();
  }

  @Test
  void sendsOverThePermittedChannels() {
    assertThat(decide()).isEqualTo(new ContactDecision.Send(List.of("sms"), Purpose.TREATMENT));
  }

  @Nested
  class TheFirstObjectionDecides {

    @Test
    void permissionBeforeTime() {
      refused = Reason.OPT_OUT;
      sendBy = "2026-06-30T09:00:00+09:00";
      assertThat(decide()).isEqualTo(new ContactDecision.Skip(Reason.OPT_OUT));
    }

    @Test
    void timeBeforeQuietHours() {
      now = "2026-06-30T23:00:00+09:00";
      sendBy = "2026-06-30T22:00:00+09:00";
      assertThat(decide()).isEqualTo(new ContactDecision.Skip(Reason.TOO_LATE));
    }

    @Test
    void quietHoursBeforeTheCap() {
      now = "2026-06-30T23:00:00+09:00";
      cap = new FrequencyCap(0, Duration.ofDays(7));
      assertThat(decide())
          .isEqualTo(
              new ContactDecision.Defer(at("2026-07-01T08:00:00+09:00"), Reason.QUIET_HOURS));
    }
  }

  @Nested
  class InQuietHours {

    @ParameterizedTest
    @CsvSource({
      "2026-06-30T21:00:00+09:00, 2026-07-01T08:00:00+09:00",
      "2026-07-01T00:00:00+09:00, 2026-07-01T08:00:00+09:00",
      "2026-07-01T07:59:59+09:00, 2026-07-01T08:00:00+09:00"
    })
    void defersToTheMorning(String night, String morning) {
      now = night;
      assertThat(decide()).isEqualTo(new ContactDecision.Defer(at(morning), Reason.QUIET_HOURS));
    }

    @Test
    void skipsWhatWouldBeTooLateInTheMorning() {
      now = "2026-06-30T21:30:00+09:00";
      sendBy = "2026-07-01T07:30:00+09:00";
      assertThat(decide()).isEqualTo(new ContactDecision.Skip(Reason.QUIET_HOURS));
    }

    @Test
    void beginTenMinutesEarlierForKoreanAdvertisingOnKakao() {
      now = "2026-06-30T20:50:00+09:00";
      sentAs = Purpose.ADVERTISING;
      assertThat(decide()).isInstanceOf(ContactDecision.Send.class);
      channel = "kakao";
      assertThat(decide()).isInstanceOf(ContactDecision.Defer.class);
    }

    @ParameterizedTest
    @CsvSource({
      "21:00, 08:00, 20:59, false",
      "21:00, 08:00, 21:00, true",
      "21:00, 08:00, 08:00, false",
      "01:00, 05:00, 00:59, false",
      "01:00, 05:00, 04:59, true",
      "00:00, 00:00, 12:00, false"
    })
    void knowTheirMinutes(LocalTime from, LocalTime until, LocalTime time, boolean quiet) {
      assertThat(new QuietHours(from, until).contains(time)).isEqualTo(quiet);
    }

    @Test
    void endInTheZoneOfThePerson() {
      QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
      ZonedDateTime late = ZonedDateTime.parse("2026-03-07T22:00-05:00[America/New_York]");
      // The clocks go forward in this night.
      assertThat(night.nextAllowed(late).toInstant()).isEqualTo(at("2026-03-08T08:00:00-04:00"));
    }
  }

  @Nested
  @DisplayName("C15, C19: outside the days and hours of the step")
  class OutsideTheSendWindow {

    @BeforeEach
    void itOpensOnFriday() {
      open = "2026-07-03T10:00:00+09:00";
    }

    @Test
    void defersUntilItOpens() {
      assertThat(decide()).isEqualTo(new ContactDecision.Defer(at(open), Reason.SEND_WINDOW));
    }

    @Test
    void skipsWhatWouldBeTooLateByThen() {
      sendBy = "2026-07-03T09:00:00+09:00";
      assertThat(decide()).isEqualTo(new ContactDecision.Skip(Reason.SEND_WINDOW));
    }

    @Test
    void defersToTheMorningFirst() {
      now = "2026-06-30T23:00:00+09:00";
      assertThat(decide())
          .isEqualTo(
              new ContactDecision.Defer(at("2026-07-01T08:00:00+09:00"), Reason.QUIET_HOURS));
    }
  }

  @Nested
  class UnderAFrequencyCap {

    @Test
    void sendsWhileThereIsRoom() {
      cap = new FrequencyCap(2, Duration.ofDays(7));
      sent("2026-06-29T10:00:00+09:00");
      assertThat(decide()).isInstanceOf(ContactDecision.Send.class);
    }

    @Test
    void defersUntilThereIsRoom() {
      cap = new FrequencyCap(2, Duration.ofDays(7));
      sent("2026-06-29T10:00:00+09:00", "2026-06-28T10:00:00+09:00", "2026-06-25T10:00:00+09:00");
      assertThat(decide())
          .isEqualTo(
              new ContactDecision.Defer(at("2026-07-05T10:00:00+09:00"), Reason.FREQUENCY_CAP));
    }

    @Test
    void forgetsWhatLeftTheWindow() {
      cap = new FrequencyCap(1, Duration.ofDays(7));
      sent("2026-06-23T10:00:00+09:00");
      assertThat(decide()).isInstanceOf(ContactDecision.Send.class);
    }

    @Test
    void skipsWhatWouldBeTooLateByThen() {
      cap = new FrequencyCap(1, Duration.ofDays(7));
      sent("2026-06-29T10:00:00+09:00");
      sendBy = "2026-07-01T10:00:00+09:00";
      assertThat(decide()).isEqualTo(new ContactDecision.Skip(Reason.FREQUENCY_CAP));
    }

    @Test
    void skipsEverythingAtACapOfNone() {
      cap = new FrequencyCap(0, Duration.ofDays(7));
      assertThat(decide()).isEqualTo(new ContactDecision.Skip(Reason.FREQUENCY_CAP));
    }

    @Test
    void sendsWhatIsTransactional() {
      sentAs = Purpose.TRANSACTIONAL;
      cap = new FrequencyCap(0, Duration.ofDays(7));
      assertThat(decide()).isInstanceOf(ContactDecision.Send.class);
    }
  }
}
