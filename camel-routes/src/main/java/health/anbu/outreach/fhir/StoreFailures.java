package health.anbu.outreach.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.PrimitiveType;

/** What a failed call over HTTP means, in words that hold no personal data. */
final class StoreFailures {

  private static final int LONGEST = 300;

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  /** A path, a canonical or a reference says where; any other quoted text may be somebody's. */
  private static final Pattern PLACE =
      Pattern.compile("https?://\\S*|[A-Z][A-Za-z]+[./][\\w.\\-\\[\\]/]*");

  private static final Pattern NUMBERS = Pattern.compile("\\+?\\d[\\d ()-]{6,}\\d");
  private static final Pattern MAIL = Pattern.compile("\\S+@\\S+");

  private final String server;

  StoreFailures(String server) {
    this.server = server;
  }

  static int status(Throwable failure) {
    return response(failure).map(BaseServerResponseException::getStatusCode).orElse(0);
  }

  static boolean isAbsent(Throwable failure) {
    return status(failure) == 404 || status(failure) == 410;
  }

  /** A failure that neither the server nor the way to it has caused stays what it is. */
  RuntimeException of(RuntimeException failure) {
    if (!isOfTheServer(failure)) {
      return failure;
    }
    int status = status(failure);
    String message = server + ": " + said(failure, status);
    if (status == 409 || status == 412) {
      return new FhirStore.WriteConflict(message, failure);
    }
    boolean mayPass = status < 400 || status == 408 || status == 429 || status >= 500;
    return mayPass
        ? new FhirStore.StoreUnavailable(message, failure)
        : new FhirStore.RefusedByStore(message, failure);
  }

  private static boolean isOfTheServer(Throwable failure) {
    return response(failure).isPresent()
        || ExceptionUtils.indexOfType(failure, IOException.class) >= 0
        || ExceptionUtils.indexOfType(failure, DataFormatException.class) >= 0;
  }

  private static String said(Throwable failure, int status) {
    if (status == 0 || ExceptionUtils.indexOfType(failure, IOException.class) >= 0) {
      return ExceptionUtils.getRootCause(failure).getClass().getSimpleName();
    }
    return response(failure)
        .map(BaseServerResponseException::getOperationOutcome)
        .filter(OperationOutcome.class::isInstance)
        .map(OperationOutcome.class::cast)
        .map(outcome -> status + " " + said(outcome))
        .orElse(Integer.toString(status));
  }

  private static String said(OperationOutcome outcome) {
    String all =
        outcome.getIssue().stream().map(StoreFailures::said).collect(Collectors.joining("; "));
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
  }

  private static String said(OperationOutcomeIssueComponent issue) {
    String where =
        issue.getExpression().stream()
            .map(PrimitiveType::getValueAsString)
            .collect(Collectors.joining(", "));
    String what =
        Objects.requireNonNullElse(
            issue.hasDiagnostics() ? issue.getDiagnostics() : issue.getDetails().getText(), "");
    return (where.isEmpty() ? "" : where + ": ") + withoutPersonalData(what);
  }

  static String withoutPersonalData(String text) {
    String masked = QUOTED.matcher(text).replaceAll(StoreFailures::quoted);
    masked = MAIL.matcher(masked).replaceAll("…");
    return NUMBERS.matcher(masked).replaceAll("…");
  }

  private static String quoted(MatchResult quoted) {
    String all = quoted.group();
    String text = all.substring(1, all.length() - 1);
    String quote = all.substring(0, 1);
    return Matcher.quoteReplacement(PLACE.matcher(text).matches() ? all : quote + "…" + quote);
  }

  private static Optional<BaseServerResponseException> response(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .filter(BaseServerResponseException.class::isInstance)
        .map(BaseServerResponseException.class::cast)
        .findFirst();
  }
}
