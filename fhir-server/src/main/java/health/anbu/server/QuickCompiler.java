package health.anbu.server;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells the JVM which code it should not compile with its slow compiler: what reads annotations,
 * wires beans and parses queries is busy for the seconds of a start and then never again, and to
 * compile it well costs more than half of the processor time of the start.
 */
final class QuickCompiler {

  private static final String DIRECTIVES = "quick-compiler.json";
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private QuickCompiler() {}

  /** Answers what the JVM says; one that does not take directives starts as ever. */
  static String whereCodeRunsOnlyAtStart() throws IOException {
    Path file = Files.createTempFile("anbu-compiler", ".json");
    try (InputStream directives = QuickCompiler.class.getResourceAsStream(DIRECTIVES)) {
      Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
      return take(file);
    } finally {
      Files.delete(file);
    }
  }

  private static String take(Path file) {
    try {
      Object[] arguments = {new String[] {file.toString()}};
      String[] types = {String[].class.getName()};
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(new ObjectName(COMMANDS), "compilerDirectivesAdd", arguments, types);
    } catch (JMException e) {
      return e.toString();
    }
  }
}
