package health.anbu.outreach.route;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.stereotype.Component;

/**
 * The HTTP client towards providers never repeats a request by itself.
 *
 * <p>Apache's default sends a POST again after 429 or 503; to a patient that is a second message.
 */
@Component("providerHttpClient")
public class ProviderHttpClient implements HttpClientConfigurer {

  @Override
  public void configureHttpClient(HttpClientBuilder builder) {
    builder.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
  }
}
