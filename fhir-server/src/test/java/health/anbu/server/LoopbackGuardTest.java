package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.route.OpenToTheNetwork;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackGuardTest {

  private static final SecuritySettings NOTHING_SET =
      new SecuritySettings(null, null, List.of(), false, List.of());

  @Test
  void opensOnThisMachine() {
    assertThatCode(() -> LoopbackGuard.check(InetAddress.getLoopbackAddress(), NOTHING_SET))
        .doesNotThrowAnyException();
  }

  @Test
  void staysClosedToEveryAddress() {
    assertThatThrownBy(() -> LoopbackGuard.check(null, NOTHING_SET))
        .isInstanceOf(OpenToTheNetwork.class);
  }

  @Test
  void staysClosedToTheNetwork() throws UnknownHostException {
    InetAddress network = InetAddress.getByName("192.0.2.1");
    assertThatThrownBy(() -> LoopbackGuard.check(network, NOTHING_SET))
        .isInstanceOf(OpenToTheNetwork.class);
    assertThatCode(
            () ->
                LoopbackGuard.check(
                    network, new SecuritySettings(null, null, List.of(), true, List.of())))
        .doesNotThrowAnyException();
  }
}
