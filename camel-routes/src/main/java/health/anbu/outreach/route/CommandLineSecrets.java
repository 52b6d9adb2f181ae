package health.anbu.outreach.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** Secrets where every user of the machine can read them: in the list of its processes. */
final class CommandLineSecrets {

  private static final Pattern SECRET =
      Pattern.compile(".*(password|secret|secretkey|apikey|privatekey|token)");

  private CommandLineSecrets() {}

  /** Their names, never their values. */
  static List<String> in(Environment environment) {
    if (!(environment instanceof ConfigurableEnvironment all)) {
      return List.of();
    }
    return all.getPropertySources().stream()
        .filter(CommandLinePropertySource.class::isInstance)
        .flatMap(
            source -> Arrays.stream(((CommandLinePropertySource<?>) source).getPropertyNames()))
        .filter(CommandLineSecrets::isSecret)
        .sorted()
        .toList();
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "")).matches();
  }

  static String seen(String name) {
    return name
        + " on the command line can be read by every user of this machine: put it into the"
        + " environment, as "
        + name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
  }
}
