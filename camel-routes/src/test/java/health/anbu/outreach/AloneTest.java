package health.anbu.outreach;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AloneTest {

  private static InetAddress address(int... bytes) throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[] {(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]});
  }

  @Test
  void listensToThisMachine() throws UnknownHostException {
    Alone.check(address(127, 0, 0, 1), false);
  }

  @Test
  void refusesToListenToOthersWithoutAToken() throws UnknownHostException {
    assertThatThrownBy(() -> Alone.check(address(0, 0, 0, 0), false))
        .hasMessageContaining("not this machine alone");
    assertThatThrownBy(() -> Alone.check(null, false)).hasMessageContaining("not set");
    assertThatThrownBy(() -> Alone.check(address(10, 0, 0, 1), false)).isNotNull();
  }

  @Test
  void listensToAllWhereTheOperatorTakesTheRisk() throws UnknownHostException {
    Alone.check(address(0, 0, 0, 0), true);
  }
}
