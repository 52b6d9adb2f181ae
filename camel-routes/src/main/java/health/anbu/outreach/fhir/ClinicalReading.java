package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FHIRConstant;

/**
 * How much the value of a message variable can give away, seen in its FHIRPath alone. What only
 * tests an element counts as reading it, and what is not listed gives away most.
 */
enum ClinicalReading {
  /** Who the patient is, when something is, how often: said anywhere. */
  PLAIN,
  /** Number or people of a record: nothing of the treatment, unless the record is sensitive. */
  RECORD,
  /** What a record says of a treatment, a condition or a visit's reason. */
  CLINICAL;

  private static final Set<String> TIMES =
      words(
          "start end period performed performedDateTime performedPeriod authoredOn sent received"
              + " created restriction minutesDuration status dateTime date instant string boolean"
              + " integer decimal $this $index $total");

  /** Of the Patient; of other records they name other people. */
  private static final Set<String> PEOPLE =
      words(
          "name family given prefix suffix text use gender birthDate active telecom rank address"
              + " line city district state postalCode country language preferred contact id"
              + " identifier system value");

  private static final Set<String> RECORDS =
      words("subject patient participant actor performer individual display reference");

  private static final Set<String> FUNCTIONS =
      words(
          "where first last tail take skip single exists empty not iif count select all any is as"
              + " ofType toString toInteger toDecimal toDate toDateTime substring contains"
              + " startsWith endsWith replace replaceMatches matches matchesFull upper lower"
              + " length trim split join indexOf combine union distinct isDistinct hasValue abs"
              + " round floor ceiling truncate item allTrue anyTrue allFalse anyFalse intersect"
              + " exclude subsetOf supersetOf toChars");

  /** A result is read behind the clinic's own login, never in a message. */
  private static final Set<String> RESULTS =
      words(
          "outcome contained conclusion conclusionCode interpretation component report result"
              + " presentedForm hasMember referenceRange valueQuantity valueString"
              + " valueCodeableConcept children descendants repeat");

  /** Whether a variable that reads so may only stand where nobody else reads. */
  boolean confidential(boolean sensitive) {
    return this == CLINICAL || sensitive && this == RECORD;
  }

  static ClinicalReading of(ExpressionNode expression) {
    return of(expression, false);
  }

  ClinicalReading and(ClinicalReading other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What in it would put a result into a message; a function that reads all below may. */
  static Optional<String> result(ExpressionNode expression) {
    return children(expression)
        .map(ClinicalReading::result)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.of(word(expression)).filter(RESULTS::contains));
  }

  /**
   * @param patient whether it goes on from %patient
   */
  private static ClinicalReading of(ExpressionNode node, boolean patient) {
    boolean own = patient || isPatient(node);
    ClinicalReading reading = self(node, own);
    if (node.getInner() != null) {
      reading = reading.and(of(node.getInner(), own));
    }
    for (ExpressionNode parameter : parameters(node)) {
      reading = reading.and(of(parameter, own));
    }
    for (ExpressionNode other : others(node)) {
      reading = reading.and(of(other, false));
    }
    return reading;
  }

  private static ClinicalReading self(ExpressionNode node, boolean patient) {
    if (node.getFunction() != null) {
      return FUNCTIONS.contains(node.getFunction().toCode()) ? PLAIN : CLINICAL;
    }
    if (node.getKind() != ExpressionNode.Kind.Name) {
      return PLAIN;
    }
    String name = node.getName();
    if (TIMES.contains(name) || Character.isUpperCase(name.charAt(0))) {
      return PLAIN;
    }
    if (PEOPLE.contains(name)) {
      return patient ? PLAIN : RECORD;
    }
    return RECORDS.contains(name) ? RECORD : CLINICAL;
  }

  private static boolean isPatient(ExpressionNode node) {
    return node.getConstant() instanceof FHIRConstant constant
        && "%patient".equals(constant.getValue());
  }

  private static String word(ExpressionNode node) {
    return node.getFunction() == null
        ? String.valueOf(node.getName())
        : node.getFunction().toCode();
  }

  private static List<ExpressionNode> parameters(ExpressionNode node) {
    return node.getParameters() == null ? List.of() : node.getParameters();
  }

  private static List<ExpressionNode> others(ExpressionNode node) {
    return Stream.of(node.getOpNext(), node.getGroup()).filter(Objects::nonNull).toList();
  }

  private static Stream<ExpressionNode> children(ExpressionNode node) {
    return Stream.of(
            Stream.ofNullable(node.getInner()), parameters(node).stream(), others(node).stream())
        .flatMap(nodes -> nodes);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }
}
