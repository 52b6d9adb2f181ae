package health.anbu.outreach.fhir;

import health.anbu.outreach.fhir.FhirPaths.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.TypeDetails;

/**
 * Reads an expression before any patient is there: names that do not exist and values that cannot
 * be compared are refused where they stand, instead of saying no to everybody for years.
 */
final class ExpressionCheck {

  static final int LONGEST = 4_000;
  static final int DEEPEST = 50;

  private static final Pattern UNKNOWN_NAME = Pattern.compile("The name '(.+?)' is not valid");
  private static final Set<Operation> ORDER =
      Set.of(
          Operation.Greater, Operation.GreaterOrEqual, Operation.LessThan, Operation.LessOrEqual);
  private static final Set<Operation> SAME =
      Set.of(
          Operation.Equals,
          Operation.NotEquals,
          Operation.Equivalent,
          Operation.NotEquivalent,
          Operation.In,
          Operation.Contains);
  private static final Set<Operation> LOGIC =
      Set.of(Operation.And, Operation.Or, Operation.Xor, Operation.Implies);
  private static final Set<Operation> SUMS =
      Set.of(Operation.Plus, Operation.Minus, Operation.Times, Operation.DivideBy);
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("boolean", "a yes or no"),
          Map.entry("integer", "a number"),
          Map.entry("decimal", "a number"),
          Map.entry("positiveInt", "a number"),
          Map.entry("unsignedInt", "a number"),
          Map.entry("string", "a text"),
          Map.entry("code", "a text"),
          Map.entry("uri", "a text"),
          Map.entry("url", "a text"),
          Map.entry("canonical", "a text"),
          Map.entry("id", "a text"),
          Map.entry("oid", "a text"),
          Map.entry("uuid", "a text"),
          Map.entry("markdown", "a text"),
          Map.entry("date", "a date"),
          Map.entry("dateTime", "a date"),
          Map.entry("instant", "a date"),
          Map.entry("time", "a time of day"),
          Map.entry("Quantity", "a quantity"),
          Map.entry("SimpleQuantity", "a quantity"),
          Map.entry("Age", "a quantity"),
          Map.entry("Duration", "a quantity"),
          Map.entry("Count", "a quantity"),
          Map.entry("Distance", "a quantity"));
  private static final String YES_OR_NO = "a yes or no";
  private static final String DATE = "a date";

  /** What the expression is for. */
  enum Use {
    CONDITION,
    DATE,
    VALUE
  }

  private final String expression;
  private final Place place;

  private ExpressionCheck(String expression) {
    this.expression = expression;
    this.place = new Place(expression);
  }

  /** Before anything else looks at it: a monster would keep the engine busy, or break it. */
  static void size(String expression) throws Refused {
    if (expression.length() > LONGEST) {
      throw new Refused(
          "the expression '%s...' has %d characters, and the limit is %d: shorten it, or write several conditions"
              .formatted(expression.substring(0, 40), expression.length(), LONGEST));
    }
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth > DEEPEST) {
        throw new Refused(
            "the expression '%s...' is nested deeper than the limit of %d brackets at character %d: write several conditions"
                .formatted(expression.substring(0, 40), DEEPEST, i + 1));
      }
    }
  }

  /** What the engine says of a text that it cannot read, at the place where it is. */
  static Refused unreadable(String expression, FHIRException why) {
    return new ExpressionCheck(expression).refused(why);
  }

  /**
   * @param context the types of the resources it is asked about; a name must be known to one
   */
  static void types(
      FHIRPathEngine engine, ExpressionNode node, String expression, Set<String> context, Use use)
      throws Refused {
    new ExpressionCheck(expression).check(engine, node, context, use);
  }

  private void check(FHIRPathEngine engine, ExpressionNode node, Set<String> context, Use use)
      throws Refused {
    TypeDetails result;
    try {
      String first = context.iterator().next();
      result =
          engine.checkOnTypes(context, first, first, List.copyOf(context), node, new ArrayList<>());
    } catch (FHIRException e) {
      throw refused(e);
    }
    walk(node);
    Set<String> kinds = kinds(result);
    if (use == Use.CONDITION && !mayBe(kinds, YES_OR_NO)) {
      throw new Refused(
          "'%s' gives %s, and a condition must be true or false: compare it, or add .exists()"
              .formatted(expression, said(kinds)));
    }
    if (use == Use.DATE && !mayBe(kinds, DATE)) {
      throw new Refused(
          "'%s' gives %s, and a scenario counts from a date".formatted(expression, said(kinds)));
    }
  }

  private void walk(ExpressionNode node) throws Refused {
    if (node == null) {
      return;
    }
    operations(node);
    walk(node.getInner());
    walk(node.getGroup());
    if (node.getParameters() != null) {
      for (ExpressionNode parameter : node.getParameters()) {
        walk(parameter);
      }
    }
    walk(node.getOpNext());
  }

  private void operations(ExpressionNode node) throws Refused {
    Operation operation = node.getOperation();
    if (operation == null || node.getOpNext() == null) {
      return;
    }
    Set<String> left = kindsOf(node);
    Set<String> right = kindsOf(node.getOpNext());
    String symbol = operation.toCode();
    boolean together = left.isEmpty() || right.isEmpty() || left.stream().anyMatch(right::contains);
    if ((SAME.contains(operation) || ORDER.contains(operation)) && !together) {
      throw wrong(
          node.getOpNext(), "'%s' compares %s with %s".formatted(symbol, said(left), said(right)));
    }
    if (LOGIC.contains(operation) && !(mayBe(left, YES_OR_NO) && mayBe(right, YES_OR_NO))) {
      throw wrong(
          node.getOpNext(),
          "'%s' joins %s with %s, and each side must be true or false"
              .formatted(symbol, said(left), said(right)));
    }
    boolean computed = node.getOpTypes() == null || !node.getOpTypes().getTypes().isEmpty();
    if (SUMS.contains(operation) && !computed && !left.isEmpty() && !right.isEmpty()) {
      throw wrong(
          node.getOpNext(),
          "'%s' cannot compute with %s and %s".formatted(symbol, said(left), said(right)));
    }
  }

  private static boolean mayBe(Set<String> kinds, String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  /** Of the last name of a chain such as patient.name.family. */
  private static Set<String> kindsOf(ExpressionNode node) {
    ExpressionNode last = node;
    while (last.getInner() != null) {
      last = last.getInner();
    }
    return kinds(last.getTypes());
  }

  private static Set<String> kinds(TypeDetails types) {
    Set<String> kinds = new HashSet<>();
    if (types != null) {
      for (String type : types.getTypes()) {
        String name = type.substring(type.lastIndexOf('/') + 1);
        boolean system = name.startsWith("System.");
        String bare = system ? name.substring("System.".length()) : name;
        String fhir = system && !bare.equals("Quantity") ? lower(bare) : bare;
        kinds.add(KINDS.getOrDefault(fhir, "a " + bare));
      }
    }
    return kinds;
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }

  private static String said(Set<String> kinds) {
    return kinds.isEmpty()
        ? "nothing"
        : String.join(" or ", kinds.stream().sorted().limit(4).toList());
  }

  private Refused wrong(ExpressionNode at, String what) {
    ExpressionNode node = at;
    while (node != null && node.getStart() == null) {
      node = node.getGroup();
    }
    String where =
        node == null ? "" : place.of(node.getStart().getLine(), node.getStart().getColumn());
    return new Refused("'%s'%s: %s".formatted(expression, where, what));
  }

  private Refused refused(FHIRException why) {
    String said = String.valueOf(why.getMessage());
    Matcher unknown = UNKNOWN_NAME.matcher(said);
    String what =
        unknown.find()
            ? "there is no element '%s' in %s: correct the name"
                .formatted(unknown.group(1), Place.types(said))
            : place.cleaned(said);
    return new Refused("'%s'%s: %s".formatted(expression, place.in(said), what));
  }
}
