package health.anbu.server;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.FhirTerser;
import org.hl7.fhir.instance.model.api.IBaseConformance;

/** The CapabilityStatement, under our own name. */
class Capabilities extends JpaCapabilityStatementProvider {

  Capabilities(
      RestfulServer server,
      IFhirSystemDao<?, ?> systemDao,
      JpaStorageSettings settings,
      ISearchParamRegistry searchParameters,
      IValidationSupport validationSupport) {
    super(server, systemDao, settings, searchParameters, validationSupport);
    setImplementationDescription("Anbu, outreach for any EHR");
    setPublisher("Anbu");
    // Counting every type costs a scan and says nothing about what the server can do.
    setIncludeResourceCounts(false);
  }

  @Override
  protected void postProcess(FhirTerser terser, IBaseConformance statement) {
    super.postProcess(terser, statement);
    terser.setElement(statement, "name", "Anbu");
  }
}
