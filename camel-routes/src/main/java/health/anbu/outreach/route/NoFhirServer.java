package health.anbu.outreach.route;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The routes run alone and nobody said beside which server. */
final class NoFhirServer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoFhirServer() {
    super("The routes run alone and do not know their FHIR server");
  }

  /** Says it in two lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<NoFhirServer> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NoFhirServer cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Set anbu.fhir.base-url to the R4 server where plans are written, such as"
              + " --anbu.fhir.base-url=http://localhost:8080/fhir, and anbu.source.base-url too"
              + " if the clinical data is read elsewhere.",
          cause);
    }
  }
}
