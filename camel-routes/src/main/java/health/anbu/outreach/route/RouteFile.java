package health.anbu.outreach.route;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A file with routes or with a Kamelet.
 *
 * @param place as an operator finds it
 */
record RouteFile(String name, String place, String text) {

  static final String ROUTES = ".camel.yaml";
  static final String KAMELET = ".kamelet.yaml";

  private static final Pattern LINE = Pattern.compile("line:? ?(\\d+)");

  static RouteFile of(org.springframework.core.io.Resource found, String place) {
    try {
      return new RouteFile(
          found.getFilename(), place, found.getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new RouteFileBroken(place, 0, e.getMessage(), e);
    }
  }

  boolean isKamelet() {
    return name.endsWith(KAMELET);
  }

  Resource resource() {
    return ResourceHelper.fromString((isKamelet() ? "kamelet:" : "routes:") + name, text);
  }

  /** The ids of its routes; refuses what is no YAML. */
  List<String> routeIds() {
    List<String> ids = new ArrayList<>();
    if (parsed() instanceof List<?> parts) {
      for (Object part : parts) {
        if (part instanceof Map<?, ?> named
            && named.get("route") instanceof Map<?, ?> route
            && route.get("id") != null) {
          ids.add(route.get("id").toString());
        }
      }
    }
    return ids;
  }

  private Object parsed() {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(new StringReader(text));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new RouteFileBroken(place, line, e.getProblem(), e);
    } catch (YAMLException e) {
      throw new RouteFileBroken(place, 0, e.getMessage(), e);
    }
  }

  /** What Camel has against it, with the line that it names, else that of the route it names. */
  RouteFileBroken broken(Exception failure) {
    StringBuilder problem = new StringBuilder();
    int line = 0;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher named = LINE.matcher(String.valueOf(cause.getMessage()));
      line = line == 0 && named.find() ? Integer.parseInt(named.group(1)) : line;
      if (problem.indexOf(String.valueOf(cause.getMessage())) < 0) {
        problem.append(problem.isEmpty() ? "" : "; because ").append(cause.getMessage());
      }
    }
    return new RouteFileBroken(place, line == 0 ? lineOfRoute(problem) : line, problem, failure);
  }

  private int lineOfRoute(CharSequence problem) {
    return routeIds().stream()
        .filter(id -> problem.toString().matches("(?s).*\\b" + Pattern.quote(id) + "\\b.*"))
        .map(this::lineOf)
        .findFirst()
        .orElse(0);
  }

  private int lineOf(String id) {
    Matcher stated =
        Pattern.compile("(?m)^\\s*id:\\s*[\"']?" + Pattern.quote(id) + "[\"']?\\s*$").matcher(text);
    return stated.find() ? (int) text.substring(0, stated.start()).lines().count() + 1 : 0;
  }
}
