package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.UsageContext;

/**
 * The golden-time tables that count for a clinic. One with a useContext is the pack of a specialty:
 * it counts for clinics of that specialty, and brings a tone.
 */
final class SpecialtyPacks {

  private SpecialtyPacks() {}

  /**
   * In the order in which they count: a clinic's before ours, a specialty's before one for all.
   *
   * @param specialties codes; where none is chosen, only the clinic's own packs count
   */
  static List<ConceptMap> counting(List<ConceptMap> tables, Set<String> specialties) {
    return GoldenTimeReader.inOrder(
        tables.stream().filter(table -> counts(table, specialties)).toList());
  }

  private static boolean counts(ConceptMap table, Set<String> specialties) {
    if (!table.hasUseContext()) {
      return true;
    }
    return specialties.isEmpty()
        ? !GoldenTimeReader.packaged(table)
        : table.getUseContext().stream()
            .flatMap(SpecialtyPacks::named)
            .anyMatch(specialties::contains);
  }

  private static Stream<String> named(UsageContext context) {
    return context.getValue() instanceof CodeableConcept specialty
        ? Stream.concat(
            specialty.getCoding().stream().map(coding -> coding.getCode()),
            Stream.of(specialty.getText() == null ? "" : specialty.getText()))
        : Stream.empty();
  }

  /** That of the first pack which says one. */
  static Optional<ChosenTone> tone(List<ConceptMap> counting) {
    return counting.stream()
        .filter(ConceptMap::hasUseContext)
        .flatMap(
            pack ->
                Extensions.of(pack, "tone").stream()
                    .map(Extension::getValue)
                    .map(
                        tone ->
                            new ChosenTone(
                                tone.primitiveValue(), GoldenTimeReader.canonical(pack))))
        .findFirst();
  }
}
