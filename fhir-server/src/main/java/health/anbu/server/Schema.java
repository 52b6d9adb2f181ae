package health.anbu.server;

import ca.uhn.fhir.jpa.migrate.HapiMigrationStorageSvc;
import ca.uhn.fhir.jpa.migrate.MigrationTaskList;
import ca.uhn.fhir.jpa.migrate.SchemaMigrator;
import ca.uhn.fhir.jpa.migrate.dao.HapiMigrationDao;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import health.anbu.outreach.route.OneAtATime;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;

/** Brings the tables of HAPI and our own to the version of this program, by versioned steps. */
class Schema {

  private static final String ANBU_TABLE = "ANBU_MIGRATION";

  private final Database database;
  private final DataSource dataSource;

  Schema(Database database, DataSource dataSource) {
    this.database = database;
    this.dataSource = dataSource;
  }

  /** One process after the other, where several start on one database. */
  Schema migrate() {
    OneAtATime.run(dataSource, "schema", this::migrateNow);
    return this;
  }

  private void migrateNow() {
    run("HAPI FHIR", SchemaMigrator.HAPI_FHIR_MIGRATION_TABLENAME, hapiTasks());
    run("Anbu", ANBU_TABLE, new AnbuMigrations().tasks());
  }

  private static MigrationTaskList hapiTasks() {
    return new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values());
  }

  private void run(String name, String table, MigrationTaskList tasks) {
    HapiMigrationDao dao = new HapiMigrationDao(dataSource, database.driver(), table);
    SchemaMigrator migrator =
        new SchemaMigrator(
            name, table, dataSource, new Properties(), tasks, new HapiMigrationStorageSvc(dao));
    migrator.setDriverType(database.driver());
    migrator.createMigrationTableIfRequired();
    migrator.migrate();
  }
}
