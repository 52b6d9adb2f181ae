package health.anbu.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real jar where it must not start: it says why in a few lines, and ends. */
class RefusalsIT {

  private static final String SECRET = "hush-hush-hush";

  @TempDir Path folder;

  private record End(int code, String said) {}

  private End start(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                AnbuProcess.java(),
                "-Xmx500m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                AnbuProcess.jar().toString()));
    command.addAll(List.of(arguments));
    Process process = process(command, environment);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
    return new End(process.exitValue(), said);
  }

  private Process process(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--anbu.mode=live --anbu.simulators.enabled=true | anbu.simulators.enabled=true",
        "--anbu.mode=live --anbu.clock=simulated         | anbu.live.go-live is missing",
        "--server.address=0.0.0.0                        | anbu.security.issuer",
      })
  void isWhereItWouldBeUnsafe(String arguments, String reason) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments.split(" +")));
    all.addAll(
        List.of(
            "--server.port=0",
            "--anbu.routes.folder=/nowhere",
            "--spring.datasource.url=jdbc:h2:mem:x"));
    End end = start(Map.of("ANBU_CHANNELS_SMS_AUTHTOKEN", SECRET), all.toArray(String[]::new));
    assertThat(end.code()).isNotZero();
    assertThat(end.said()).contains(reason).doesNotContain(SECRET, "\tat ");
  }

  @Test
  void theCheckSaysSoBeforehand() throws Exception {
    End end =
        start(
            Map.of("ANBU_CHANNELS_SMS_AUTHTOKEN", SECRET, "ANBU_CHANNELS_SMS_ACCOUNTSID", "AC1"),
            "check",
            "--anbu.mode=live",
            "--server.port=9");
    assertThat(end.code()).isEqualTo(1);
    assertThat(end.said())
        .contains("anbu.live.go-live is missing", "anbu.channels.sms.from missing", "failed")
        .doesNotContain(SECRET, "\tat ");
  }
}
