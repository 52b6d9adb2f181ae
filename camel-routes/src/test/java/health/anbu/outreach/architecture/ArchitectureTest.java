package health.anbu.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The product keeps its rules, and each rule bites: its canary must make it fail. */
class ArchitectureTest {

  private static final String PRODUCT = "health.anbu.outreach";
  private static final String CANARIES = "health.anbu.outreach.architecture.canary";

  private static final JavaClasses PRODUCT_CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PRODUCT);
  private static final JavaClasses CANARY_CLASSES =
      new ClassFileImporter().importPackages(CANARIES);

  private static final Rules RULES = new Rules(PRODUCT);
  private static final Rules CANARY_RULES = new Rules(CANARIES);

  private static void assertBites(ArchRule rule, String culprit) {
    EvaluationResult result = rule.evaluate(CANARY_CLASSES);
    assertThat(result.getFailureReport().getDetails())
        .anySatisfy(detail -> assertThat(detail).contains(culprit));
  }

  @Nested
  class TheProduct {
    @Test
    void isReallyLookedAt() {
      assertThat(PRODUCT_CLASSES.contain(PRODUCT + ".complaint.SlaClock")).isTrue();
      assertThat(PRODUCT_CLASSES.contain(CANARIES + ".route.PatientHelper")).isFalse();
    }

    @Test
    void decidesInPurePackages() {
      RULES.allPure().forEach(rule -> rule.check(PRODUCT_CLASSES));
    }

    @Test
    void knowsHapiInOnePackage() {
      RULES.onlyFhirKnowsHapi().check(PRODUCT_CLASSES);
    }

    @Test
    void hasNamesThatSaySomething() {
      RULES.namesSaySomething().check(PRODUCT_CLASSES);
    }

    @Test
    void takesTimeFromTheClock() {
      RULES.timeComesFromTheClock().check(PRODUCT_CLASSES);
    }
  }

  @Nested
  class TheRule {
    @ParameterizedTest
    @CsvSource({
      "0, contact.SpringCanary",
      "1, plan.ContentCanary",
      "2, content.HapiCanary",
      "3, complaint.PlanCanary",
      "4, vip.IcuCanary",
      "5, kpi.JacksonCanary",
      "6, calendar.PlanCanary"
    })
    void ofPurePackagesBites(int rule, String culprit) {
      assertBites(CANARY_RULES.allPure().get(rule), culprit);
    }

    @Test
    void ofPurePackagesLetsTheAllowedThrough() {
      List<String> details =
          CANARY_RULES.allPure().stream()
              .flatMap(
                  rule -> rule.evaluate(CANARY_CLASSES).getFailureReport().getDetails().stream())
              .toList();
      assertThat(details).noneMatch(detail -> detail.matches("\\w+ <[^>]*\\.Allowed.*"));
    }

    @Test
    void ofHapiBites() {
      assertBites(CANARY_RULES.onlyFhirKnowsHapi(), "content.HapiCanary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PatientHelper", "PatientManager", "PatientUtils"})
    void ofNamesBites(String culprit) {
      assertBites(CANARY_RULES.namesSaySomething(), culprit);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"instant", "localDate", "inZone", "millis", "date", "sleep", "methodReference"})
    void ofTheClockBites(String culprit) {
      assertBites(CANARY_RULES.timeComesFromTheClock(), "WallClockCanary." + culprit + "()");
    }

    @Test
    void ofTheClockLetsAClockThrough() {
      assertThat(
              CANARY_RULES
                  .timeComesFromTheClock()
                  .evaluate(CANARY_CLASSES)
                  .getFailureReport()
                  .getDetails())
          .noneSatisfy(detail -> assertThat(detail).contains("AllowedTime"));
    }
  }
}
