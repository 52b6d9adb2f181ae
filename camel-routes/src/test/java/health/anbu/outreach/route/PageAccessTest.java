package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;

class PageAccessTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, , false, true",
    "::1, , false, true",
    "10.0.0.7, , false, false",
    ", , false, false",
    "10.0.0.7, , true, true",
    "10.0.0.7, true, false, true",
    "127.0.0.1, false, true, false"
  })
  void showsPersonalDataOnThisMachineAloneUnlessTheOperatorSaysSo(
      String address, Boolean enabled, boolean insecure, boolean allowed)
      throws UnknownHostException {
    ServerProperties server = new ServerProperties();
    server.setAddress(address == null ? null : InetAddress.getByName(address));
    PageAccess access =
        PageAccess.of(new PageAccess.Setting(enabled), new PageAccess.Risk(insecure), server);
    assertThat(access.allowed()).isEqualTo(allowed);
  }
}
