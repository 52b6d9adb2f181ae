package health.anbu.outreach.fhir;

import health.anbu.outreach.plan.Code;
import health.anbu.outreach.plan.CodeSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** Resolves the value sets that triggers name: enumerated codes and whole code systems. */
final class ValueSets {

  private final FhirStore store;

  ValueSets(FhirStore store) {
    this.store = store;
  }

  /** The codes of the value set, or what to change. */
  CodeSet resolve(String canonical) throws FhirPaths.Refused {
    Set<Code> codes = new HashSet<>();
    Set<String> systems = new HashSet<>();
    collect(canonical, codes, systems, new HashSet<>());
    return new CodeSet(codes, systems);
  }

  private void collect(String canonical, Set<Code> codes, Set<String> systems, Set<String> seen)
      throws FhirPaths.Refused {
    if (!seen.add(canonical)) {
      throw new FhirPaths.Refused("the value set " + canonical + " includes itself");
    }
    ValueSet set =
        find(canonical)
            .orElseThrow(
                () ->
                    new FhirPaths.Refused(
                        "the value set " + canonical + " is not on the server: PUT it first"));
    if (set.getCompose().hasExclude()) {
      throw new FhirPaths.Refused(
          "the value set " + canonical + " excludes codes: list the codes it has instead");
    }
    for (ConceptSetComponent include : set.getCompose().getInclude()) {
      collect(canonical, include, codes, systems, seen);
    }
  }

  private void collect(
      String canonical,
      ConceptSetComponent include,
      Set<Code> codes,
      Set<String> systems,
      Set<String> seen)
      throws FhirPaths.Refused {
    if (include.hasFilter()) {
      throw new FhirPaths.Refused(
          "the value set " + canonical + " selects codes by a filter: list them instead");
    }
    include.getConcept().forEach(c -> codes.add(new Code(include.getSystem(), c.getCode())));
    if (include.hasSystem() && !include.hasConcept()) {
      systems.add(include.getSystem());
    }
    for (CanonicalType nested : include.getValueSet()) {
      collect(nested.getValue(), codes, systems, seen);
    }
  }

  private Optional<ValueSet> find(String canonical) {
    String[] parts = canonical.split("\\|", 2);
    Query query = Query.of("ValueSet").where("url", parts[0]);
    List<Resource> found =
        store.search(parts.length > 1 ? query.where("version", parts[1]) : query);
    return found.stream().map(ValueSet.class::cast).findFirst();
  }
}
