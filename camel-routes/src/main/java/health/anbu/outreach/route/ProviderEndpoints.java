package health.anbu.outreach.route;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where the providers are and where they find us.
 *
 * <p>With simulators on, whatever is not configured points to the built-in simulators on our own
 * port; the port is known only once the web server has started, so it is asked for at each call.
 */
@Component("providerEndpoints")
public class ProviderEndpoints {
  static final String NHN = "https://kakaotalk-bizmessage.api.nhncloudservice.com";
  static final String TWILIO = "https://api.twilio.com";
  static final String LINE = "https://api.line.me";
  static final String WHATSAPP = "https://graph.facebook.com";

  /** What the built-in simulators take where a clinic has configured nothing. */
  private static final Map<String, String> SIMULATED =
      Map.ofEntries(
          Map.entry("anbu.channels.kakao.app-key", "simulatedAppKey"),
          Map.entry("anbu.channels.kakao.secret-key", "simulated-secret-key"),
          Map.entry("anbu.channels.kakao.sender-key", "simulated-sender-key"),
          Map.entry("anbu.channels.kakao.template-code", "anbu"),
          Map.entry("anbu.channels.kakao.webhook-secret", "simulated-webhook-secret"),
          Map.entry("anbu.channels.sms.account-sid", "AC00000000000000000000000000000000"),
          Map.entry("anbu.channels.sms.auth-token", "simulated-auth-token"),
          Map.entry("anbu.channels.sms.from", "+8215880000"),
          Map.entry("anbu.channels.line.channel-access-token", "simulated-line-token"),
          Map.entry("anbu.channels.line.channel-secret", "simulated-line-secret"),
          Map.entry("anbu.channels.whatsapp.phone-number-id", "100000000000001"),
          Map.entry("anbu.channels.whatsapp.access-token", "simulated-whatsapp-token"),
          Map.entry("anbu.channels.whatsapp.app-secret", "simulated-app-secret"),
          Map.entry("anbu.channels.whatsapp.verify-token", "simulated-verify-token"),
          Map.entry("anbu.channels.whatsapp.template-name", "anbu"),
          Map.entry("anbu.channels.whatsapp.marketing-template-name", "anbu_marketing"),
          Map.entry("anbu.channels.sms.smpp.host", "127.0.0.1"),
          Map.entry("anbu.channels.sms.smpp.system-id", "anbu"),
          Map.entry("anbu.channels.sms.smpp.password", "simulate"),
          Map.entry("anbu.channels.email.host", "127.0.0.1"),
          Map.entry("anbu.channels.email.tls", "none"),
          Map.entry("anbu.channels.email.from", "anbu@clinic.example"),
          Map.entry("anbu.channels.email.link-secret", "simulated-link-secret"),
          Map.entry("anbu.channels.email.response-timeout", "5000"),
          Map.entry("anbu.channels.email.inbound.host", "127.0.0.1"),
          Map.entry("anbu.channels.email.inbound.tls", "none"),
          Map.entry("anbu.channels.email.inbound.period", "0"),
          Map.entry("anbu.channels.email.inbound.username", "anbu@clinic.example"),
          Map.entry("anbu.channels.email.inbound.password", "simulated-password"));

  private final Environment environment;
  private final Clock clock;
  private final Map<String, IntSupplier> simulators = new ConcurrentHashMap<>();
  private volatile int port;

  public ProviderEndpoints(Environment environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @EventListener
  void webServerStarted(WebServerInitializedEvent event) {
    if (event.getApplicationContext().getServerNamespace() == null) {
      port = event.getWebServer().getPort();
    }
  }

  /** The one Clock; adapters have no other time. */
  public Clock clock() {
    return clock;
  }

  public boolean simulated() {
    return environment.getProperty("anbu.simulators.enabled", Boolean.class, false);
  }

  /** How the world, and so a provider's webhook, reaches this product. */
  public String publicUrl() {
    String configured = environment.getProperty("anbu.public-url", "");
    return configured.isBlank() ? local() : withoutSlash(configured);
  }

  /** A kamelet's property, else the setting, else the simulator's built-in value, else empty. */
  public String setting(String property, String setting) {
    if (property != null && !property.isBlank()) {
      return property;
    }
    String configured = environment.getProperty(setting, "");
    if (!configured.isBlank()) {
      return configured;
    }
    return simulated() ? SIMULATED.getOrDefault(setting, "") : "";
  }

  /** A simulator with a port of its own says which, under the setting that would name another. */
  public void simulatorListens(String setting, IntSupplier port) {
    simulators.put(setting, port);
  }

  /** The port of a setting, else the simulator's, else the usual one. */
  int port(String property, String setting, int usual) {
    String configured = setting(property, setting);
    if (!configured.isBlank()) {
      return Integer.parseInt(configured.strip());
    }
    IntSupplier simulator = simulators.get(setting);
    return simulator == null ? usual : simulator.getAsInt();
  }

  String nhn(String property) {
    return base(property, "anbu.channels.kakao.base-url", "/simulators/kakao", NHN);
  }

  String twilio(String property) {
    return base(property, "anbu.channels.sms.base-url", "/simulators/twilio", TWILIO);
  }

  String line(String property) {
    return base(property, "anbu.channels.line.base-url", "/simulators/line", LINE);
  }

  String whatsapp(String property) {
    return base(property, "anbu.channels.whatsapp.base-url", "/simulators/whatsapp", WHATSAPP);
  }

  private String base(String property, String setting, String simulator, String real) {
    String configured = setting(property, setting);
    if (!configured.isBlank()) {
      return withoutSlash(configured);
    }
    return simulated() ? local() + simulator : real;
  }

  private String local() {
    if (port == 0) {
      throw new IllegalStateException("the web server has not started, so its port is unknown");
    }
    return "http://localhost:" + port;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
