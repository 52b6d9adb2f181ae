package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFileTest {

  @TempDir Path folder;

  @Test
  void putsFirstWhatOthersReferTo() throws IOException {
    Files.createDirectory(folder.resolve("appointments"));
    for (String name :
        new String[] {
          "Zoe.json",
          "appointments/appointments-0.json",
          "practitionerInformation1.json",
          "hospitalInformation1.json",
          "Anna.json",
          "readme.txt"
        }) {
      Files.writeString(folder.resolve(name), "{}");
    }
    assertThat(BundleFile.in(folder))
        .extracting(file -> file.path().getFileName().toString())
        .containsExactly(
            "hospitalInformation1.json",
            "practitionerInformation1.json",
            "Anna.json",
            "Zoe.json",
            "appointments-0.json");
  }

  @Test
  void putsTheLargeOnesOfThePatientsFirst() throws IOException {
    Files.writeString(folder.resolve("Anna.json"), "{}");
    Files.writeString(folder.resolve("Zoe.json"), "{ }");
    Files.writeString(folder.resolve("appointments-0.json"), "{}");
    Files.writeString(folder.resolve("appointments-1.json"), "{   }");
    assertThat(BundleFile.in(folder))
        .extracting(file -> file.path().getFileName().toString())
        .containsExactly("Zoe.json", "Anna.json", "appointments-0.json", "appointments-1.json");
  }
}
