package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class DefaultSettingsTest {

  private static Properties settings;

  @BeforeAll
  static void read() {
    YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yaml"));
    settings = yaml.getObject();
  }

  @Test
  void aKillLosesNoCommittedWrite() {
    assertThat(settings.getProperty("spring.datasource.url")).contains(";WRITE_DELAY=0;");
  }

  @Test
  void onlyThisMachineCanConnect() {
    assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void anErrorTellsNothingOfTheInside() {
    assertThat(settings.getProperty("server.error.include-stacktrace")).isEqualTo("never");
  }

  @Test
  void theUrlSaysWhichDatabaseItIs() {
    assertThat(Database.of("jdbc:h2:file:./data/anbu")).isEqualTo(Database.H2);
    assertThat(Database.of("jdbc:postgresql://db/anbu")).isEqualTo(Database.POSTGRESQL);
    assertThatThrownBy(() -> Database.of("jdbc:mysql://db/anbu"))
        .hasMessageContaining("spring.datasource.url");
  }
}
