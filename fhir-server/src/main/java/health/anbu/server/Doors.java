package health.anbu.server;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who gets in: with an issuer, whoever shows its token; without one, everybody who can reach the
 * address, which {@link LoopbackGuard} keeps to this machine.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Doors {

  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Callers without a token of ours: what they send is signed, or stands for itself. */
  private static final String[] OPEN = {
    "/actuator/health",
    "/actuator/health/**",
    "/webhooks/**",
    "/intake/**",
    // How to get a token is asked without one.
    "/fhir/metadata"
  };

  /** The providers' own interfaces, which ask for the providers' credentials. */
  private static final String[] SIMULATED = {
    "/simulators/kakao/alimtalk/**",
    "/simulators/twilio/2010-04-01/**",
    "/simulators/line/v2/**",
    "/simulators/whatsapp/*/*/messages"
  };

  @Bean
  SecurityFilterChain doorkeeper(
      HttpSecurity http,
      SecuritySettings settings,
      @Value("${anbu.simulators.enabled:false}") boolean simulators)
      throws Exception {
    plain(http);
    if (!settings.hasIssuer()) {
      return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
    return http.authorizeHttpRequests(requests -> rules(requests, simulators))
        .oauth2ResourceServer(server -> tokens(server, settings))
        .build();
  }

  private static void plain(HttpSecurity http) throws Exception {
    http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(Doors::headers);
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .contentTypeOptions(Customizer.withDefaults())
        .cacheControl(Customizer.withDefaults());
  }

  private static void rules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      boolean simulators) {
    // The first dispatch of the same request was checked.
    requests
        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll();
    requests.requestMatchers(matching(OPEN)).permitAll();
    if (simulators) {
      requests.requestMatchers(matching(SIMULATED)).permitAll();
    }
    requests.anyRequest().access(Doors::decide);
  }

  private static RequestMatcher[] matching(String... patterns) {
    return Arrays.stream(patterns).map(withDefaults()::matcher).toArray(RequestMatcher[]::new);
  }

  private static AuthorizationDecision decide(
      Supplier<Authentication> caller, RequestAuthorizationContext context) {
    Authentication token = caller.get();
    boolean allowed =
        token != null
            && token.isAuthenticated()
            && granted(token).containsAll(Access.neededFor(context.getRequest()));
    return new AuthorizationDecision(allowed);
  }

  private static Set<Access> granted(Authentication token) {
    Set<Access> granted = EnumSet.noneOf(Access.class);
    token.getAuthorities().stream()
        .map(GrantedAuthority::getAuthority)
        .filter(authority -> authority.startsWith("SCOPE_"))
        .forEach(scope -> granted.addAll(Access.grantedBy(scope.substring("SCOPE_".length()))));
    return granted;
  }

  private static void tokens(
      OAuth2ResourceServerConfigurer<HttpSecurity> server, SecuritySettings settings) {
    server
        .jwt(jwt -> jwt.decoder(Tokens.decoder(settings)))
        .authenticationEntryPoint(withoutToken())
        .accessDeniedHandler(withoutScope())
        .withObjectPostProcessor(issuerSilence());
  }

  private static AuthenticationEntryPoint withoutToken() {
    AuthenticationEntryPoint bearer = new BearerTokenAuthenticationEntryPoint();
    return (request, response, failure) -> {
      bearer.commence(request, response, failure);
      Refusal.noValidToken().write(response);
    };
  }

  private static AccessDeniedHandler withoutScope() {
    AccessDeniedHandler bearer = new BearerTokenAccessDeniedHandler();
    return (request, response, denied) -> {
      bearer.handle(request, response, denied);
      Refusal.scopeMissing().write(response);
    };
  }

  private static ObjectPostProcessor<BearerTokenAuthenticationFilter> issuerSilence() {
    AuthenticationEntryPoint withoutToken = withoutToken();
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(
            (request, response, failure) -> {
              if (failure instanceof AuthenticationServiceException) {
                Refusal.issuerSilent().write(response);
              } else {
                withoutToken.commence(request, response, failure);
              }
            });
        return filter;
      }
    };
  }
}
