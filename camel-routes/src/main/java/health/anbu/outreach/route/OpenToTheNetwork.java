package health.anbu.outreach.route;

import java.net.InetAddress;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Patient data would be open to a network beyond this machine, and nobody knows who calls. */
public final class OpenToTheNetwork extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String whatToDo;

  private OpenToTheNetwork(InetAddress address, String whatToDo) {
    super(
        "server.address is %s, which is not this machine alone"
            .formatted(address == null ? "not set" : address.getHostAddress()));
    this.whatToDo = whatToDo;
  }

  /**
   * @param address where the web server would listen; null is everywhere
   * @param allowed whether callers are checked, or the operator takes the risk
   * @param whatToDo for the operator, where it is refused
   */
  public static void refuse(InetAddress address, boolean allowed, String whatToDo) {
    boolean onlyThisMachine = address != null && address.isLoopbackAddress();
    if (!onlyThisMachine && !allowed) {
      throw new OpenToTheNetwork(address, whatToDo);
    }
  }

  /** Says it in two lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<OpenToTheNetwork> {

    @Override
    protected FailureAnalysis analyze(Throwable root, OpenToTheNetwork cause) {
      return new FailureAnalysis(cause.getMessage(), cause.whatToDo, cause);
    }
  }
}
