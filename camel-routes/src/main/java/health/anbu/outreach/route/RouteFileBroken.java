package health.anbu.outreach.route;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A file with routes cannot be used, so that none are started. */
final class RouteFileBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param line counted from 1, 0 where it is not known
   */
  RouteFileBroken(String place, int line, CharSequence problem, Exception cause) {
    super(place + (line == 0 ? "" : ", line " + line) + ": " + problem, cause);
  }

  /** Says it in a few lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<RouteFileBroken> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RouteFileBroken cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Mend the file, or take it out of anbu.routes.folder. Until then nothing is started, so"
              + " that no half of the routes runs.",
          cause);
    }
  }
}
