package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;

/** The database itself, when no server runs on it. */
record DaoTarget(FhirContext fhirContext, IFhirSystemDao<Bundle, Meta> systemDao)
    implements ImportTarget {

  @Override
  public void accept(Path bundle) throws IOException, Refused {
    try (Reader reader = Files.newBufferedReader(bundle)) {
      systemDao.transaction(
          new SystemRequestDetails(),
          fhirContext.newJsonParser().parseResource(Bundle.class, reader));
    } catch (BaseServerResponseException | ca.uhn.fhir.parser.DataFormatException e) {
      throw new Refused(e.getMessage());
    }
  }
}
