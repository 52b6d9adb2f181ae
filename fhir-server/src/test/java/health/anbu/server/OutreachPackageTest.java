package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OutreachPackageTest {

  @Test
  void isInTheProgram() {
    assertThat(OutreachPackage.onClassPath().name()).isEqualTo("anbu.outreach");
  }

  @Test
  void isNamedWhenItIsMissing() {
    assertThatThrownBy(() -> OutreachPackage.at("/nowhere.tgz"))
        .isInstanceOf(OutreachPackage.Missing.class)
        .hasMessageContaining("/nowhere.tgz");
  }
}
