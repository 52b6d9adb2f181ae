package health.anbu.outreach.route;

import static health.anbu.outreach.contact.DeliveryStatus.DELIVERED;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_PERMANENT;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_TEMPORARY;
import static health.anbu.outreach.contact.DeliveryStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Purpose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderCodeTest {

  @Nested
  class ResultsOfNhn {

    @ParameterizedTest
    @CsvSource({
      "1000,DELIVERED",
      "3005,UNKNOWN",
      "3008,FAILED_PERMANENT",
      "3010,FAILED_TEMPORARY",
      "3013,FAILED_TEMPORARY",
      "3014,FAILED_PERMANENT",
      "3015,FAILED_PERMANENT",
      "3016,FAILED_PERMANENT",
      "3018,FAILED_PERMANENT",
      "3019,FAILED_PERMANENT",
      "3020,FAILED_PERMANENT",
      "3022,FAILED_TEMPORARY",
      "3025,FAILED_PERMANENT",
      "3027,FAILED_PERMANENT",
      "4131,UNKNOWN",
      "4133,FAILED_PERMANENT",
      "4134,FAILED_PERMANENT",
      "4156,FAILED_TEMPORARY",
      "1021,FAILED_TEMPORARY",
      "1027,FAILED_TEMPORARY",
      "9998,UNKNOWN",
      "9999,UNKNOWN",
      "12345,UNKNOWN"
    })
    void meanAStatus(String code, DeliveryStatus status) {
      assertThat(ProviderCode.of("nhn", code).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3008", "3016", "3018", "3019", "3027"})
    void failWithoutBeingAnOptOut(String code) {
      assertThat(ProviderCode.of("nhn", code).optOut()).isFalse();
    }

    @Test
    void aBlockedSenderIsAnOptOut() {
      assertThat(ProviderCode.of("nhn", "3020"))
          .isEqualTo(new ProviderCode(FAILED_PERMANENT, "recipient-blocked", true));
    }
  }

  @Nested
  class AnswersOfNhn {

    @ParameterizedTest
    @CsvSource({
      "-1000,FAILED_TEMPORARY",
      "-1001,FAILED_TEMPORARY",
      "-2025,FAILED_PERMANENT",
      "-3003,FAILED_PERMANENT",
      "-3004,FAILED_PERMANENT",
      "-3005,FAILED_PERMANENT",
      "-3010,FAILED_PERMANENT",
      "-8008,FAILED_PERMANENT",
      "-9999,UNKNOWN",
      "9998,UNKNOWN"
    })
    void meanAStatus(String code, DeliveryStatus status) {
      assertThat(NhnResultCode.ofAnswer(code).status()).isEqualTo(status);
    }

    @Test
    void aRecipientWhoOptedOutIsAnOptOut() {
      assertThat(NhnResultCode.ofAnswer("-3301").optOut()).isTrue();
    }
  }

  @Nested
  class ErrorsOfWhatsapp {

    @ParameterizedTest
    @CsvSource({
      "131026,FAILED_PERMANENT,channel-unavailable",
      "131047,FAILED_PERMANENT,channel-unavailable",
      "131049,FAILED_TEMPORARY,provider-rejected",
      "131050,FAILED_PERMANENT,opt-out",
      "132000,FAILED_PERMANENT,provider-rejected",
      "132001,FAILED_PERMANENT,provider-rejected",
      "132015,FAILED_TEMPORARY,channel-unavailable",
      "190,FAILED_TEMPORARY,channel-unavailable",
      "130429,FAILED_TEMPORARY,provider-unreachable",
      "99999,FAILED_PERMANENT,provider-rejected"
    })
    void meanAStatusAndAReason(String code, DeliveryStatus status, String reason) {
      ProviderCode meaning = ProviderCode.of("whatsapp", code);
      assertThat(meaning.status()).isEqualTo(status);
      assertThat(meaning.reason()).isEqualTo(reason);
      assertThat(meaning.optOut()).isEqualTo(code.equals("131050"));
    }

    @Test
    void whoStoppedTheirMarketingStoppedOnlyThat() {
      assertThat(ProviderCode.of("whatsapp", "131050").about()).isEqualTo(Purpose.ADVERTISING);
      assertThat(ProviderCode.of("twilio", "21610").about()).isNull();
    }
  }

  @Nested
  class ErrorsOfTwilio {

    @ParameterizedTest
    @CsvSource({
      "21211,FAILED_PERMANENT,number-invalid",
      "21408,FAILED_PERMANENT,channel-unavailable",
      "21610,FAILED_PERMANENT,opt-out",
      "21614,FAILED_PERMANENT,number-invalid",
      "30001,FAILED_TEMPORARY,provider-unreachable",
      "30003,FAILED_TEMPORARY,provider-unreachable",
      "30004,FAILED_PERMANENT,recipient-blocked",
      "30005,FAILED_PERMANENT,number-invalid",
      "30006,FAILED_PERMANENT,number-invalid",
      "30007,FAILED_PERMANENT,provider-rejected",
      "30008,FAILED_TEMPORARY,provider-unreachable",
      "99999,FAILED_PERMANENT,provider-rejected"
    })
    void meanAStatusAndAReason(String code, DeliveryStatus status, String reason) {
      ProviderCode meaning = ProviderCode.of("twilio", code);
      assertThat(meaning.status()).isEqualTo(status);
      assertThat(meaning.reason()).isEqualTo(reason);
      assertThat(meaning.optOut()).isEqualTo(code.equals("21610"));
    }

    @Test
    void statusesMeanHowFarTheMessageCame() {
      assertThat(TwilioStatus.meaning("delivered", "").orElseThrow().status()).isEqualTo(DELIVERED);
      assertThat(TwilioStatus.meaning("undelivered", "30003").orElseThrow().status())
          .isEqualTo(FAILED_TEMPORARY);
      assertThat(TwilioStatus.meaning("received", "")).isEmpty();
      assertThat(ProviderCode.of("nhn", "").status()).isEqualTo(UNKNOWN);
    }
  }
}
