package health.anbu.bench;

import java.time.Duration;

/** Processor time of a server and of its database. */
record Usage(Duration server, Duration database) {

  Usage since(Usage earlier) {
    return new Usage(server.minus(earlier.server), database.minus(earlier.database));
  }

  double serverMillisPer(int units) {
    return server.toNanos() / 1e6 / units;
  }

  double databaseMillisPer(int units) {
    return database.toNanos() / 1e6 / units;
  }
}
