package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.contact.SendOutcome.Accepted;
import health.anbu.outreach.contact.SendOutcome.Refused;
import health.anbu.outreach.contact.SendOutcome.Throttled;
import health.anbu.outreach.contact.SendOutcome.Unknown;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What LINE and WhatsApp may answer and their simulators do not. */
class MessengerAnswersTest {

  private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

  private void answer(int status, String body) {
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    exchange.getMessage().setBody(body);
  }

  private SendOutcome outcome() {
    return exchange.getMessage().getBody(SendOutcome.class);
  }

  @Nested
  class Line {

    private SendOutcome read(int status, String body) {
      answer(status, body);
      new LineMessaging().readSend(exchange);
      return outcome();
    }

    @Test
    void sentBeforeIsAccepted() {
      exchange.getMessage().setHeader("x-line-accepted-request-id", "first-request");
      assertThat(read(409, "{\"message\":\"The retry key is already accepted\"}"))
          .isEqualTo(new Accepted("line", "first-request"));
    }

    @Test
    void aConflictThatNamesNoRequestIsNotUnderstood() {
      assertThat(read(409, "{}")).isNotInstanceOf(Accepted.class);
    }

    @Test
    void theMonthsQuotaIsUsedUpSoTheNextChannelHasToDoIt() {
      assertThat(read(429, "{\"message\":\"You have reached your monthly limit.\"}"))
          .isEqualTo(new Refused("line", "monthly-limit", "channel-unavailable", true, false));
    }

    @Test
    void tooManyAtOncePassesByItself() {
      exchange.getMessage().setHeader("Retry-After", "7");
      assertThat(read(429, "{\"message\":\"The API rate limit has been exceeded.\"}"))
          .isEqualTo(new Throttled(Duration.ofSeconds(7)));
    }

    @Test
    void nobodyThereWhoIsAFriend() {
      assertThat(read(400, "{\"message\":\"Failed to send messages\"}"))
          .isEqualTo(new Refused("line", "http-400", "channel-unavailable", true, false));
    }

    @Test
    void aRepeatThatIsRefusedSaysNothingOfTheFirstTime() {
      answer(400, "{\"message\":\"The property, 'to', in the request body is invalid\"}");
      new LineMessaging().readRepeat(exchange);
      assertThat(outcome()).isEqualTo(new Unknown("repeat-http-400"));
    }
  }

  @Nested
  class Whatsapp {

    private SendOutcome read(int status, String body) {
      answer(status, body);
      new WhatsappCloud().readSend(exchange);
      return outcome();
    }

    @Test
    void anErrorOfTheServerLeavesItOpen() {
      assertThat(read(500, "{\"error\":{\"code\":131000}}")).isEqualTo(new Unknown("http-500"));
      assertThat(read(502, "<html>")).isEqualTo(new Unknown("http-502"));
    }

    @Test
    void anAnswerWithoutIdLeavesItOpen() {
      assertThat(read(200, "{\"messages\":[]}")).isEqualTo(new Unknown("no-wamid"));
    }

    @Test
    void whoStoppedAdvertisingIsAnOptOut() {
      assertThat(read(400, "{\"error\":{\"code\":131050}}"))
          .isEqualTo(new Refused("whatsapp", "131050", "opt-out", true, true));
    }

    @Test
    void aCodeNobodyKnowsIsARefusal() {
      assertThat(read(400, "{\"error\":{\"code\":777}}"))
          .isEqualTo(new Refused("whatsapp", "777", "provider-rejected", true, false));
    }
  }
}
