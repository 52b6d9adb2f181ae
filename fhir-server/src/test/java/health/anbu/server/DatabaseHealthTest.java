package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;

class DatabaseHealthTest {

  @TempDir Path folder;
  private HikariDataSource dataSource;
  private DatabaseHealth health;

  @BeforeEach
  void open() throws SQLException {
    dataSource = new HikariDataSource();
    dataSource.setJdbcUrl("jdbc:h2:file:" + folder.resolve("anbu") + ";DB_CLOSE_ON_EXIT=FALSE");
    dataSource.setUsername("sa");
    new JdbcTemplate(dataSource).execute("create table anbu_package (name varchar(200))");
    health = new DatabaseHealth(Database.H2, dataSource, null);
  }

  @AfterEach
  void close() {
    dataSource.close();
  }

  @Test
  void isUpWhileDataCanBeRead() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void isDownOnceH2HasClosedItsFileAsItDoesWhenMemoryRunsOut() throws SQLException {
    H2Tidying.store(dataSource).closeImmediately();
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.isValid(1)).as("what a pool looks at").isTrue();
    }
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }

  @Test
  void isDownWhenNobodyAnswers() {
    dataSource.close();
    assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
  }
}
