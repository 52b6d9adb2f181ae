package health.anbu.outreach.fhir;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;

/**
 * Where the value of a message variable comes from, seen in its FHIRPath alone: whatever reads more
 * than who, when and which number says something of a treatment. What only tests such an element
 * counts as reading it.
 */
final class ClinicalReading {

  /** Elements that say nothing of a treatment. All others do. */
  private static final Set<String> ADMINISTRATIVE =
      Set.of(
          // who
          ("name family given prefix suffix text use gender birthDate active telecom rank address"
                  + " line city district state postalCode country language preferred contact"
                  + " subject patient participant actor performer individual display reference"
                  // when
                  + " start end period performed performedDateTime performedPeriod authoredOn sent"
                  + " received created restriction minutesDuration"
                  // which
                  + " id identifier system value status"
                  // types and the item at hand
                  + " dateTime date instant string boolean integer decimal $this $index $total")
              .split(" "));

  private static final Set<String> FUNCTIONS =
      Set.of(
          ("where first last tail take skip single exists empty not iif count select all any is as"
                  + " ofType toString toInteger toDecimal toDate toDateTime substring contains"
                  + " startsWith endsWith replace replaceMatches matches matchesFull upper lower"
                  + " length trim split join indexOf combine union distinct isDistinct hasValue abs"
                  + " round floor ceiling truncate item allTrue anyTrue allFalse anyFalse intersect"
                  + " exclude subsetOf supersetOf toChars")
              .split(" "));

  /** A result is read behind the clinic's own login, never in a message. */
  private static final Set<String> RESULTS =
      Set.of(
          ("outcome contained conclusion conclusionCode interpretation component report result"
                  + " presentedForm hasMember referenceRange valueQuantity valueString"
                  + " valueCodeableConcept")
              .split(" "));

  /** They read everything below, results too. */
  private static final Set<String> ALL_BELOW = Set.of("children", "descendants", "repeat");

  private ClinicalReading() {}

  /** Whether it says something of a treatment, a condition or a visit's reason. */
  static boolean isClinical(ExpressionNode expression) {
    return any(expression, ClinicalReading::reads);
  }

  /** What in it would put a result into a message. */
  static Optional<String> result(ExpressionNode expression) {
    return nodes(expression)
        .map(ClinicalReading::word)
        .filter(word -> RESULTS.contains(word) || ALL_BELOW.contains(word))
        .findFirst();
  }

  private static boolean reads(ExpressionNode node) {
    if (node.getKind() == ExpressionNode.Kind.Name) {
      return !ADMINISTRATIVE.contains(node.getName())
          && !Character.isUpperCase(node.getName().charAt(0));
    }
    return node.getFunction() != null && !FUNCTIONS.contains(node.getFunction().toCode());
  }

  private static String word(ExpressionNode node) {
    return node.getFunction() == null
        ? String.valueOf(node.getName())
        : node.getFunction().toCode();
  }

  private static boolean any(ExpressionNode node, Predicate<ExpressionNode> test) {
    return nodes(node).anyMatch(test);
  }

  private static Stream<ExpressionNode> nodes(ExpressionNode node) {
    if (node == null) {
      return Stream.empty();
    }
    Stream<ExpressionNode> parameters =
        node.getParameters() == null ? Stream.empty() : node.getParameters().stream();
    return Stream.concat(
        Stream.of(node),
        Stream.concat(
                Stream.of(node.getInner(), node.getOpNext(), node.getGroup())
                    .filter(Objects::nonNull),
                parameters)
            .flatMap(ClinicalReading::nodes));
  }
}
