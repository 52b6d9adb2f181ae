package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.GoldenTimes;
import health.anbu.outreach.plan.Step;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Extension;

/**
 * Keeps with a request the golden time it was planned with, so that it stays when tables change.
 */
final class GoldenTimeWriter {

  private static final String UCUM = "http://unitsofmeasure.org";

  private GoldenTimeWriter() {}

  static void write(Step step, CommunicationRequest request) {
    if (step.golden() == null || step.golden().planned() == null) {
      return;
    }
    GoldenTimes.Planned planned = step.golden().planned();
    String unit = planned.offset().unit().ucum();
    Duration offset = new Duration();
    offset.setValue(BigDecimal.valueOf(planned.offset().amount())).setUnit(unit);
    offset.setSystem(UCUM).setCode(unit);
    Extension extension = request.addExtension().setUrl(Words.extension("planned-golden-time"));
    extension.addExtension("offset", offset);
    extension.addExtension("table", new CanonicalType(planned.table()));
  }
}
