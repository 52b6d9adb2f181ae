package health.anbu.server.check;

import health.anbu.outreach.route.ConfigurationCheck;
import health.anbu.outreach.route.Mode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * {@code check [SETTINGS]}: looks at the settings, the providers' keys, the way webhooks take, the
 * clocks and what the source's records lack. Starts nothing, writes nothing, sends nothing.
 */
public final class CheckCommand {

  private final PrintStream out;
  private final Map<String, String> variables;
  private final Clock clock;

  /**
   * @param variables of the environment
   * @param clock of this machine
   */
  public CheckCommand(PrintStream out, Map<String, String> variables, Clock clock) {
    this.out = out;
    this.variables = variables;
    this.clock = clock;
  }

  /** No bean at all: only the settings are read, as at a start. */
  private static final class Nothing {}

  /** Returns the exit code: 0 where nothing failed, else 1. */
  public int run(String[] settings) {
    FindingTable table = new FindingTable(out);
    try (ConfigurableApplicationContext context = read(settings)) {
      look(context.getEnvironment(), table);
    } catch (BindException e) {
      table.add(List.of(unreadable(e)));
    }
    return table.end();
  }

  private static ConfigurableApplicationContext read(String[] settings) {
    return new SpringApplicationBuilder(Nothing.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .run(settings);
  }

  private static Finding unreadable(BindException e) {
    return Finding.fail(
        "settings", e.getName() + " cannot be read", "write it as the table in the README has it");
  }

  private void look(Environment environment, FindingTable table) {
    ConfigurationCheck configuration = new ConfigurationCheck(environment);
    boolean live = configuration.settings().mode() == Mode.LIVE;
    Network network = new Network(clock);
    table.add(new SettingsFindings(configuration, clock).all());
    table.add(List.of(DatabaseFinding.of(environment)));
    table.add(List.of(new DoorFindings(network, environment).look()));
    table.add(
        new ChannelFindings(network, configuration.settings().simulators().enabled())
            .of(configuration.channels()));
    table.add(
        List.of(
            new WebhookFindings(network, live).of(environment.getProperty("anbu.public-url", ""))));
    table.add(new SourceFindings(source(network, environment), configuration.numbers()).all());
    network.clock().ifPresent(clock -> table.add(List.of(clock)));
  }

  private SourceReader source(Network network, Environment environment) {
    String configured =
        environment.getProperty(
            "anbu.source.base-url", environment.getProperty("anbu.fhir.base-url", ""));
    String token = environment.getProperty("anbu.source.access-token", "");
    String own = "http://localhost:" + environment.getProperty("server.port", "8080") + "/fhir";
    return new SourceReader(
        network,
        configured.isBlank() ? own : configured,
        token.isBlank() ? variables.getOrDefault("ANBU_TOKEN", "") : token);
  }
}
