package health.anbu.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A server with a simulated clock, at which messages become due. */
record Dispatching(Server server, Counter counter, CpuMeter database, int due) {

  /** So many requests wait for their time. */
  int planned() {
    return counter.count(Counter.PLANNED);
  }

  /** Treats more patients, each of whom is then written to many times in the far future. */
  void fill(int first, int patients) {
    int before = planned();
    new Seeding(http())
        .put(
            first,
            patients,
            i -> {
              String patient = "waiting-" + i;
              String phone = "010-5%03d-%04d".formatted(i / 9999, i % 9999);
              return List.of(Resource.patient(patient, phone), WaitingScenario.treatment(patient));
            });
    settle(before + patients * WaitingScenario.STEPS);
  }

  private void settle(int planned) {
    counter.awaitAtLeast(planned, Counter.PLANNED);
    counter.awaitNone(Counter.UNRECONCILED);
  }

  /** All of a day's messages at once; the clock is moved in the background. */
  Round round(LocalDate day, int number, String part, String rate) {
    treatedThreeMonthsBefore(day);
    moveTo(day + "T09:59:00+09:00");
    int recorded = counter.count(Counter.MESSAGES);
    Usage before = used();
    long start = System.nanoTime();
    CompletableFuture<Void> moving =
        CompletableFuture.runAsync(() -> moveTo(day + "T10:00:00+09:00"));
    counter.awaitAtLeast(recorded + due, Counter.MESSAGES);
    double seconds = (System.nanoTime() - start) / 1e9;
    Usage used = used().since(before);
    moving.join();
    if (counter.count(Counter.MESSAGES) != recorded + due) {
      throw new IllegalStateException("more messages were recorded than were due");
    }
    return Round.of(part, "product", number)
        .with(rate, due / seconds)
        .with(used, due, "message")
        .with("s until all that follows is done", (System.nanoTime() - start) / 1e9);
  }

  private void treatedThreeMonthsBefore(LocalDate day) {
    int before = planned();
    String treated = day.minusMonths(3).toString();
    long number = day.toEpochDay() % 1000;
    new Seeding(http())
        .put(
            0,
            due,
            i -> {
              String patient = "due-" + day + "-" + i;
              String phone = "010-%04d-%04d".formatted(6000 + number, i + 1);
              return List.of(
                  Resource.patient(patient, phone),
                  Resource.consent(patient),
                  Resource.botox(patient, treated));
            });
    settle(before + due);
  }

  private void moveTo(String instant) {
    http().ask("POST", "/clock", "{\"instant\":\"" + instant + "\"}");
  }

  private Usage used() {
    return new Usage(server.cpu().used(), database.used());
  }

  private Http http() {
    return server.http();
  }
}
