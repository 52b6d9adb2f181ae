package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Lets the rest of the program see derived ids where a server chooses ids itself: the derived id
 * travels as an identifier of the resource, and of every reference to it.
 */
final class ChosenIds {

  private static final int MOST = 200_000;

  private final Predicate<String> chosen;
  private final Function<Query, List<Resource>> server;

  /** Their ids by type and ours; what falls out is asked for again. */
  private final Map<String, String> theirs =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param chosen the types whose ids the server chooses
   * @param server searches it, in its own ids
   */
  ChosenIds(Predicate<String> chosen, Function<Query, List<Resource>> server) {
    this.chosen = chosen;
    this.server = server;
  }

  /** The resource, as it came from the server, under our id. */
  <T extends Resource> T ours(T resource) {
    if (chosen.test(resource.fhirType())) {
      DerivedIdentifiers.derivedId(resource).ifPresent(ours -> rename(resource, ours));
      DerivedIdentifiers.references(resource).forEach(ChosenIds::rename);
    }
    return resource;
  }

  private void rename(Resource resource, String ours) {
    IdType id = resource.getIdElement();
    if (ours.equals(id.getIdPart())) {
      return;
    }
    remember(resource.fhirType(), ours, id.getIdPart());
    resource.setIdElement(new IdType(null, resource.fhirType(), ours, id.getVersionIdPart()));
  }

  private static void rename(Reference reference) {
    DerivedIdentifiers.derivedId(reference)
        .ifPresent(
            ours -> {
              String type = reference.getReferenceElement().getResourceType();
              if (type != null) {
                reference.setReference(type + "/" + ours);
              }
            });
  }

  private synchronized void remember(String type, String ours, String their) {
    theirs.put(type + "/" + ours, their);
  }

  private synchronized Optional<String> known(String type, String ours) {
    return Optional.ofNullable(theirs.get(type + "/" + ours));
  }

  /** The server's id for ours; the same where it has none of that name. */
  String theirs(String type, String id) {
    if (!chosen.test(type)) {
      return id;
    }
    Optional<String> known = known(type, id);
    if (known.isPresent() || !DerivedIdentifiers.isWritten(type)) {
      return known.orElse(id);
    }
    ask(type, List.of(id));
    return known(type, id).orElse(id);
  }

  private void ask(String type, List<String> ids) {
    List<String> unknown = ids.stream().filter(id -> known(type, id).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      // Whatever comes from the server is renamed, and thereby remembered.
      server.apply(DerivedIdentifiers.anyOf(type, unknown));
    }
  }

  /** The same search in the server's ids. */
  Query theirs(Query query) {
    List<Query.Parameter> parameters = new ArrayList<>();
    query.parameters().forEach(parameter -> parameters.add(theirs(query.type(), parameter)));
    return new Query(query.type(), parameters);
  }

  private Query.Parameter theirs(String type, Query.Parameter parameter) {
    if (parameter.name().equals("_id") && chosen.test(type)) {
      if (DerivedIdentifiers.isWritten(type)) {
        ask(type, parameter.values());
      }
      return new Query.Parameter(
          "_id",
          parameter.values().stream().map(id -> known(type, id).orElse(id)).distinct().toList());
    }
    return new Query.Parameter(
        parameter.name(), parameter.values().stream().map(this::reference).toList());
  }

  /** A bare value may be anything; {@code Type/id} is a reference. */
  private String reference(String value) {
    String[] parts = value.split("/", -1);
    return parts.length == 2 && DerivedIdentifiers.isWritten(parts[0])
        ? parts[0] + "/" + theirs(parts[0], parts[1])
        : value;
  }

  /** The transaction in the server's ids; what is new becomes a create on a condition. */
  Bundle theirs(Bundle transaction) {
    Bundle sent = DerivedIdentifiers.applied(transaction, chosen);
    sent.getEntry().forEach(this::address);
    return sent;
  }

  private void address(BundleEntryComponent entry) {
    Set<HTTPVerb> addressed = Set.of(HTTPVerb.PUT, HTTPVerb.DELETE, HTTPVerb.PATCH);
    if (addressed.contains(entry.getRequest().getMethod())) {
      IdType ours = new IdType(entry.getRequest().getUrl());
      if (ours.hasIdPart() && chosen.test(ours.getResourceType())) {
        String their = theirs(ours.getResourceType(), ours.getIdPart());
        entry.getRequest().setUrl(ours.getResourceType() + "/" + their);
        Optional.ofNullable(entry.getResource()).ifPresent(r -> r.setId(their));
      }
    }
    if (entry.hasResource()) {
      DerivedIdentifiers.references((Base) entry.getResource()).forEach(this::address);
    }
  }

  private void address(Reference reference) {
    String type = reference.getReferenceElement().getResourceType();
    String ours = reference.getReferenceElement().getIdPart();
    if (type != null && DerivedIdentifiers.isWritten(type) && chosen.test(type)) {
      String their = theirs(type, ours);
      if (!their.equals(ours)) {
        DerivedIdentifiers.address(reference, type + "/" + their, ours);
      }
    }
  }

  /** Remembers the ids that the server gave; entries and answers are in the same order. */
  void learn(Bundle transaction, Bundle answer) {
    int entries = Math.min(transaction.getEntry().size(), answer.getEntry().size());
    for (int i = 0; i < entries; i++) {
      IdType ours = new IdType(transaction.getEntry().get(i).getRequest().getUrl());
      IdType their = new IdType(answer.getEntry().get(i).getResponse().getLocation());
      if (ours.hasIdPart() && their.hasIdPart() && !ours.getIdPart().equals(their.getIdPart())) {
        remember(ours.getResourceType(), ours.getIdPart(), their.getIdPart());
      }
    }
  }
}
