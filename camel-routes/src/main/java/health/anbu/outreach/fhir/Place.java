package health.anbu.outreach.fhir;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in an expression something stands. The engine counts every blank before a word twice; here
 * it is counted back to what an editor shows.
 */
final class Place {

  private static final Pattern AT =
      Pattern.compile("\\(@(?:line (\\d+) )?char (\\d+)\\)|Error @(\\d+), (\\d+):");
  private static final Pattern CALLED =
      Pattern.compile("The name (\\S+) is not a valid function name");
  private static final Pattern CONSTANT = Pattern.compile("Invalid FHIRPath Constant %?(\\S+)");
  private static final Pattern TYPES = Pattern.compile("possible types: \\[(.*?)\\]");

  private final String expression;

  Place(String expression) {
    this.expression = expression;
  }

  /** " at line 1, character 10", empty where the engine did not say. */
  String in(String message) {
    Matcher called = CALLED.matcher(message);
    if (called.find()) {
      return shown(callOf(called.group(1)));
    }
    Matcher at = AT.matcher(message);
    if (!at.find()) {
      return "";
    }
    String line = at.group(1) == null ? at.group(3) : at.group(1);
    String column = at.group(2) == null ? at.group(4) : at.group(2);
    return of(line == null ? 1 : Integer.parseInt(line), Integer.parseInt(column));
  }

  String of(int line, int column) {
    return shown(offset(line, column));
  }

  /** In our words where they are clearer, and without the engine's own count. */
  String cleaned(String message) {
    Matcher called = CALLED.matcher(message);
    if (called.find()) {
      return "there is no function '%s()': correct the name".formatted(called.group(1));
    }
    Matcher constant = CONSTANT.matcher(message);
    if (constant.find()) {
      return "there is no variable '%%%s': use one of %s"
          .formatted(constant.group(1), NamedFacts.names());
    }
    return message
        .replaceAll("^Error evaluating FHIRPath expression: ", "")
        .replaceAll("^Error @\\d+, \\d+: ", "")
        .replaceAll(" \\(@.*?\\)$", "")
        .replaceAll("http://hl7.org/(fhir/StructureDefinition|fhirpath)/(System\\.)?", "");
  }

  /** The bare names of the types that a message lists. */
  static String types(String message) {
    Matcher types = TYPES.matcher(message);
    return types.find() ? types.group(1).replaceAll("http://[^,]*/", "") : "what it is asked of";
  }

  private int offset(int line, int column) {
    int start = 0;
    for (int passed = 1; passed < line && expression.indexOf('\n', start) >= 0; passed++) {
      start = expression.indexOf('\n', start) + 1;
    }
    int blanks = start > 0 ? 1 : 0;
    int best = start;
    for (int i = start; i < expression.length(); i++) {
      if (i - start + 1 + blanks > column) {
        return best;
      }
      if (Character.isWhitespace(expression.charAt(i))) {
        blanks++;
      } else {
        best = i;
      }
    }
    return column - blanks > expression.length() - start ? expression.length() : best;
  }

  private int callOf(String name) {
    Matcher word = Pattern.compile("\\b" + Pattern.quote(name) + "\\s*\\(").matcher(expression);
    return word.find() ? word.start() : 0;
  }

  private String shown(int offset) {
    String before = expression.substring(0, Math.min(offset, expression.length()));
    long line = 1 + before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return " at line %d, character %d".formatted(line, column);
  }
}
