package health.anbu.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Lets the heap shrink to what is made use of and some room to work in. By itself the JVM keeps
 * what it once took for as long as a third of it is used.
 */
final class HeapMemory {

  /**
   * In percent of the heap, after garbage was looked for; in this order, as each bounds the next.
   */
  private static final Map.Entry<String, String> LEAST_FREE = Map.entry("MinHeapFreeRatio", "20");

  private static final Map.Entry<String, String> MOST_FREE = Map.entry("MaxHeapFreeRatio", "40");

  private HeapMemory() {}

  static void giveBackWhatIsFree() {
    HotSpotDiagnosticMXBean jvm =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      if (isOurs(jvm, LEAST_FREE) && isOurs(jvm, MOST_FREE)) {
        jvm.setVMOption(LEAST_FREE.getKey(), LEAST_FREE.getValue());
        jvm.setVMOption(MOST_FREE.getKey(), MOST_FREE.getValue());
      }
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      // A JVM that does not know these options keeps its heap as ever.
    }
  }

  /** What the command line says stays. */
  private static boolean isOurs(HotSpotDiagnosticMXBean jvm, Map.Entry<String, String> option) {
    VMOption known = jvm.getVMOption(option.getKey());
    return known.isWriteable() && known.getOrigin() == VMOption.Origin.DEFAULT;
  }
}
