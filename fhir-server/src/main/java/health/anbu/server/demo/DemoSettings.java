package health.anbu.server.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of the demo; whatever is given on the command line wins. */
final class DemoSettings {

  private static final String PORT = "--server.port=";
  private static final int DEFAULT_PORT = 8080;

  private DemoSettings() {}

  static int port(List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(PORT))
        .map(option -> Integer.parseInt(option.substring(PORT.length())))
        .findFirst()
        .orElse(DEFAULT_PORT);
  }

  static String[] in(Path folder, List<String> options) {
    List<String> arguments = new ArrayList<>(options);
    settings(folder)
        .forEach(
            (name, value) -> {
              if (options.stream().noneMatch(option -> option.startsWith("--" + name + "="))) {
                arguments.add("--" + name + "=" + value);
              }
            });
    return arguments.toArray(String[]::new);
  }

  private static Map<String, String> settings(Path folder) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spring.datasource.url", "jdbc:h2:file:" + folder.resolve("anbu"));
    settings.put("anbu.data-folder", folder.toString());
    settings.put("anbu.mode", "demo");
    settings.put("anbu.simulators.enabled", "true");
    settings.put("anbu.clock", "simulated");
    settings.put("anbu.clock.start", Story.START);
    settings.put("anbu.clinic.name", Story.CLINIC);
    settings.put("anbu.clinic.phone", "02-555-0100");
    settings.put("anbu.clinic.opt-out-number", Story.OPT_OUT);
    settings.put("anbu.clinic.channels", "line,kakao,sms");
    settings.put(
        "anbu.scenarios.active",
        "botox-retouch,appointment-reminder,post-treatment-followup,vip-year-end");
    settings.put("anbu.complaints.rules[0].owner", Story.COMPLAINT_OWNER);
    settings.put("server.port", String.valueOf(DEFAULT_PORT));
    settings.put("logging.level.health.anbu", "warn");
    return settings;
  }
}
