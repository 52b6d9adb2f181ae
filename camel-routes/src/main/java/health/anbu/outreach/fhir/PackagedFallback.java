package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server that never heard of us, with what the implementation guide packs: put there at the first
 * question, where it is not yet; answered from here, where the server refuses to keep it.
 */
final class PackagedFallback implements FhirStore {

  private static final Logger LOG = LoggerFactory.getLogger(PackagedFallback.class);

  private final FhirStore server;
  private final PackagedGuide guide;
  private final BooleanSupplier ownKind;

  /** What the server would not keep; null before it was asked. */
  private List<MetadataResource> kept;

  /** The operator's approvals of it. */
  private List<Task> approvals = List.of();

  /**
   * @param ownKind whether the server brings the guide itself
   */
  PackagedFallback(FhirStore server, PackagedGuide guide, BooleanSupplier ownKind) {
    this.server = server;
    this.guide = guide;
    this.ownKind = ownKind;
  }

  private synchronized List<MetadataResource> kept() {
    if (kept == null) {
      kept = ownKind.getAsBoolean() ? List.of() : settle(guide.definitions());
    }
    return kept;
  }

  private List<MetadataResource> settle(List<MetadataResource> packaged) {
    List<MetadataResource> absent =
        packaged.stream().collect(Collectors.groupingBy(Resource::fhirType)).entrySet().stream()
            .flatMap(type -> absent(type.getKey(), type.getValue()).stream())
            .toList();
    List<Task> unasked = guide.approvals(packaged).stream().filter(task -> !isThere(task)).toList();
    if (absent.isEmpty() && unasked.isEmpty()) {
      return List.of();
    }
    try {
      server.write(
          Stream.concat(absent.stream(), unasked.stream())
              .map(one -> RequestWriter.put(one, null))
              .toList());
      LOG.info("put {} packaged definitions on the server of the plans", absent.size());
      return List.of();
    } catch (RefusedByStore | WriteConflict e) {
      LOG.warn(
          "{} packaged definitions live in this process alone, the server of the plans refuses"
              + " them: {}",
          absent.size(),
          e.getMessage());
      approvals = unasked;
      return absent;
    }
  }

  /** Whoever asked or answered before us, it is theirs to say. */
  private boolean isThere(Task approval) {
    return !server.search(approvalOf(approval.getIdentifierFirstRep().getValue())).isEmpty();
  }

  private static Query approvalOf(String canonical) {
    return Query.of("Task").whereCode("identifier", ScenarioApproval.SID, canonical);
  }

  private List<MetadataResource> absent(String type, List<MetadataResource> packaged) {
    List<String> urls = packaged.stream().map(MetadataResource::getUrl).toList();
    Set<String> there = urls(server.search(Query.of(type).where("url", urls)));
    return packaged.stream().filter(one -> !there.contains(one.getUrl())).toList();
  }

  private static Set<String> urls(Collection<Resource> found) {
    return found.stream().map(one -> ((MetadataResource) one).getUrl()).collect(Collectors.toSet());
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    List<Resource> more = PackagedGuide.has(query.type()) ? kept(query) : approvals(query);
    server.search(query, page);
    if (!more.isEmpty()) {
      page.accept(more);
    }
  }

  private List<Resource> approvals(Query query) {
    return approvals.stream()
        .filter(task -> query.equals(approvalOf(task.getIdentifierFirstRep().getValue())))
        .<Resource>map(Task::copy)
        .toList();
  }

  private List<Resource> kept(Query query) {
    List<Resource> found = new ArrayList<>();
    for (MetadataResource one : kept()) {
      if (one.fhirType().equals(query.type())
          && query.parameters().stream().allMatch(parameter -> matches(one, parameter))) {
        found.add(one.copy());
      }
    }
    return found;
  }

  private static boolean matches(MetadataResource one, Query.Parameter parameter) {
    return switch (parameter.name()) {
      case "url" -> parameter.values().contains(one.getUrl());
      case "version" -> parameter.values().contains(one.getVersion());
      case "status" -> parameter.values().contains(one.getStatus().toCode());
      case "_id" -> parameter.values().contains(one.getIdElement().getIdPart());
      default -> parameter.name().startsWith("_");
    };
  }

  @Override
  public int count(Query query) {
    return server.count(query) + (PackagedGuide.has(query.type()) ? kept(query).size() : 0);
  }

  @Override
  public List<Resource> first(Query query, int limit) {
    return server.first(query, limit);
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    Optional<T> found = server.read(type, id);
    return found.isPresent() || !PackagedGuide.has(type.getSimpleName())
        ? found
        : kept(Query.of(type.getSimpleName()).where("_id", id)).stream()
            .map(type::cast)
            .findFirst();
  }

  @Override
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    return server.history(type, id);
  }

  @Override
  public Bundle transact(Bundle transaction) {
    return server.transact(transaction);
  }
}
