package health.anbu.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Tells the JVM which code it should not compile with its slow compiler: what reads annotations,
 * wires beans and parses queries is busy for the seconds of a start and then never again, and to
 * compile it well costs more than half of the processor time of the start.
 */
final class QuickCompiler {

  private static final String DIRECTIVES = "quick-compiler.json";

  private QuickCompiler() {}

  /** Answers what the JVM says; one that does not take directives starts as ever. */
  static String whereCodeRunsOnlyAtStart() throws IOException {
    Path file = Files.createTempFile("anbu-compiler", ".json");
    try (InputStream directives = QuickCompiler.class.getResourceAsStream(DIRECTIVES)) {
      Files.copy(directives, file, StandardCopyOption.REPLACE_EXISTING);
      return JvmCommand.run("compilerDirectivesAdd", file.toString());
    } finally {
      Files.delete(file);
    }
  }
}
