package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C3: conditions are compiled and checked before anybody is planned for. */
class ExpressionCheckTest {

  private static final FhirPaths PATHS = new FhirPaths(FhirContext.forR4Cached());
  private static final Set<String> PROCEDURE = Set.of("Procedure");

  private static String refusal(String expression) {
    try {
      PATHS.condition(expression, PROCEDURE);
    } catch (FhirPaths.Refused e) {
      return e.getMessage();
    }
    throw new AssertionError("accepted: " + expression);
  }

  @ParameterizedTest
  @DisplayName("C3 an unknown name or a type error is refused with its place and what to change")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "performd.exists(); 1; there is no element 'performd' in Procedure",
        "%patient.brithDate <= %today; 10; there is no element 'brithDate' in Patient",
        "status = 'completed' and %patient.brithDate.exists(); 35; 'brithDate' in Patient",
        "code.coding.where(sytem = 'x').exists(); 19; there is no element 'sytem' in Coding",
        "%patinet.active; 1; there is no variable '%patinet': use one of %anchor, %daysSinceAnchor",
        "%patient.birthDate.tooday() = %today; 20; there is no function 'tooday()'",
        "code.text.substring('x') = 'y'; 11; substring",
        "status > 3; 10; '>' compares a text with a number",
        "%patient.birthDate > 'x'; 22; '>' compares a date with a text",
        "%referralCount = 'A'; 18; '=' compares a number with a text",
        "code = 'botox'; 8; '=' compares a CodeableConcept with a text",
        "status and %referralCount > 2; 12; each side must be true or false",
        "%referralCount + status > 2; 18; '+' cannot compute with a number and a text",
        "code.coding.where(system).exists(); 13; type uri is not legal for where parameter 1",
        "status = 'completed' and; 25; Expression terminated"
      })
  void namesThePlace(String expression, int character, String what) {
    assertThat(refusal(expression))
        .contains("'" + expression + "' at line 1, character " + character + ": ")
        .contains(what);
  }

  @Test
  @DisplayName("C3 the place is that of an editor also on the second line")
  void countsLines() {
    assertThat(refusal("status = 'completed'\n  and foo.exists()"))
        .contains(" at line 2, character 7: there is no element 'foo'");
  }

  @Test
  void refusesWhatIsNeitherTrueNorFalse() {
    assertThat(refusal("status")).contains("gives a text").contains("add .exists()");
  }

  @Test
  void refusesTheClockOfTheMachine() {
    assertThat(refusal("performed.exists() and today() > @2026-01-01")).contains("%today");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%patient.birthDate <= %today - 19 years",
        "performed is dateTime and (performed as dateTime) <= %now",
        "performed.ofType(Period).end.exists() or status = 'completed'",
        "code.coding.exists(system = 'x' and code in ('a' | 'b'))",
        "%monthsSinceLastVisit >= 3 and %referralCount + 1 > 2",
        "%vipTier = 'A' or %vipTier.empty()",
        "%anchor.status = 'completed'",
        "%nextAppointment.empty()",
        "extension('http://x').value = 'y'",
        "%patient.active.not()",
        "true"
      })
  void acceptsWhatCanBeAsked(String expression) {
    assertThatCode(() -> PATHS.condition(expression, PROCEDURE)).doesNotThrowAnyException();
  }

  @Test
  void countsFromDatesOnly() {
    assertThatThrownBy(() -> PATHS.date("status", PROCEDURE))
        .hasMessageContaining("a scenario counts from a date");
    assertThatCode(() -> PATHS.date("performed", PROCEDURE)).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("C3 a condition of 2 MB is refused with the limit named")
  void refusesAMonster() {
    assertThat(refusal("status = '" + "x".repeat(2_000_000) + "'"))
        .contains("2000011 characters")
        .contains("the limit is 4000")
        .hasSizeLessThan(300);
  }

  @Test
  @DisplayName("C3 brackets that would break the engine are refused with the limit named")
  void refusesADeepOne() {
    assertThat(refusal("(".repeat(1_900) + "true" + ")".repeat(1_900)))
        .contains("the limit of 50 brackets at character 51");
  }
}
