package health.anbu.server.check;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.core.env.Environment;

/** Whether the database can be reached, without making one. */
final class DatabaseFinding {

  private static final String SUBJECT = "database";
  private static final int H2_IN_USE = 90020;
  private static final int H2_NOT_THERE = 90146;

  private DatabaseFinding() {}

  static Finding of(Environment environment) {
    String url = environment.getProperty("spring.datasource.url", "");
    boolean h2 = url.startsWith("jdbc:h2:");
    String kind = url.replaceFirst("^(jdbc:\\w+):.*$", "$1");
    DriverManager.setLoginTimeout(10);
    try (var connection =
        DriverManager.getConnection(
            h2 ? url + ";IFEXISTS=TRUE" : url,
            environment.getProperty("spring.datasource.username", ""),
            environment.getProperty("spring.datasource.password", ""))) {
      return Finding.ok(SUBJECT, connection.getMetaData().getDatabaseProductName() + " answers");
    } catch (SQLException e) {
      if (h2 && e.getErrorCode() == H2_IN_USE) {
        return Finding.ok(SUBJECT, "H2, in use by the server that runs");
      }
      if (h2 && e.getErrorCode() == H2_NOT_THERE) {
        return Finding.ok(SUBJECT, "H2, is made at the first start");
      }
      return Finding.fail(
          SUBJECT,
          kind + " cannot be opened (state " + e.getSQLState() + ")",
          "check spring.datasource.url, .username and .password");
    }
  }
}
