package health.anbu.outreach.route;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who calls, as far as an address says: what a limit is counted by. */
final class CallerAddress {

  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}");

  /** Who has one IPv6 address usually has all of its network. */
  private static final int NETWORK_BYTES = 8;

  private CallerAddress() {}

  /**
   * Empty for this machine itself. A proxy on this machine is believed whom it names; one on
   * another machine only with {@code server.forward-headers-strategy=native}.
   */
  static Optional<String> of(HttpServletRequest request) {
    if (!isThisMachine(request.getRemoteAddr())) {
      return Optional.of(network(request.getRemoteAddr()));
    }
    return Optional.ofNullable(request.getHeader(FORWARDED))
        // What stands before the last one the caller may have invented.
        .map(all -> all.substring(all.lastIndexOf(',') + 1).strip())
        .map(CallerAddress::network);
  }

  private static boolean isThisMachine(String address) {
    return parse(address).map(InetAddress::isLoopbackAddress).orElse(false);
  }

  private static String network(String address) {
    return parse(address)
        .filter(Inet6Address.class::isInstance)
        .map(v6 -> HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES)))
        .orElse(address);
  }

  /** Never asks a name server. */
  private static Optional<InetAddress> parse(String address) {
    try {
      return NUMERIC.matcher(String.valueOf(address)).matches()
          ? Optional.of(InetAddress.getByName(address))
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
