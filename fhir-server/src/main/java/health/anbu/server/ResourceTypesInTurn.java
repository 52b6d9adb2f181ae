package health.anbu.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.stereotype.Component;

/**
 * Lets servers that start together on an empty PostgreSQL fill its list of resource types one after
 * the other: HAPI looks what is missing and inserts that, so the slower of two would not start.
 */
@Component
final class ResourceTypesInTurn implements BeanPostProcessor, BeanFactoryAware, PriorityOrdered {

  private static final String FILLS_THE_LIST = "resourceTypeCacheSvc";

  /** "anbutype": tells this lock from all others on the same database. */
  private static final long LOCK = 0x616e627574797065L;

  private BeanFactory beans;
  private Connection turn;

  /** It is made before anything could be injected. */
  @Override
  public void setBeanFactory(BeanFactory beans) {
    this.beans = beans;
  }

  /** Before HAPI's own initialisation, which is a post-processor's work too. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (name.equals(FILLS_THE_LIST)) {
      DataSource source = beans.getBean(DataSource.class);
      if (Database.of(source) == Database.POSTGRESQL) {
        await(source);
      }
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (name.equals(FILLS_THE_LIST) && turn != null) {
      execute("select pg_advisory_unlock(" + LOCK + ")");
      close();
    }
    return bean;
  }

  private void await(DataSource source) {
    try {
      turn = source.getConnection();
    } catch (SQLException e) {
      throw failed(e);
    }
    execute("select pg_advisory_lock(" + LOCK + ")");
  }

  private void execute(String sql) {
    try (Statement statement = turn.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void close() {
    try (Connection done = turn) {
      turn = null;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static BeanCreationException failed(SQLException e) {
    return new BeanCreationException(FILLS_THE_LIST, "the database does not let it take turns", e);
  }
}
