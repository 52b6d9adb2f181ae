package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Meta;

/** The database itself, when no server runs on it. */
record DaoTarget(FhirContext fhirContext, IFhirSystemDao<Bundle, Meta> systemDao)
    implements ImportTarget {

  @Override
  public void accept(byte[] bundle) throws IOException, Refused {
    Patience.USUAL.with(() -> store(bundle));
  }

  private void store(byte[] bundle) throws IOException, Refused, Patience.Busy {
    Bundle answer = answer(bundle);
    if (answer.getType() == BundleType.BATCHRESPONSE) {
      String said = fhirContext.newJsonParser().encodeResourceToString(answer);
      BatchAnswer.check(BundleEntries.JSON.readTree(said));
    }
  }

  private Bundle answer(byte[] bundle) throws Refused, Patience.Busy {
    try {
      return systemDao.transaction(
          new SystemRequestDetails(),
          fhirContext
              .newJsonParser()
              .parseResource(Bundle.class, new ByteArrayInputStream(bundle)));
    } catch (ResourceVersionConflictException e) {
      throw new Patience.Busy(e.getMessage());
    } catch (BaseServerResponseException | ca.uhn.fhir.parser.DataFormatException e) {
      throw new Refused(e.getMessage());
    }
  }
}
