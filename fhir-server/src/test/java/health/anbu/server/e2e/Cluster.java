package health.anbu.server.e2e;

import health.anbu.outreach.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two servers and three route nodes, each a process of its own, on one PostgreSQL; a balancer
 * before the servers. The simulated providers are in the first node and known to all.
 *
 * <p>The clock is the real one, because a simulated one belongs to one process. The clinic lies
 * where it is early in the afternoon, so that it is never too early or too late to write.
 */
final class Cluster implements AutoCloseable {

  static final int AFTERNOON = 13;

  final ZoneOffset zone =
      ZoneOffset.ofHours(
          AFTERNOON - Clock.systemUTC().instant().atOffset(ZoneOffset.UTC).getHour());
  final List<AnbuProcess> servers = new ArrayList<>();
  final List<AnbuProcess> nodes = new ArrayList<>();
  final Balancer balancer;
  private final String[] database;

  Cluster() {
    database =
        TestPostgres.database("cluster").settings().entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    for (int i = 1; i <= 2; i++) {
      servers.add(AnbuProcess.launchServer("cluster-server-" + i, server()));
    }
    balancer = new Balancer(servers.stream().map(AnbuProcess::port).toList());
    servers.forEach(AnbuProcess::awaitReady);
    nodes.add(AnbuProcess.launchRoutes("cluster-node-1", node()));
    for (int i = 2; i <= 3; i++) {
      nodes.add(AnbuProcess.launchRoutes("cluster-node-" + i, all(node(), providers())));
    }
    nodes.forEach(AnbuProcess::awaitReady);
  }

  private String[] server() {
    return all(
        database,
        "--anbu.routes.enabled=false",
        "--anbu.scenarios.active=post-treatment-followup",
        "--anbu.clinic.zone=" + zone);
  }

  private String[] node() {
    return all(database, all(outreach(), "--anbu.fhir.base-url=" + balancer.url() + "/fhir"));
  }

  private String[] outreach() {
    return new String[] {
      "--anbu.mode=simulated",
      "--anbu.simulators.enabled=true",
      "--anbu.clinic.zone=" + zone,
      "--anbu.clinic.name=안부의원",
      "--anbu.clinic.phone=02-555-0100",
      "--anbu.sweep.period=300"
    };
  }

  /** The providers of everyone are the simulators in the first node, and call back there. */
  private String[] providers() {
    String first = "http://localhost:" + nodes.get(0).port();
    return new String[] {
      "--anbu.public-url=" + first,
      "--anbu.channels.kakao.base-url=" + first + "/simulators/kakao",
      "--anbu.channels.sms.base-url=" + first + "/simulators/twilio"
    };
  }

  /** What makes a server host the routes too. */
  String[] hosting() {
    return all(all(outreach(), providers()), "--anbu.routes.enabled=true");
  }

  private static String[] all(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  /** The client of whichever server answers. */
  AnbuClient anyServer() {
    return new AnbuClient(balancer.url());
  }

  AnbuClient providersClient() {
    return nodes.get(0).client();
  }

  @Override
  public void close() {
    Stream.concat(servers.stream(), nodes.stream()).forEach(AnbuProcess::close);
    try {
      balancer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
