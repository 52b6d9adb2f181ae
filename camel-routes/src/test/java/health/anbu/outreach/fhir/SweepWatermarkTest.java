package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.hl7.fhir.r4.model.Basic;
import org.junit.jupiter.api.Test;

class SweepWatermarkTest {

  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00.123Z");
  private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");

  private final MemoryFhirStore plans = new MemoryFhirStore();
  private final SweepWatermark watermark = new SweepWatermark(plans, "https://ehr.example.org/a");

  @Test
  void isEmptyBeforeTheFirstSweep() {
    assertThat(watermark.read()).isEmpty();
  }

  @Test
  void isReadByAnyNodeAsItWasWritten() {
    watermark.write(Map.of("Patient", TEN, "Procedure", ELEVEN));

    assertThat(new SweepWatermark(plans, "https://ehr.example.org/a").read())
        .containsOnly(Map.entry("Patient", TEN), Map.entry("Procedure", ELEVEN));
  }

  @Test
  void isOneForEachServer() {
    watermark.write(Map.of("Patient", TEN));
    new SweepWatermark(plans, "https://ehr.example.org/b").write(Map.of("Patient", ELEVEN));

    assertThat(watermark.read()).containsOnly(Map.entry("Patient", TEN));
    assertThat(plans.all(Basic.class)).hasSize(2);
  }

  @Test
  void isWrittenOverWhereItIs() {
    watermark.write(Map.of("Patient", TEN));
    watermark.write(Map.of("Patient", ELEVEN));

    assertThat(watermark.read()).containsOnly(Map.entry("Patient", ELEVEN));
    assertThat(plans.all(Basic.class)).hasSize(1);
  }

  @Test
  void staysAsAQuickerNodeWroteIt() {
    watermark.write(Map.of("Patient", TEN));
    plans.failNext(new FhirStore.WriteConflict("another node was quicker", null), 1);

    watermark.write(Map.of("Patient", ELEVEN));

    assertThat(watermark.read()).containsOnly(Map.entry("Patient", TEN));
  }
}
