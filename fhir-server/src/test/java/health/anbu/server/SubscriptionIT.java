package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third party asks to be told. */
class SubscriptionIT extends PostgresServerTest {

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private HttpServer thirdParty;

  @BeforeEach
  void listen() throws IOException {
    thirdParty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    thirdParty.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    thirdParty.start();
  }

  @AfterEach
  void stop() {
    thirdParty.stop(0);
  }

  @Test
  void isToldOfWhatItSubscribedTo() throws InterruptedException {
    String subscription = subscribe();
    awaitActive(subscription);
    // HAPI calls it active a moment before it matches: what is written in between is not told.
    Set<String> written = new HashSet<>();
    String told = null;
    for (int i = 0; i < 30 && told == null; i++) {
      written.add("PUT /Patient/" + writePatient());
      told = received.poll(2, TimeUnit.SECONDS);
    }
    assertThat(told).isIn(written);
    assertStored(fhir.delete("Subscription/" + subscription));
  }

  /** Other tests write patients too: this one has an identifier of its own. */
  private String writePatient() {
    Patient patient = new Patient();
    patient.setId(newId());
    patient.addIdentifier().setSystem("urn:subscription").setValue(patient.getId());
    assertStored(fhir.put(patient));
    return patient.getIdElement().getIdPart();
  }

  private String subscribe() {
    Subscription subscription = new Subscription();
    subscription.setId(newId());
    subscription.setStatus(SubscriptionStatus.REQUESTED);
    subscription.setReason("test");
    subscription.setCriteria("Patient?identifier=urn:subscription|");
    subscription
        .getChannel()
        .setType(SubscriptionChannelType.RESTHOOK)
        .setPayload("application/fhir+json")
        .setEndpoint("http://localhost:" + thirdParty.getAddress().getPort());
    assertStored(fhir.put(subscription));
    return subscription.getIdElement().getIdPart();
  }

  private void awaitActive(String id) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    SubscriptionStatus status = null;
    while (status != SubscriptionStatus.ACTIVE && System.nanoTime() < deadline) {
      status = fhir.get("Subscription/" + id).as(Subscription.class).getStatus();
    }
    assertThat(status).isEqualTo(SubscriptionStatus.ACTIVE);
  }
}
