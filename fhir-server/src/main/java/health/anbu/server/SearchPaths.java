package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.BaseValidationSupportWrapper;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Evaluates the paths of search parameters without the definitions of all types. HAPI's engine
 * reads them, a tenth of a start, to check the types of an expression, and these are evaluated
 * only.
 */
class SearchPaths extends SearchParamExtractorR4 {

  @Override
  public void initFhirPath() {
    FhirContext context = getContext();
    IValidationSupport all = context.getValidationSupport();
    context.setValidationSupport(new NoDefinitions(context, all));
    try {
      super.initFhirPath();
    } finally {
      context.setValidationSupport(all);
    }
  }

  private static final class NoDefinitions extends BaseValidationSupportWrapper {

    NoDefinitions(FhirContext context, IValidationSupport all) {
      super(context, all);
    }

    @Override
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
      return List.of();
    }
  }
}
