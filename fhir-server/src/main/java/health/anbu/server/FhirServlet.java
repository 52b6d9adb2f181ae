package health.anbu.server;

import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Stands before HAPI's servlet and answers 503 until the server is ready.
 *
 * <p>HAPI's servlet is fetched late: Tomcat asks for servlets before the bean factory is frozen,
 * and building HAPI's graph then costs a quarter of the start-up.
 */
class FhirServlet extends HttpServlet {

  private static final String NOT_YET =
      """
      {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"transient",\
      "diagnostics":"The server is starting: packages and search parameters are not active yet. Try again in a few seconds."}]}
      """;

  private final transient ObjectProvider<FhirApi> apis;
  private final transient Readiness readiness;
  private transient volatile RestfulServer server;

  FhirServlet(ObjectProvider<FhirApi> apis, Readiness readiness) {
    this.apis = apis;
    this.readiness = readiness;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (readiness.isReady()) {
      server().service(request, response);
    } else {
      notYet(response);
    }
  }

  private RestfulServer server() throws ServletException {
    if (server == null) {
      synchronized (this) {
        if (server == null) {
          server = started(getServletConfig());
        }
      }
    }
    return server;
  }

  private RestfulServer started(ServletConfig config) throws ServletException {
    RestfulServer fresh = apis.getObject().server();
    fresh.init(config);
    return fresh;
  }

  private static void notYet(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", "5");
    response.setContentType("application/fhir+json;charset=UTF-8");
    response.getWriter().write(NOT_YET);
  }

  @Override
  public void destroy() {
    if (server != null) {
      server.destroy();
    }
  }
}
