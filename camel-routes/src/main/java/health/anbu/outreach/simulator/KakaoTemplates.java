package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Templates registered with the simulated provider; it approves them at once. */
final class KakaoTemplates {
  private static final Pattern VARIABLE = Pattern.compile("#\\{([^}]{1,100})}");

  private final Map<String, String> contents = new ConcurrentHashMap<>();

  boolean register(String code, String content) {
    return contents.putIfAbsent(code, content) == null;
  }

  boolean knows(String code) {
    return contents.containsKey(code);
  }

  /** The text with its variables replaced, or empty if one is not given. */
  Optional<String> fill(String code, JsonNode parameters) {
    Matcher variables = VARIABLE.matcher(contents.get(code));
    StringBuilder text = new StringBuilder();
    while (variables.find()) {
      JsonNode value = parameters.path(variables.group(1));
      if (!value.isValueNode() || value.isNull()) {
        return Optional.empty();
      }
      variables.appendReplacement(text, Matcher.quoteReplacement(value.asText()));
    }
    return Optional.of(variables.appendTail(text).toString());
  }
}
