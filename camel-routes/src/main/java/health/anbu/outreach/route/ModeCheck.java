package health.anbu.outreach.route;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to start where a mode would not keep its word: live with invented time or providers, or
 * without what real sending needs; simulated where a real provider would be reached.
 */
@Component
final class ModeCheck implements BeanFactoryPostProcessor, EnvironmentAware {

  private static final String CHANNELS = "anbu.channels.";
  private static final String PUBLIC_URL = "anbu.public-url";

  /** What an adapter cannot send without. */
  private static final Map<String, List<String>> NEEDED = new LinkedHashMap<>();

  static {
    NEEDED.put("kakao", List.of("app-key", "secret-key", "sender-key"));
    NEEDED.put("sms", List.of("account-sid", "auth-token", "from"));
    NEEDED.put("line", List.of("channel-access-token", "channel-secret"));
    NEEDED.put(
        "whatsapp",
        List.of("phone-number-id", "access-token", "app-secret", "verify-token", "template-name"));
    NEEDED.put("email", List.of("host", "from", "link-secret"));
  }

  /** What text messages need instead, where they go to an SMSC. */
  private static final List<String> SMPP =
      List.of("smpp.host", "smpp.system-id", "smpp.password", "from");

  /** Providers that are reached by a host name and a port. */
  private static final List<String> HOSTS =
      List.of("email.host", "email.inbound.host", "sms.smpp.host");

  private static final List<String> SMS = List.of(TwilioErrorCode.PROVIDER, SmppStatus.PROVIDER);

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  /** Before any bean is built: a refusal takes a second, not a start. */
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    OutreachSettings settings =
        Binder.get(environment).bindOrCreate("anbu", OutreachSettings.class);
    List<String> refusals = refusals(settings, name -> environment.getProperty(name, ""));
    if (!refusals.isEmpty()) {
      throw new ModeRefused(settings.mode(), refusals);
    }
  }

  /**
   * @param setting gives a setting by its name, empty where it is not set
   * @return what stands in the way, each with what to change; empty when the mode may start
   */
  static List<String> refusals(OutreachSettings settings, UnaryOperator<String> setting) {
    String sms = setting.apply(SmppAccount.CHOICE);
    if (!sms.isBlank() && !SMS.contains(sms)) {
      return List.of(
          SmppAccount.CHOICE + "=" + sms + " is no provider: " + String.join(" or ", SMS));
    }
    if (settings.mode() == Mode.LIVE) {
      return live(settings, setting);
    }
    return settings.mode().simulated() ? simulated(settings, setting) : List.of();
  }

  private static List<String> needed(String channel, UnaryOperator<String> setting) {
    return channel.equals("sms") && setting.apply(SmppAccount.CHOICE).equals(SmppStatus.PROVIDER)
        ? SMPP
        : NEEDED.get(channel);
  }

  private static List<String> live(OutreachSettings settings, UnaryOperator<String> setting) {
    List<String> refusals = new ArrayList<>();
    if (settings.simulators().enabled()) {
      refusals.add("anbu.simulators.enabled=true: patients would wait for simulated messages");
    }
    if ("simulated".equals(setting.apply("anbu.clock"))) {
      refusals.add("anbu.clock=simulated: nobody is written to at invented times");
    }
    if (settings.live().goLive() == null) {
      refusals.add(
          "anbu.live.go-live is missing: the instant (2026-12-01T00:00:00Z) before which an"
              + " anchor starts nothing");
    }
    refusals.addAll(providers(settings.clinic().channels(), setting));
    return refusals;
  }

  /** A channel that was begun or asked for must be complete, and one at least must be. */
  private static List<String> providers(List<String> wanted, UnaryOperator<String> setting) {
    List<String> refusals = new ArrayList<>();
    boolean one = false;
    for (String channel : NEEDED.keySet()) {
      List<String> missing = missing(channel, setting);
      boolean begun = missing.size() < needed(channel, setting).size();
      one |= missing.isEmpty();
      if (!missing.isEmpty() && (begun || wanted.contains(channel))) {
        refusals.add(String.join(", ", missing) + " missing: " + channel + " cannot send");
      }
    }
    if (missing("email", setting).isEmpty() && !setting.apply(PUBLIC_URL).startsWith("https://")) {
      refusals.add(PUBLIC_URL + " is not https://…: nobody could opt out of e-mail");
    }
    if (!one && refusals.isEmpty()) {
      refusals.add("no provider is configured: set " + choices());
    }
    return refusals;
  }

  private static List<String> missing(String channel, UnaryOperator<String> setting) {
    return needed(channel, setting).stream()
        .map(name -> CHANNELS + channel + "." + name)
        .filter(name -> setting.apply(name).isBlank())
        .toList();
  }

  private static String choices() {
    return String.join(
        " or ",
        NEEDED.entrySet().stream()
            .map(e -> CHANNELS + e.getKey() + ".{" + String.join(",", e.getValue()) + "}")
            .toList());
  }

  private static List<String> simulated(OutreachSettings settings, UnaryOperator<String> setting) {
    List<String> refusals = new ArrayList<>();
    if (!settings.simulators().enabled()) {
      refusals.add("anbu.simulators.enabled=true is missing: real providers would be reached");
    }
    for (String channel : NEEDED.keySet()) {
      String name = CHANNELS + channel + ".base-url";
      if (!onThisMachine(setting.apply(name))) {
        refusals.add(elsewhere(name));
      }
    }
    HOSTS.stream()
        .map(host -> CHANNELS + host)
        .filter(name -> !isThisMachine(setting.apply(name)))
        .forEach(name -> refusals.add(elsewhere(name)));
    return refusals;
  }

  private static String elsewhere(String name) {
    return name + " points to another machine: simulated messages stay on this one";
  }

  private static boolean isThisMachine(String host) {
    try {
      return host.isBlank() || InetAddress.getByName(host.strip()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean onThisMachine(String url) {
    try {
      return url.isBlank() || InetAddress.getByName(URI.create(url).getHost()).isLoopbackAddress();
    } catch (UnknownHostException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The mode would not keep its word. */
  static final class ModeRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ModeRefused(Mode mode, List<String> refusals) {
      super(
          "anbu.mode=%s is refused:%n  %s"
              .formatted(
                  mode.name().toLowerCase(java.util.Locale.ROOT),
                  String.join(System.lineSeparator() + "  ", refusals)));
    }
  }

  /** Says it in a few lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<ModeRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ModeRefused cause) {
      return new FailureAnalysis(
          cause.getMessage(), "Change these settings, or start with anbu.mode=shadow.", cause);
    }
  }
}
