package health.anbu.outreach.route;

import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much one address may ask of the doors that ask for no token: so many calls of the intake and
 * the wake-up, and so many webhooks with a wrong signature. Rightly signed ones have no limit.
 */
@Component
@ConditionalOnWebApplication
@EnableConfigurationProperties(RateLimit.Settings.class)
final class RateLimit extends OncePerRequestFilter implements Ordered {

  private static final String INTAKE = "/intake/";
  private static final String WEBHOOKS = "/webhooks/";
  private static final String WAKE_UP = "/wake-up";

  private final TokenBuckets calls;
  private final TokenBuckets forgeries;

  /**
   * @param intake calls of the intake in a minute from one address, 0 for no limit
   * @param badSignatures webhooks with a wrong signature in a minute from one address
   */
  @ConfigurationProperties("anbu.rate-limit")
  record Settings(@DefaultValue("120") int intake, @DefaultValue("30") int badSignatures) {}

  @Autowired
  RateLimit(Settings settings) {
    this(settings, System::nanoTime);
  }

  private RateLimit(Settings settings, LongSupplier nanos) {
    this.calls = new TokenBuckets(settings.intake(), nanos);
    this.forgeries = new TokenBuckets(settings.badSignatures(), nanos);
  }

  static RateLimit with(Settings settings, LongSupplier nanos) {
    return new RateLimit(settings, nanos);
  }

  /** Behind the check of the path, before everything that costs. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 10;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    Optional<String> caller = CallerAddress.of(request);
    if (caller.isEmpty()) {
      chain.doFilter(request, response);
    } else if (path.startsWith(WEBHOOKS)) {
      webhook(request, response, chain, caller.get());
    } else if (path.startsWith(INTAKE) || path.startsWith(WAKE_UP)) {
      call(request, response, chain, caller.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private void call(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String caller)
      throws ServletException, IOException {
    Duration wait = calls.take(caller);
    if (wait.isZero()) {
      chain.doFilter(request, response);
    } else {
      refuse(response, wait, "Too many calls from this address");
    }
  }

  private void webhook(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, String caller)
      throws ServletException, IOException {
    Duration wait = forgeries.wait(caller);
    if (!wait.isZero()) {
      refuse(response, wait, "Too many webhooks with a wrong signature; check the secret");
      return;
    }
    chain.doFilter(request, response);
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new AtItsEnd(() -> count(response, caller)));
    } else {
      count(response, caller);
    }
  }

  private void count(HttpServletResponse response, String caller) {
    if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
      forgeries.take(caller);
      Metrics.counter("anbu.webhooks.forged").increment();
    }
  }

  private static void refuse(HttpServletResponse response, Duration wait, String what)
      throws IOException {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    response.setStatus(429);
    response.setHeader("Retry-After", Long.toString(seconds));
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "{\"error\":\"%s. Try again in %d s.\",\"code\":\"too-many\"}"
                .formatted(what, seconds));
    Metrics.counter("anbu.calls.limited").increment();
  }

  private record AtItsEnd(Runnable action) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      action.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // It completes after this.
    }

    @Override
    public void onError(AsyncEvent event) {
      // It completes after this.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
