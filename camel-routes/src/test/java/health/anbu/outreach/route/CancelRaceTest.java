package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.FrequencyCap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Patients cancel, move and come in while their reminders are on the way to the provider. */
@DisplayName("D2 nothing goes after a visit, a cancellation or a move")
class CancelRaceTest {

  private static final Logger LOG = LoggerFactory.getLogger(CancelRaceTest.class);
  private static final long SEED = Long.getLong("anbu.race.seed", 20260302L);
  private static final int ROUNDS = 100;
  private static final int PATIENTS = 100;
  private static final Instant DUE = Instant.parse("2026-03-09T01:00:00Z");
  private static final List<String> CHANGES =
      List.of("\"status\":\"cancelled\"", "\"status\":\"noshow\"", "MOVED");

  private final Random random = new Random(SEED);

  /** From the last look to the call of the provider, in nanoseconds. */
  private long longest;

  private int sent;
  private int stopped;

  private static DispatchScene remindersDue() {
    DispatchScene scene =
        new DispatchScene("2026-03-02T12:00:00+09:00", "sms", FrequencyCap.NONE)
            .words("reminded", "transactional", "내일 예약입니다.")
            .scenario("visits", StopsTest.VISIT, List.of(StopsTest.REMINDED));
    List<String> all = IntStream.range(0, PATIENTS).mapToObj(i -> "p" + i).toList();
    for (String id : all) {
      scene.patient(id);
      scene.store.put(appointment(id, "\"status\":\"booked\"", "2026-03-10T11:00:00+09:00"));
    }
    scene.reconciler.reconcile(all);
    scene.clock.moveTo(DUE);
    return scene;
  }

  private static String appointment(String id, String status, String start) {
    return """
        {"resourceType": "Appointment", "id": "%1$s", %2$s, "start": "%3$s",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
        .formatted(id, status, start);
  }

  @Test
  @DisplayName("D2 in 10,000 races, with less than a second between the last look and the call")
  void neverAfterACommit() throws Exception {
    race();
    // What took long before was the loading of classes.
    longest = 0;
    for (int round = 0; round < ROUNDS; round++) {
      race();
    }
    LOG.info(
        "seed {}: {} races, {} sent, {} stopped, longest from the last look to the call {} ms",
        SEED,
        sent + stopped,
        sent,
        stopped,
        TimeUnit.NANOSECONDS.toMillis(longest));
    assertThat(sent + stopped).isEqualTo((ROUNDS + 1) * PATIENTS);
    assertThat(sent).isPositive();
    assertThat(stopped).isPositive();
    assertThat(longest).isLessThan(TimeUnit.SECONDS.toNanos(1));
  }

  private void race() throws InterruptedException {
    DispatchScene scene = remindersDue();
    Map<String, Long> committed = new ConcurrentHashMap<>();
    List<String> order =
        new ArrayList<>(IntStream.range(0, PATIENTS).mapToObj(i -> "p" + i).toList());
    Collections.shuffle(order, random);
    // Some before the batch is looked at, the others while it is on its way.
    int before = random.nextInt(PATIENTS);
    order.subList(0, before).forEach(id -> change(scene, id, committed));
    Thread patients =
        new Thread(
            () -> order.subList(before, PATIENTS).forEach(id -> change(scene, id, committed)));
    List<DueMessage> due =
        scene.store.all(CommunicationRequest.class).stream()
            .map(r -> due(r, r.getSubject().getReferenceElement().getIdPart()))
            .toList();
    patients.start();
    long looked = System.nanoTime();
    List<Dispatch> dispatches = scene.dispatcher.decide(due);
    for (Dispatch dispatch : dispatches) {
      long called = System.nanoTime();
      longest = Math.max(longest, called - looked);
      long change = committed.getOrDefault(dispatch.facts().id(), Long.MAX_VALUE);
      assertThat(change - looked).as("committed before the last look").isPositive();
      scene.takes(dispatch);
    }
    patients.join();
    sent += dispatches.size();
    stopped += PATIENTS - dispatches.size();
  }

  private static DueMessage due(CommunicationRequest request, String patient) {
    return new DueMessage(request.getIdPart(), DueTimer.fresh(patient), new CompletableFuture<>());
  }

  private void change(DispatchScene scene, String id, Map<String, Long> committed) {
    String change = CHANGES.get(Math.floorMod(id.hashCode(), CHANGES.size()));
    scene.store.put(
        change.equals("MOVED")
            ? appointment(id, "\"status\":\"booked\"", "2026-03-20T11:00:00+09:00")
            : appointment(id, change, "2026-03-10T11:00:00+09:00"));
    committed.put(id, System.nanoTime());
  }
}
