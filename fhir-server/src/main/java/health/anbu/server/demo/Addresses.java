package health.anbu.server.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** Where to look while the demo stays up. */
record Addresses(URI base) {

  private static final List<String> PATIENTS =
      List.of("haneul", "mary", "aoi", "arash", "junseo", "seoyeon", "emma");

  void print(PrintStream out) {
    out.println();
    out.println("Anbu stays up until you press Ctrl+C. Open:");
    line(out, "the hospital", "/");
    PATIENTS.forEach(id -> line(out, "timeline of " + id, "/timeline.html?patient=" + id));
    line(out, "FHIR", "/fhir/metadata");
    line(out, "planned messages", "/fhir/CommunicationRequest?_sort=occurrence");
    line(out, "messages received", "/simulators/messages");
    line(out, "the clock", "/clock");
  }

  private void line(PrintStream out, String what, String path) {
    out.printf("  %-20s %s%s%n", what, base, path);
  }
}
