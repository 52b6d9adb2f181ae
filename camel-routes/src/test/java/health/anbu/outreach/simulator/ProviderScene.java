package health.anbu.outreach.simulator;

import health.anbu.outreach.contact.ChannelOptOut;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.OutgoingMessage;
import health.anbu.outreach.contact.Receipt;
import health.anbu.outreach.contact.SendOutcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;

/** The adapters as routes use them, and what they brought into the product. */
class ProviderScene extends RouteBuilder {
  final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
  final Queue<InboundMessage> inbound = new ConcurrentLinkedQueue<>();

  final Queue<ChannelOptOut> optOuts = new ConcurrentLinkedQueue<>();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ProducerTemplate producer;
  private final IntSupplier port;
  private volatile int failures;

  ProviderScene(ProducerTemplate producer, IntSupplier port) {
    this.producer = producer;
    this.port = port;
  }

  @Override
  public void configure() {
    from("direct:kakao").to("kamelet:nhn-kakao-sink");
    from("direct:kakao-impatient").to("kamelet:nhn-kakao-sink?responseTimeout=1500");
    from("direct:kakao-query").to("kamelet:nhn-kakao-query-action");
    from("direct:sms").to("kamelet:twilio-sms-sink");
    from("direct:sms-impatient").to("kamelet:twilio-sms-sink?responseTimeout=1500");
    from("direct:sms-query").to("kamelet:twilio-sms-query-action");
    from("direct:kakao-nowhere").to("kamelet:nhn-kakao-sink?baseUrl=http://localhost:1");
    from("direct:sms-nowhere").to("kamelet:twilio-sms-sink?baseUrl=http://localhost:1");
    from("direct:email").to("kamelet:smtp-email-sink");
    from("direct:email-nowhere").to("kamelet:smtp-email-sink?port=1");
    from("direct:email-starttls").to("kamelet:smtp-email-sink?tls=starttls");
    from("direct:smpp").to("kamelet:smpp-sms-sink");
    from("direct:smpp-query").to("kamelet:smpp-sms-query-action");
    from("kamelet:smtp-email-receipt-source").process(this::receive);
    from("kamelet:smtp-email-unsubscribe-source").process(this::receive);
    from("kamelet:smpp-sms-receipt-source").process(this::receive);
    from("direct:sms-wrong-token").to("kamelet:twilio-sms-sink?authToken=wrong");
    from("direct:line").to("kamelet:line-messaging-sink");
    from("direct:line-impatient").to("kamelet:line-messaging-sink?responseTimeout=1500");
    from("direct:line-query").to("kamelet:line-messaging-query-action");
    from("direct:line-nowhere").to("kamelet:line-messaging-sink?baseUrl=http://localhost:1");
    from("direct:line-wrong-token").to("kamelet:line-messaging-sink?channelAccessToken=wrong");
    from("direct:whatsapp").to("kamelet:whatsapp-cloud-sink");
    from("direct:whatsapp-impatient").to("kamelet:whatsapp-cloud-sink?responseTimeout=1500");
    from("direct:whatsapp-nowhere").to("kamelet:whatsapp-cloud-sink?baseUrl=http://localhost:1");
    from("direct:whatsapp-wrong-token").to("kamelet:whatsapp-cloud-sink?accessToken=wrong");
    from("kamelet:line-messaging-receipt-source")
        .split(body())
        .stopOnException()
        .process(this::receive);
    from("kamelet:whatsapp-cloud-receipt-source")
        .split(body())
        .stopOnException()
        .process(this::receive);
    from("kamelet:nhn-kakao-receipt-source").process(this::receive);
    from("kamelet:twilio-sms-receipt-source").process(this::receive);
  }

  private void receive(Exchange exchange) {
    if (failures > 0) {
      failures--;
      throw new IllegalStateException("the product is not ready");
    }
    Object body = exchange.getMessage().getBody();
    if (body instanceof InboundMessage message) {
      inbound.add(message);
    } else if (body instanceof ChannelOptOut told) {
      optOuts.add(told);
    } else {
      ((List<?>) body).forEach(receipt -> receipts.add((Receipt) receipt));
    }
  }

  void failNext(int count) {
    failures = count;
  }

  void forget() {
    receipts.clear();
    inbound.clear();
    optOuts.clear();
    failures = 0;
  }

  static OutgoingMessage message(String channel, String to, String text) {
    String id = UUID.randomUUID().toString();
    return new OutgoingMessage(id, channel, to, "안내", text, "ko", null, Map.of(), List.of(), false);
  }

  SendOutcome send(OutgoingMessage message) {
    return (SendOutcome) ask("direct:" + message.channel(), message);
  }

  Object ask(String route, Object body) {
    Exchange answer =
        producer.request(
            route,
            exchange -> {
              exchange.getMessage().setBody(body);
              exchange.getMessage().setHeader("patient-name", "must not reach the provider");
            });
    if (answer.getException() != null) {
      throw new IllegalStateException(answer.getException());
    }
    if (!answer.getMessage().getHeaders().isEmpty()) {
      throw new IllegalStateException("headers leak: " + answer.getMessage().getHeaders().keySet());
    }
    return answer.getMessage().getBody();
  }

  void fault(String provider, String json) {
    HttpResponse<String> answer = post("/simulators/" + provider + "/faults", json);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
  }

  void noFaults(String provider) {
    exchange(request("/simulators/" + provider + "/faults").DELETE().build());
  }

  HttpResponse<String> post(String path, String json) {
    return exchange(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<String> get(String path) {
    return exchange(request(path).GET().build());
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + path));
  }

  HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
