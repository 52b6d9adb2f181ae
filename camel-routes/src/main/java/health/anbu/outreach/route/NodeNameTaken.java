package health.anbu.outreach.route;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another process on the same database has this name, and would have its timers taken away. */
final class NodeNameTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String name;

  NodeNameTaken(String name) {
    super("Another process on this database runs as node '" + name + "'");
    this.name = name;
  }

  /** Says it in two lines instead of a stack trace. */
  static final class Analyzer extends AbstractFailureAnalyzer<NodeNameTaken> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NodeNameTaken cause) {
      return new FailureAnalysis(
          cause.getMessage(),
          "Give each process a name of its own that it keeps over restarts, such as"
              + " --anbu.node.name="
              + cause.name
              + "-2, or leave the name out.",
          cause);
    }
  }
}
