package health.anbu.outreach.route;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;

/** The answer to a provider's webhook, decided before anything of it enters the product. */
final class ProviderWebhook {
  /** True if the body may go on into the product. */
  static final String ACCEPTED = "anbuWebhookAccepted";

  private static final String STATUS = "anbuWebhookStatus";
  private static final int LARGEST = 1_000_000;

  private ProviderWebhook() {}

  static boolean tooLarge(Message request) {
    long length = request.getHeader(Exchange.CONTENT_LENGTH, -1L, Long.class);
    return length > LARGEST;
  }

  /** The raw body, also where Camel has read it before us. */
  static byte[] body(Message request) {
    if (request.getBody() instanceof StreamCache cache) {
      cache.reset();
    }
    byte[] body = request.getBody(byte[].class);
    if (body != null && body.length > LARGEST) {
      throw new IllegalArgumentException("the body is too large");
    }
    return body == null ? new byte[0] : body;
  }

  /** Goes on with this body, or, where there is nothing in it for us, is just answered. */
  static void accept(Exchange exchange, Object body) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(body);
    exchange.setProperty(ACCEPTED, body != null);
    exchange.setProperty(STATUS, 200);
  }

  static void refuse(Exchange exchange, int status) {
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setBody(null);
    exchange.setProperty(ACCEPTED, false);
    exchange.setProperty(STATUS, status);
  }

  /** Writes the answer; an exception on the way here became a 5xx, and the provider comes again. */
  static void answer(Exchange exchange, String contentType, String body) {
    Message answer = exchange.getMessage();
    answer.removeHeaders("*");
    int status = exchange.getProperty(STATUS, 500, Integer.class);
    answer.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    answer.setHeader(Exchange.CONTENT_TYPE, contentType);
    answer.setBody(status == 200 ? body : "");
    exchange.removeProperty(STATUS);
    exchange.removeProperty(ACCEPTED);
  }
}
