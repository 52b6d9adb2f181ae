package health.anbu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where {@code java -jar anbu.jar} begins: it knows the JDK alone, as the other jars may be
 * missing.
 */
final class Launch {

  private Launch() {}

  public static void main(String[] args) throws IOException {
    whatIsMissing(Path.of(System.getProperty("java.class.path")).toAbsolutePath())
        .ifPresent(
            text -> {
              System.err.println(text);
              System.exit(2);
            });
    // It would build a Bean Validation, which nothing here uses.
    System.setProperty("spring.backgroundpreinitializer.ignore", "true");
    QuickCompiler.whereCodeRunsOnlyAtStart();
    HeapMemory.giveBackWhatIsFree();
    NativeMemory.giveBackNowAndThen();
    Anbu.main(args);
  }

  static Optional<String> whatIsMissing(Path jar) {
    Path jars = jar.resolveSibling("lib");
    return Files.isDirectory(jars)
        ? Optional.empty()
        : Optional.of(
            "%s needs the folder lib beside it, as it was built: there is no %s"
                .formatted(jar.getFileName(), jars));
  }
}
