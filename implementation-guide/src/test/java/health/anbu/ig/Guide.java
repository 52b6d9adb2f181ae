package health.anbu.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Resource;

/** The guide as others get it: the generated resources, and a validator that knows the package. */
final class Guide {

  static final FhirContext R4 = FhirContext.forR4Cached();
  static final Path RESOURCES = Path.of("fsh-generated/resources");
  static final String PACKAGE = "health/anbu/ig/anbu.outreach.tgz";

  /** What HAPI's validator calls an error and is none. */
  private static final List<String> NOT_ERRORS =
      List.of(
          // The binding is only preferred; Persian is simply not among the common languages.
          "is not in valueset: http://hl7.org/fhir/ValueSet/languages",
          // Parameters that the IG Publisher asks for.
          "guide-parameter-code#copyrightyear",
          "guide-parameter-code#releaselabel");

  private static FhirValidator validator;
  private static ValidationSupportChain support;

  private Guide() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T extends Resource> List<T> all(Class<T> type) {
    var prefix = R4.getResourceType(type) + "-";
    return files().stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .map(file -> R4.newJsonParser().parseResource(type, read(file)))
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SingleValidationMessage> errors(String json) {
    return validator().validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .filter(message -> NOT_ERRORS.stream().noneMatch(message.getMessage()::contains))
        .toList();
  }

  private static synchronized FhirValidator validator() {
    if (validator == null) {
      validator = R4.newValidator();
      validator.registerValidatorModule(new FhirInstanceValidator(support()));
    }
    return validator;
  }

  static synchronized ValidationSupportChain support() {
    if (support == null) {
      support = newSupport();
    }
    return support;
  }

  private static ValidationSupportChain newSupport() {
    var guide = new NpmPackageValidationSupport(R4);
    try {
      guide.loadPackageFromClasspath("classpath:" + PACKAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var unknownSystems = new UnknownCodeSystemWarningValidationSupport(R4);
    unknownSystems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    return new ValidationSupportChain(
        guide,
        new DefaultProfileValidationSupport(R4),
        new CommonCodeSystemsTerminologyService(R4),
        new InMemoryTerminologyServerValidationSupport(R4),
        new SnapshotGeneratingValidationSupport(R4),
        unknownSystems);
  }
}
