package health.anbu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/** From a complaint at the door to its Task, found by a FHIR search. */
final class ComplaintPart implements Part {

  private static final String NAME = "complaint to Task findable";

  @Override
  public void run(Bench bench, Report report) {
    Settings settings = bench.settings();
    try (Side product = LatencyPart.product(bench)) {
      seed(product, settings.load().count());
      LatencyPart.awaitReconciled(bench);
      // Half as many, half as fast, and not counted: a cold server would still be at them.
      round(product, new OpenLoop(settings.rate() / 2, settings.load().count() / 2), 0);
      for (int i = 1; i <= settings.rounds(); i++) {
        report.add(round(product, settings.load(), i));
      }
    }
    report.add(
        Bar.atMost(
            "complaint to Task findable at 20/s, p99",
            150,
            "ms",
            report.median(NAME, "product", "p99 ms")));
  }

  private static void seed(Side side, int count) {
    new Seeding(side.http())
        .put(0, count, i -> List.of(Resource.patient("complaint-" + i, phone(i))));
  }

  private static String phone(int i) {
    return "010-4%03d-%04d".formatted(i / 9999, i % 9999);
  }

  private static Round round(Side side, OpenLoop load, int number) {
    Usage start = side.used();
    OpenLoop.Run run = load.run(i -> complain(side.http(), number, i));
    Usage used = side.used().since(start);
    return Round.of(NAME, side.name(), number)
        .with(run.latencies())
        .with(used, load.count(), "complaint");
  }

  private static void complain(Http http, int number, int i) {
    JsonNode answer =
        http.ask(
            "POST",
            "/intake/web",
            """
            {"text":"예약하고 갔는데 %d분이나 기다렸어요. 설명도 없었고 너무 불친절했습니다.",
             "language":"ko","from":{"phone":"%s"}}
            """
                .formatted(30 + number, phone(i)));
    String task = answer.path("task").asText().replace("Task/", "");
    JsonNode found = http.get("/fhir/Task?_id=" + task);
    boolean there =
        IntStream.range(0, found.path("entry").size())
            .anyMatch(e -> found.at("/entry/" + e + "/resource/id").asText().equals(task));
    if (!there) {
      throw new IllegalStateException("the Task of a complaint is not found: " + answer);
    }
  }
}
