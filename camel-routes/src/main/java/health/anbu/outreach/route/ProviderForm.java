package health.anbu.outreach.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form as it came over the wire. */
record ProviderForm(Map<String, List<String>> values) {

  /** Reads name=value pairs; an escape that cannot be read is an IllegalArgumentException. */
  static ProviderForm parse(String body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : body.split("&")) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        values.computeIfAbsent(decode(name), key -> new ArrayList<>()).add(decode(value));
      }
    }
    return new ProviderForm(values);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The first value of that name, empty if there is none. */
  String first(String name) {
    return values.getOrDefault(name, List.of("")).get(0);
  }
}
