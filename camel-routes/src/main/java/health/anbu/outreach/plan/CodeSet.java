package health.anbu.outreach.plan;

import java.util.Collection;
import java.util.Set;

/** The codes of a value set: single ones, and systems of which every code belongs to it. */
public record CodeSet(Set<Code> codes, Set<String> wholeSystems) {

  public CodeSet {
    codes = Set.copyOf(codes);
    wholeSystems = Set.copyOf(wholeSystems);
  }

  public boolean containsAny(Collection<Code> candidates) {
    // A loop, here and in Trigger: each scenario asks it of every event there is.
    for (Code code : candidates) {
      if (contains(code)) {
        return true;
      }
    }
    return false;
  }

  public boolean contains(Code code) {
    return codes.contains(code) || wholeSystems.contains(code.system());
  }
}
