package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Says what keeps a resource from conforming to a profile, element by element.
 *
 * <p>Scenarios are written now and then: what they are held to is let go after the last one.
 */
@Component
@Lazy
class ProfileValidator {

  private static final Duration KEPT = Duration.ofSeconds(30);

  private final FhirContext fhirContext;
  private final FhirDefinitions definitions;
  private final WhileInUse<Judge> judge;

  ProfileValidator(FhirContext fhirContext, FhirDefinitions definitions) {
    this.fhirContext = fhirContext;
    this.definitions = definitions;
    judge = new WhileInUse<>(KEPT, this::newJudge, definitions::letGo);
  }

  private Judge newJudge() {
    IValidationSupport support = definitions.open();
    FhirInstanceValidator module = new FhirInstanceValidator(support);
    module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    module.setErrorForUnknownProfiles(false);
    return new Judge(support, fhirContext.newValidator().registerValidatorModule(module));
  }

  /** An outcome without issues when the resource conforms to all of them. */
  OperationOutcome problems(IBaseResource resource, List<String> profiles) {
    return judge.use(one -> one.problems(resource, profiles));
  }

  /** After a definition was written. */
  void readAnew() {
    judge.outOfDate();
  }

  private record Judge(IValidationSupport support, FhirValidator validator) {

    OperationOutcome problems(IBaseResource resource, List<String> profiles) {
      OperationOutcome outcome = new OperationOutcome();
      profiles.stream().filter(profile -> !isKnown(profile)).forEach(p -> unknown(p, outcome));
      return outcome.hasIssue() ? outcome : validated(resource, profiles, outcome);
    }

    private OperationOutcome validated(
        IBaseResource resource, List<String> profiles, OperationOutcome outcome) {
      ValidationOptions options = new ValidationOptions();
      profiles.forEach(options::addProfile);
      validator.validateWithResult(resource, options).getMessages().stream()
          .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
          .forEach(message -> add(message, outcome));
      return outcome;
    }

    private boolean isKnown(String profile) {
      return support.fetchStructureDefinition(profile) != null;
    }

    private void unknown(String profile, OperationOutcome outcome) {
      String url = profile.replaceFirst("\\|.*", "");
      String mend =
          url.equals(profile) || !isKnown(url)
              ? "correct the canonical or remove it"
              : "the server has another version of it: declare it without |version";
      issue(outcome, IssueType.NOTFOUND)
          .setDiagnostics("Profile %s is not known here; %s".formatted(profile, mend))
          .addExpression("meta.profile");
    }
  }

  private static void add(SingleValidationMessage message, OperationOutcome outcome) {
    String where = message.getLocationString();
    issue(outcome, IssueType.INVARIANT)
        .setDiagnostics(where == null ? message.getMessage() : where + ": " + message.getMessage())
        .addExpression(where);
  }

  private static OperationOutcomeIssueComponent issue(OperationOutcome outcome, IssueType type) {
    return outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type);
  }
}
