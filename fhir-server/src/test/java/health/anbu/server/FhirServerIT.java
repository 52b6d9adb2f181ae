package health.anbu.server;

/** The contract on the embedded default. */
class FhirServerIT extends H2ServerTest implements FhirServerContract {

  @Override
  public ServerTest server() {
    return this;
  }
}
