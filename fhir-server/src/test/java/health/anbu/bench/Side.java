package health.anbu.bench;

import java.sql.SQLException;

/** One of the systems that are compared, while it runs. */
final class Side implements AutoCloseable {

  private final String name;
  private final Server server;
  private final Arrivals arrivals;
  private final CpuMeter database;

  private Side(String name, Server server, Arrivals arrivals, CpuMeter database) {
    this.name = name;
    this.server = server;
    this.arrivals = arrivals;
    this.database = database;
  }

  static Side of(String name, Server server, Postgres postgres, String database) {
    var connection = postgres.connect(database);
    return new Side(name, server, new Arrivals(connection), postgres.cpuWithout(connection));
  }

  String name() {
    return name;
  }

  Http http() {
    return server.http();
  }

  Server server() {
    return server;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Usage used() {
    return new Usage(server.cpu().used(), database.used());
  }

  @Override
  public void close() {
    try {
      arrivals.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      server.close();
    }
  }
}
