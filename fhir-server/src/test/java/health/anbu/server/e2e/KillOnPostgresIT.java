package health.anbu.server.e2e;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;

/** The same on PostgreSQL. */
@Tag("soak")
@EnabledIf("health.anbu.outreach.TestPostgres#isWanted")
class KillOnPostgresIT extends KillIT {

  @Override
  String[] database(String... settings) {
    return AnbuProcess.onPostgres("kill", settings);
  }
}
