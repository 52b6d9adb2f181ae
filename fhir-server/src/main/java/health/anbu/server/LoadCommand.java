package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code load FOLDER [--server=URL]}: imports a folder of transaction Bundles into the server that
 * runs, else straight into the database.
 */
final class LoadCommand {

  private static final String SERVER = "--server=";
  private static final String DEFAULT_SERVER = "http://localhost:8080";

  private final PrintStream out;

  LoadCommand(PrintStream out) {
    this.out = out;
  }

  /** Returns the exit code: 0 all in, 1 something was refused, 2 not understood. */
  int run(String[] arguments) throws IOException {
    List<String> folders = Arrays.stream(arguments).filter(isOption().negate()).toList();
    if (folders.size() != 1 || !Files.isDirectory(Path.of(folders.get(0)))) {
      out.println(
          "Usage: load FOLDER [--server=http://localhost:8080], with a token in ANBU_TOKEN where the server asks for one");
      return 2;
    }
    return load(Path.of(folders.get(0)), arguments);
  }

  private int load(Path folder, String[] arguments) throws IOException {
    HttpTarget server = HttpTarget.at(server(arguments));
    if (server.answers()) {
      out.println("Loading into the server at " + server.base());
      return new FolderImport(server, out).run(folder);
    }
    if (Arrays.stream(arguments).anyMatch(argument -> argument.startsWith(SERVER))) {
      out.println("No server answers at " + server.base());
      return 1;
    }
    return straightIntoTheDatabase(folder, arguments);
  }

  private int straightIntoTheDatabase(Path folder, String[] arguments) throws IOException {
    out.println("No server answers, loading straight into the database");
    try (ConfigurableApplicationContext context = start(arguments)) {
      return new FolderImport(daoTarget(context), out).run(folder);
    }
  }

  private static ConfigurableApplicationContext start(String[] arguments) {
    return new SpringApplicationBuilder(Anbu.class)
        .web(WebApplicationType.NONE)
        // What is loaded waits in the outbox for the next ordinary start.
        .properties("anbu.routes.enabled=false")
        .run(Arrays.stream(arguments).filter(isOption()).toArray(String[]::new));
  }

  @SuppressWarnings("unchecked")
  private static ImportTarget daoTarget(ConfigurableApplicationContext context) {
    return new DaoTarget(
        context.getBean(FhirContext.class),
        (IFhirSystemDao<Bundle, Meta>) context.getBean(IFhirSystemDao.class));
  }

  private static String server(String[] arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(SERVER))
        .map(argument -> argument.substring(SERVER.length()))
        .findFirst()
        .orElse(DEFAULT_SERVER);
  }

  private static Predicate<String> isOption() {
    return argument -> argument.startsWith("--");
  }
}
