package health.anbu.server;

/** The contract on PostgreSQL. */
class FhirServerOnPostgresIT extends PostgresServerTest implements FhirServerContract {

  @Override
  public ServerTest server() {
    return this;
  }
}
