package health.anbu.outreach.route;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Loads the YAML routes, all of them or none. They are loaded when the server is ready, so that no
 * route ever meets a store that is not.
 */
final class RouteFiles {

  private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
  private static final String PATTERN = "classpath*:camel/*.camel.yaml";

  private final CamelContext camel;

  RouteFiles(CamelContext camel) {
    this.camel = camel;
  }

  void load() throws Exception {
    List<Resource> files = new ArrayList<>();
    for (org.springframework.core.io.Resource found : found()) {
      files.add(
          ResourceHelper.fromString(
              "classpath:camel/" + found.getFilename(),
              found.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)));
    }
    PluginHelper.getRoutesLoader(camel).loadRoutes(files);
    LOG.info("{} routes from {} files", camel.getRoutesSize(), files.size());
  }

  /** Route configurations come first, so that every route has its error handling. */
  private static List<org.springframework.core.io.Resource> found() throws IOException {
    return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PATTERN))
        .sorted(
            Comparator.comparing(
                    (org.springframework.core.io.Resource file) ->
                        !"error-handling.camel.yaml".equals(file.getFilename()))
                .thenComparing(org.springframework.core.io.Resource::getFilename))
        .toList();
  }
}
