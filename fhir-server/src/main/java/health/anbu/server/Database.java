package health.anbu.server;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.dialect.Dialect;

/** The two databases Anbu runs on, told apart by their JDBC URL. */
enum Database {
  H2(DriverTypeEnum.H2_EMBEDDED, HapiFhirH2Dialect.class),
  POSTGRESQL(DriverTypeEnum.POSTGRES_9_4, HapiFhirPostgresDialect.class);

  private final DriverTypeEnum driver;
  private final Class<? extends Dialect> dialect;

  Database(DriverTypeEnum driver, Class<? extends Dialect> dialect) {
    this.driver = driver;
    this.dialect = dialect;
  }

  DriverTypeEnum driver() {
    return driver;
  }

  Class<? extends Dialect> dialect() {
    return dialect;
  }

  static Database of(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return of(connection.getMetaData().getURL());
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached: " + e.getMessage(), e);
    }
  }

  static Database of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalStateException(
        "spring.datasource.url must be a jdbc:h2: or jdbc:postgresql: URL, not " + url);
  }
}
