package health.anbu.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

  @Test
  void keepsEverythingInItsOwnFolder() {
    String[] settings = DemoSettings.in(Path.of("/thrown/away"), List.of());

    assertThat(settings)
        .contains("--spring.datasource.url=jdbc:h2:file:/thrown/away/anbu")
        .contains("--anbu.data-folder=/thrown/away")
        .contains("--anbu.mode=demo");
  }

  @Test
  void takesThePortOfTheCommandLine() {
    String[] settings = DemoSettings.in(Path.of("x"), List.of("--server.port=0"));

    assertThat(settings).contains("--server.port=0").doesNotContain("--server.port=8080");
  }

  @Test
  void leavesNothingBehind() throws IOException {
    ThrowAwayFolder folder = ThrowAwayFolder.create();
    Files.writeString(Files.createDirectory(folder.path().resolve("a")).resolve("b"), "c");

    folder.delete();

    assertThat(folder.path()).doesNotExist();
  }
}
