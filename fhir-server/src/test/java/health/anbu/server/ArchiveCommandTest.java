package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What it makes is started by the benchmark. */
class ArchiveCommandTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int run(Path jar, int jdk, String... arguments) throws IOException {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new ArchiveCommand(jar, jdk, out).run(arguments);
  }

  @Test
  void saysHowItIsUsed() throws IOException {
    assertThat(run(folder, 25)).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Usage: archive FOLDER");
  }

  @Test
  void saysWhichJdkItNeeds() throws IOException {
    assertThat(run(folder, 17, "there")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("JDK 25 or newer; this is 17");
  }

  @Test
  void isMadeOfTheJarAlone() throws IOException {
    assertThat(run(folder.resolve("classes"), 25, "there")).isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("java -jar anbu.jar archive");
  }

  @Test
  void failsWhereTheJarIsNoProduct() throws IOException {
    Path jar = Files.createFile(folder.resolve("empty.jar"));
    assertThat(run(jar, 25, folder.resolve("there").toString())).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("There is no archive");
  }
}
