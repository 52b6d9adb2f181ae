package health.anbu.server;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** What jcmd can tell a JVM, said from inside. */
final class JvmCommand {

  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private JvmCommand() {}

  /** Answers what the JVM says, of one that does not know the command that it does not. */
  static String run(String command, String... arguments) {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName(COMMANDS),
                  command,
                  arguments.length == 0 ? new Object[0] : new Object[] {arguments},
                  arguments.length == 0 ? new String[0] : new String[] {String[].class.getName()});
    } catch (JMException e) {
      return e.toString();
    }
  }
}
