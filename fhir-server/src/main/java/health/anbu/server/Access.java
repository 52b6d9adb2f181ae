package health.anbu.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller may do with the server as a whole, in the words of SMART scopes.
 *
 * <p>Only scopes for every type ({@code *}) count: a search reaches from one type into others by
 * chains and includes, so that a scope for one type alone would promise more than is kept.
 */
enum Access {
  READ,
  WRITE;

  private static final Pattern SCOPE =
      Pattern.compile("(?:system|user)/\\*\\.(read|write|\\*|c?r?u?d?s?)");
  private static final Set<String> READING_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  /** What this scope allows; nothing for a scope that is not understood. */
  static Set<Access> grantedBy(String scope) {
    Matcher matcher = SCOPE.matcher(scope);
    return matcher.matches() ? ofPermission(matcher.group(1)) : EnumSet.noneOf(Access.class);
  }

  private static Set<Access> ofPermission(String permission) {
    return switch (permission) {
      case "read" -> EnumSet.of(READ);
      case "write" -> EnumSet.of(WRITE);
      case "*" -> EnumSet.allOf(Access.class);
      default -> ofLetters(permission);
    };
  }

  private static Set<Access> ofLetters(String letters) {
    Set<Access> granted = EnumSet.noneOf(Access.class);
    if (letters.contains("r") && letters.contains("s")) {
      granted.add(READ);
    }
    if (letters.contains("c") && letters.contains("u") && letters.contains("d")) {
      granted.add(WRITE);
    }
    return granted;
  }

  /** What this request needs. */
  static Set<Access> neededFor(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (READING_METHODS.contains(request.getMethod()) || path.endsWith("/_search")) {
      return EnumSet.of(READ);
    }
    return answersWithMore(path) ? EnumSet.allOf(Access.class) : EnumSet.of(WRITE);
  }

  /** A Bundle may hold reads, and an operation may answer with what was stored before. */
  private static boolean answersWithMore(String path) {
    return path.contains("$")
        || path.contains("%24")
        || path.replaceAll("/+$", "").equals(FhirEndpoint.PATH);
  }
}
