package health.anbu.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
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
    folder.delete();

    assertThat(folder.path()).doesNotExist();
  }

  @Test
  void saysAtOnceThatThePortIsTaken() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = "--server.port=" + taken.getLocalPort();

      OptionalInt code =
          new DemoCommand(Object.class, new PrintStream(printed)).run(new String[] {port});

      assertThat(code).hasValue(1);
      assertThat(printed.toString()).contains("Port " + taken.getLocalPort() + " is in use");
    }
  }
}
