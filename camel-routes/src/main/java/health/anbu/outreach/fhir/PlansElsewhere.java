package health.anbu.outreach.fhir;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * A place of plans on another server than the records they speak of: there, references to records
 * are absolute; here they look as if everything were in one place.
 */
final class PlansElsewhere implements FhirStore {

  /** Parameters whose bare value is a patient's id. */
  private static final Set<String> PATIENT = Set.of("patient", "subject");

  private final FhirStore plans;
  private final String source;

  /**
   * @param source base URL of the records, without a slash at the end
   */
  PlansElsewhere(FhirStore plans, String source) {
    this.plans = plans;
    this.source = source + "/";
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    plans.search(
        absolute(query), found -> page.accept(found.stream().map(this::relative).toList()));
  }

  @Override
  public int count(Query query) {
    return plans.count(absolute(query));
  }

  @Override
  public List<Resource> first(Query query, int limit) {
    return plans.first(absolute(query), limit).stream().map(this::relative).toList();
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    return plans.read(type, id).map(this::relative);
  }

  @Override
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    return plans.history(type, id).stream().map(this::relative).toList();
  }

  @Override
  public Bundle transact(Bundle transaction) {
    Bundle sent = transaction.copy();
    DerivedIdentifiers.references((Base) sent)
        .filter(reference -> isRecord(reference.getReference()))
        .forEach(reference -> reference.setReference(source + reference.getReference()));
    return plans.transact(sent);
  }

  private <T extends Resource> T relative(T resource) {
    DerivedIdentifiers.references(resource).forEach(this::relative);
    return resource;
  }

  private void relative(Reference reference) {
    String target = reference.getReference();
    if (target != null && target.startsWith(source)) {
      reference.setReference(target.substring(source.length()));
    }
  }

  private Query absolute(Query query) {
    return new Query(query.type(), query.parameters().stream().map(this::absolute).toList());
  }

  private Query.Parameter absolute(Query.Parameter parameter) {
    boolean patient = PATIENT.contains(parameter.name());
    return new Query.Parameter(
        parameter.name(),
        parameter.values().stream().map(value -> absolute(value, patient)).toList());
  }

  private String absolute(String value, boolean patient) {
    if (isRecord(value)) {
      return source + value;
    }
    return patient && !value.contains("/") ? source + "Patient/" + value : value;
  }

  /** What the outreach writes is here, everything else is where the records are. */
  private static boolean isRecord(String reference) {
    if (reference == null || !reference.matches("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}")) {
      return false;
    }
    return !DerivedIdentifiers.isWritten(reference.substring(0, reference.indexOf('/')));
  }
}
