package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The README is for strangers: short, and complete about settings. */
class ReadmeTest {

  private static final Pattern NAME = Pattern.compile("`([a-z.\\[\\]0-9-]+)`");

  private final List<String> readme = read();

  @Test
  void isShort() {
    assertThat(readme).hasSizeLessThanOrEqualTo(150);
  }

  @Test
  void hasARowForEverySetting() throws ClassNotFoundException {
    assertThat(named()).containsAll(settings());
  }

  @Test
  void findsSettingsAtAll() throws ClassNotFoundException {
    assertThat(settings()).contains("anbu.clinic.zone", "anbu.complaints.rules[0].owner");
  }

  private static List<String> read() {
    try {
      return Files.readAllLines(Path.of("../README.md"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What the first cells of the table name; {@code .phone} shares the prefix before it. */
  private Set<String> named() {
    Set<String> names = new TreeSet<>();
    for (String line : readme) {
      if (line.startsWith("| `")) {
        addNames(line.split("\\|")[1], names);
      }
    }
    return names;
  }

  private static void addNames(String cell, Set<String> names) {
    Matcher matcher = NAME.matcher(cell);
    String prefix = "";
    while (matcher.find()) {
      String name = matcher.group(1).startsWith(".") ? prefix + matcher.group(1) : matcher.group(1);
      names.add(name);
      prefix = name.substring(0, name.lastIndexOf('.'));
    }
  }

  private static Set<String> settings() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    Set<String> settings = new TreeSet<>();
    for (var found : scanner.findCandidateComponents("health.anbu")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      add(type.getAnnotation(ConfigurationProperties.class).value(), type, settings);
    }
    // What applies to both FHIR servers is told for one of them.
    settings.removeIf(name -> name.startsWith("anbu.source.") && !name.endsWith("base-url"));
    return settings;
  }

  private static void add(String prefix, Class<?> type, Set<String> settings) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + kebab(component.getName());
      Class<?> single = component.getType();
      if (single.isRecord()) {
        add(name, single, settings);
      } else if (elements(component) instanceof Class<?> element && element.isRecord()) {
        add(name + "[0]", element, settings);
      } else {
        settings.add(name);
      }
    }
  }

  private static Object elements(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
        ? list.getActualTypeArguments()[0]
        : null;
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
