package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.DerivedId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;

/**
 * How far a server has been swept, for each type by that server's own time; kept as a Basic
 * resource beside the plans, so that any node goes on where another stopped.
 */
public final class SweepWatermark {

  private static final String IDENTIFIER = Words.BASE + "/sid/swept-server";
  private static final String KIND = "sweep-watermark";

  private final FhirStore plans;
  private final String server;

  public SweepWatermark(FhirStore plans, String server) {
    this.plans = plans;
    this.server = server;
  }

  /** Empty before the first sweep. */
  public Map<String, Instant> read() {
    Map<String, Instant> marks = new TreeMap<>();
    stored()
        .ifPresent(
            basic ->
                basic.getExtensionsByUrl(Words.extension(KIND)).forEach(mark -> add(marks, mark)));
    return marks;
  }

  private Optional<Basic> stored() {
    List<Resource> found =
        plans.search(Query.of("Basic").whereCode("identifier", IDENTIFIER, server));
    return found.stream().map(Basic.class::cast).findFirst();
  }

  private static void add(Map<String, Instant> marks, Extension mark) {
    InstantType at = (InstantType) mark.getExtensionByUrl("last-updated").getValue();
    marks.put(
        mark.getExtensionByUrl("type").getValue().primitiveValue(), at.getValue().toInstant());
  }

  /** Where another node was quicker its watermark stays: it is behind, and that is safe. */
  public void write(Map<String, Instant> marks) {
    Optional<Basic> stored = stored();
    Basic basic = stored.orElseGet(this::fresh);
    basic.getExtension().clear();
    marks.forEach((type, at) -> basic.addExtension(mark(type, at)));
    try {
      plans.write(
          List.of(
              RequestWriter.put(
                  basic, stored.map(found -> found.getMeta().getVersionId()).orElse(null))));
    } catch (FhirStore.WriteConflict quicker) {
      // The next sweep writes again.
    }
  }

  private Basic fresh() {
    Basic basic = new Basic();
    basic.setId(DerivedId.of(KIND + "|" + server));
    basic.addIdentifier().setSystem(IDENTIFIER).setValue(server);
    basic.setCode(Codings.concept(Words.BASE + "/CodeSystem/state", KIND));
    return basic;
  }

  private static Extension mark(String type, Instant at) {
    Extension mark = new Extension(Words.extension(KIND));
    mark.addExtension("type", new CodeType(type));
    InstantType instant =
        new InstantType(Date.from(at), InstantType.DEFAULT_PRECISION, TimeZone.getTimeZone("UTC"));
    mark.addExtension("last-updated", instant);
    return mark;
  }
}
