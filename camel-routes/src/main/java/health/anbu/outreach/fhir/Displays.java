package health.anbu.outreach.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;

/** The words for our codes in the languages of the implementation guide, read from the guide. */
public final class Displays {

  private static final String GUIDE = "/health/anbu/ig/resources/CodeSystem-";

  private final FhirContext context = FhirContext.forR4Cached();
  private final Map<String, Map<String, ConceptDefinitionComponent>> systems =
      new ConcurrentHashMap<>();

  Coding coding(String system, String code, String language) {
    return new Coding(system, code, text(system, code, language));
  }

  /**
   * The display of a code of ours; null for a code that the guide does not have.
   *
   * @param language one or more BCP 47 codes as in Accept-Language, best first; English else
   */
  public String text(String system, String code, String language) {
    ConceptDefinitionComponent concept =
        systems.computeIfAbsent(system, this::concepts).get(String.valueOf(code));
    if (concept == null) {
      return null;
    }
    for (String wanted : languages(language)) {
      if (wanted.equals("en")) {
        return concept.getDisplay();
      }
      for (var designation : concept.getDesignation()) {
        if (wanted.equals(designation.getLanguage())) {
          return designation.getValue();
        }
      }
    }
    return concept.getDisplay();
  }

  /** The primary subtags in order; weights are rare and the order says the same. */
  static List<String> languages(String header) {
    return List.of(header == null ? "en" : header).stream()
        .flatMap(all -> List.of(all.split(",")).stream())
        .map(one -> one.split("[;_-]", 2)[0].strip().toLowerCase(java.util.Locale.ROOT))
        .toList();
  }

  private Map<String, ConceptDefinitionComponent> concepts(String system) {
    String file = GUIDE + system.substring(system.lastIndexOf('/') + 1) + ".json";
    Map<String, ConceptDefinitionComponent> concepts = new HashMap<>();
    try (InputStream json = Displays.class.getResourceAsStream(file)) {
      if (json != null) {
        context
            .newJsonParser()
            .parseResource(CodeSystem.class, json)
            .getConcept()
            .forEach(concept -> concepts.put(concept.getCode(), concept));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return concepts;
  }
}
