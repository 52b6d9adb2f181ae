package health.anbu.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses paths that may be read in two ways, before anybody decides by a path. */
@Component
@Order(PlainPaths.ORDER)
@ConditionalOnWebApplication
class PlainPaths extends OncePerRequestFilter {

  static final int ORDER = Ordered.HIGHEST_PRECEDENCE;

  private final StrictHttpFirewall firewall = new StrictHttpFirewall();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPlain(request)) {
      chain.doFilter(request, response);
    } else {
      Refusal.pathNotPlain().write(response);
    }
  }

  private boolean isPlain(HttpServletRequest request) {
    try {
      firewall.getFirewalledRequest(request);
      return true;
    } catch (RequestRejectedException e) {
      return false;
    }
  }
}
