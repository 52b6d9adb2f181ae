package health.anbu.outreach.route;

import health.anbu.outreach.fhir.PhoneNumbers;
import health.anbu.outreach.plan.ClinicPolicy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What can be said about the settings before anything is started. */
public final class ConfigurationCheck {

  private static final String CHANNELS = "anbu.channels.";

  private final Environment environment;
  private final OutreachSettings settings;

  /**
   * @throws org.springframework.boot.context.properties.bind.BindException where a value cannot be
   *     read
   */
  public ConfigurationCheck(Environment environment) {
    this.environment = environment;
    this.settings = Binder.get(environment).bindOrCreate("anbu", OutreachSettings.class);
  }

  /**
   * A channel that was begun or asked for.
   *
   * @param missing settings without which it cannot send
   * @param probe an address that only answers who shows the right keys; null where there is none
   * @param header name and value that shows them
   */
  public record Channel(String name, List<String> missing, URI probe, Map<String, String> header) {}

  public OutreachSettings settings() {
    return settings;
  }

  public ClinicPolicy clinic() {
    return ClinicPolicies.of(settings);
  }

  public PhoneNumbers numbers() {
    return ClinicPolicies.numbers(clinic());
  }

  /** Why the mode would refuse to start. */
  public List<String> refusals() {
    return ModeCheck.refusals(settings, environment);
  }

  public List<String> secretsOnTheCommandLine() {
    return CommandLineSecrets.in(environment);
  }

  public List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    ModeCheck.begun(settings.clinic().channels(), this::setting)
        .forEach((name, missing) -> channels.add(channel(name, missing)));
    return channels;
  }

  private Channel channel(String name, List<String> missing) {
    boolean smpp = name.equals("sms") && of("sms.account-sid").isBlank();
    if (!missing.isEmpty() || smpp) {
      return new Channel(name, missing, null, Map.of());
    }
    return switch (name) {
      case "sms" -> twilio();
      case "kakao" -> nhn();
      case "line" -> line();
      case "whatsapp" -> whatsapp();
      default -> new Channel(name, missing, null, Map.of());
    };
  }

  /** The bot's own profile: reading it changes nothing. */
  private Channel line() {
    return new Channel(
        "line",
        List.of(),
        URI.create(base("line", ProviderEndpoints.LINE) + "/v2/bot/info"),
        Map.of("Authorization", "Bearer " + of("line.channel-access-token")));
  }

  /** The number's own record: reading it changes nothing. */
  private Channel whatsapp() {
    String version = of("whatsapp.version");
    return new Channel(
        "whatsapp",
        List.of(),
        URI.create(
            base("whatsapp", ProviderEndpoints.WHATSAPP)
                + "/"
                + (version.isBlank() ? "v23.0" : version)
                + "/"
                + of("whatsapp.phone-number-id")),
        Map.of("Authorization", "Bearer " + of("whatsapp.access-token")));
  }

  /** The account itself: reading it changes nothing. */
  private Channel twilio() {
    String account = of("sms.account-sid");
    String pair = account + ":" + of("sms.auth-token");
    return new Channel(
        "sms",
        List.of(),
        URI.create(
            base("sms", ProviderEndpoints.TWILIO) + "/2010-04-01/Accounts/" + account + ".json"),
        Map.of(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
  }

  /** The list of sender profiles: reading it changes nothing. */
  private Channel nhn() {
    return new Channel(
        "kakao",
        List.of(),
        URI.create(
            base("kakao", ProviderEndpoints.NHN)
                + "/alimtalk/v2.3/appkeys/"
                + of("kakao.app-key")
                + "/senders"),
        Map.of("X-Secret-Key", of("kakao.secret-key")));
  }

  private String base(String channel, String usual) {
    String configured = of(channel + ".base-url");
    return configured.isBlank() ? usual : configured.replaceFirst("/+$", "");
  }

  private String of(String channelSetting) {
    return setting(CHANNELS + channelSetting);
  }

  private String setting(String name) {
    return environment.getProperty(name, "");
  }
}
