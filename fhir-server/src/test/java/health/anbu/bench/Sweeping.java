package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.awaitility.Awaitility;

/** A server with everything in one process, which looks at all patients of a hospital. */
record Sweeping(Server server, Counter counter, CpuMeter database, Hospital hospital) {

  private static final String SCENARIO = "PlanDefinition/botox-retouch";
  private static final String REQUESTS =
      "select count(*) from hfj_resource where res_type = 'CommunicationRequest'";
  private static final String VERSIONS =
      "select count(*) from hfj_res_ver where res_type = 'CommunicationRequest'";
  private static final String KEYS =
      "select count(distinct sp_value) from hfj_spidx_token where res_type ="
          + " 'CommunicationRequest' and sp_name = 'identifier'";

  /** From the write that makes the scenario active until all is written and nothing is left. */
  Round activation(Round round) {
    ObjectNode active =
        ((ObjectNode) server.http().get("/fhir/" + SCENARIO)).put("status", "active");
    Resource scenario = new Resource(SCENARIO, active.toString());
    Approval.of(server.http(), scenario);
    counter.awaitNone(Counter.UNRECONCILED);
    return measured(round, () -> server.http().put(scenario));
  }

  Round forced(Round round) {
    return measured(round, () -> server.http().ask("POST", "/actuator/fullpass", "{}"));
  }

  private Round measured(Round round, Runnable begin) {
    Memory memory = Memory.of(server, ProcessHandle.current().pid());
    Usage before = used();
    long start = System.nanoTime();
    begin.run();
    await(hospital.patients() / 2);
    double middle = server.liveMegabytes();
    await(hospital.patients());
    counter.awaitNone(Counter.UNRECONCILED);
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage used = used().since(before);
    memory.stop();
    everyRequestOnce();
    return round
        .with("s", seconds)
        .with("patients/s", hospital.patients() / seconds)
        .with("requests", counter.count(REQUESTS))
        .with(used, hospital.patients(), "patient")
        .with("resident MB in the middle", memory.inTheMiddle())
        .with("resident MB at the end", memory.atTheEnd())
        .with("live heap MB in the middle", middle)
        .with("live heap MB at the end", server.liveMegabytes());
  }

  /** Not before the pass has begun; and the last of it is when it is over. */
  private void await(int patients) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(30))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> hasLookedAt(patients));
  }

  private boolean hasLookedAt(int patients) {
    JsonNode pass = server.http().get("/actuator/fullpass");
    boolean over = !pass.path("running").asBoolean();
    if (over && pass.path("patients").asInt() > 0 && !pass.path("complete").asBoolean()) {
      throw new IllegalStateException("the pass came to an end early: " + pass);
    }
    return pass.path("patients").asInt() >= patients && (over || patients < hospital.patients());
  }

  /** All that should be there, in one version, with one timer, and no key twice. */
  void everyRequestOnce() {
    mustBe("requests", () -> counter.count(REQUESTS));
    mustBe("versions of requests", () -> counter.count(VERSIONS));
    mustBe("keys of requests", () -> counter.count(KEYS));
    mustBe("timers", () -> counter.count(Counter.PLANNED));
  }

  private void mustBe(String what, IntSupplier count) {
    if (count.getAsInt() != hospital.eligible()) {
      throw new IllegalStateException(
          "%d %s, not %d".formatted(count.getAsInt(), what, hospital.eligible()));
    }
  }

  private Usage used() {
    return new Usage(server.cpu().used(), database.used());
  }
}
