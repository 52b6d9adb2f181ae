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
    return candidates.stream().anyMatch(this::contains);
  }

  public boolean contains(Code code) {
    return codes.contains(code) || wholeSystems.contains(code.system());
  }
}
