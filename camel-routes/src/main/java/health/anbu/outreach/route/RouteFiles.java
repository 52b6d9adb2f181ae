package health.anbu.outreach.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the YAML routes, all of them or none. They are loaded when the server is ready, so that no
 * route ever meets a store that is not.
 *
 * <p>A clinic's folder comes over the packaged ones: a file of the same name stands for the
 * packaged file, a route of the same id for the packaged route, a Kamelet for the packaged Kamelet.
 */
final class RouteFiles {

  private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
  private static final String PATTERN = "classpath*:camel/*" + RouteFile.ROUTES;

  /** Route configurations come first, so that every route has its error handling. */
  private static final Comparator<RouteFile> ORDER =
      Comparator.comparing((RouteFile file) -> !file.isKamelet())
          .thenComparing(file -> !file.name().equals("error-handling" + RouteFile.ROUTES));

  private final CamelContext camel;
  private final Path folder;
  private final String packaged;

  /**
   * @param enabled false for a server without outreach
   * @param folder with a clinic's own routes and Kamelets; null for none
   */
  @ConfigurationProperties("anbu.routes")
  record Settings(@DefaultValue("true") boolean enabled, Path folder) {}

  RouteFiles(CamelContext camel, Settings settings) {
    this(camel, settings.folder(), PATTERN);
  }

  RouteFiles(CamelContext camel, Path folder, String packaged) {
    this.camel = camel;
    this.folder = folder;
    this.packaged = packaged;
  }

  void load() throws Exception {
    List<RouteFile> own = own();
    refuseTwoOfOneId(own);
    List<RouteFile> files = together(packaged(), own);
    files.forEach(RouteFile::routeIds);
    // Nothing runs until everything is there.
    camel.setAutoStartup(false);
    files.forEach(this::load);
    camel.setAutoStartup(true);
    camel.getRouteController().startAllRoutes();
    LOG.info(
        "{} routes from {} files, {} of them from {}",
        camel.getRoutesSize(),
        files.size(),
        own.size(),
        folder == null ? "no folder" : folder);
  }

  private void load(RouteFile file) {
    try {
      PluginHelper.getRoutesLoader(camel).loadRoutes(file.resource());
    } catch (Exception e) {
      throw file.broken(e);
    }
  }

  /** Packaged files whose name the folder has too are left out; its others come last. */
  private static List<RouteFile> together(List<RouteFile> packaged, List<RouteFile> own) {
    Map<String, RouteFile> ownByName = new TreeMap<>();
    own.forEach(file -> ownByName.put(file.name(), file));
    List<RouteFile> all = new ArrayList<>();
    for (RouteFile file : packaged) {
      RouteFile instead = ownByName.remove(file.name());
      all.add(instead == null ? file : instead);
    }
    all.addAll(ownByName.values());
    all.sort(ORDER);
    return all;
  }

  private static void refuseTwoOfOneId(List<RouteFile> own) {
    Map<String, String> places = new HashMap<>();
    for (RouteFile file : own) {
      for (String id : file.routeIds()) {
        String other = places.put(id, file.place());
        if (other != null) {
          throw new RouteFileBroken(
              file.place(), 0, "the route " + id + " is also in " + other, null);
        }
      }
    }
  }

  private List<RouteFile> packaged() throws IOException {
    return Stream.of(new PathMatchingResourcePatternResolver().getResources(packaged))
        .map(file -> RouteFile.of(file, "packaged " + file.getFilename()))
        .sorted(Comparator.comparing(RouteFile::name))
        .toList();
  }

  private List<RouteFile> own() {
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(RouteFiles::isMeant)
          .sorted()
          .map(file -> RouteFile.of(new FileSystemResource(file), file.toString()))
          .toList();
    } catch (IOException e) {
      throw new RouteFileBroken(
          "anbu.routes.folder=" + folder, 0, "is no folder that can be read", e);
    } catch (UncheckedIOException e) {
      throw new RouteFileBroken(folder.toString(), 0, e.getMessage(), e);
    }
  }

  private static boolean isMeant(Path file) {
    String name = file.getFileName().toString();
    boolean meant = name.endsWith(RouteFile.ROUTES) || name.endsWith(RouteFile.KAMELET);
    if (!meant && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
      LOG.warn("{} is left out: only *.camel.yaml and *.kamelet.yaml are read", file);
    }
    return meant;
  }
}
