package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

  @TempDir Path folder;

  @Test
  void saysWhatIsMissingWhereTheJarWasCopiedAlone() {
    assertThat(Launch.whatIsMissing(folder.resolve("anbu.jar")))
        .hasValueSatisfying(text -> assertThat(text).contains("needs the folder lib beside it"));
  }

  @Test
  void missesNothingWhereTheJarsLieBesideIt() throws IOException {
    Files.createDirectory(folder.resolve("lib"));
    assertThat(Launch.whatIsMissing(folder.resolve("anbu.jar"))).isEqualTo(Optional.empty());
  }

  @Test
  void theJvmTakesWhatItIsToldAboutItsCompilers() throws IOException {
    assertThat(QuickCompiler.whereCodeRunsOnlyAtStart()).contains("1 compiler directives added");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theJvmGivesMemoryBack() {
    assertThat(NativeMemory.giveBack()).contains("Trim native heap: RSS+Swap");
  }

  @Test
  void theHeapShrinksToWhatItNeeds() {
    HeapMemory.giveBackWhatIsFree();
    var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    assertThat(jvm.getVMOption("MinHeapFreeRatio").getValue()).isEqualTo("20");
    assertThat(jvm.getVMOption("MaxHeapFreeRatio").getValue()).isEqualTo("40");
  }

  @Test
  void aCommandThatTheJvmDoesNotKnowIsNoFailure() {
    assertThat(JvmCommand.run("makeCoffee")).contains("ReflectionException");
  }
}
