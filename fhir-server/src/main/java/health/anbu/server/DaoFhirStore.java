package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.ISearchBuilder;
import ca.uhn.fhir.jpa.dao.SearchBuilderFactory;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.searchparam.MatchUrlService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.HistorySearchDateRangeParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.google.common.collect.Lists;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.Query;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The port to FHIR inside the server that hosts the routes: no HTTP, no search cache. */
@Component
class DaoFhirStore implements FhirStore {

  private static final int PAGE_SIZE = 500;
  private static final int ALL = Integer.MAX_VALUE;

  private final FhirContext fhirContext;
  private final DaoRegistry daos;
  private final IFhirSystemDao<Bundle, Meta> systemDao;
  private final MatchUrlService matchUrls;
  private final SearchBuilderFactory<JpaPid> searchBuilders;
  private final IHapiTransactionService transactions;
  private final StoredIds storedIds;

  DaoFhirStore(
      FhirContext fhirContext,
      DaoRegistry daos,
      IFhirSystemDao<Bundle, Meta> systemDao,
      MatchUrlService matchUrls,
      SearchBuilderFactory<JpaPid> searchBuilders,
      IHapiTransactionService transactions,
      StoredIds storedIds) {
    this.fhirContext = fhirContext;
    this.daos = daos;
    this.systemDao = systemDao;
    this.matchUrls = matchUrls;
    this.searchBuilders = searchBuilders;
    this.transactions = transactions;
    this.storedIds = storedIds;
  }

  @Override
  public void search(Query query, Consumer<List<Resource>> page) {
    SearchParameterMap matches = parse(query);
    if (matches.hasIncludes() || !matches.getRevIncludes().isEmpty()) {
      matches.setLoadSynchronous(true);
      page.accept(found(query.type(), matches));
      return;
    }
    keys(query.type(), matches).forEach(some -> page.accept(load(query.type(), some)));
  }

  /** Without the resources themselves. */
  @Override
  public void ids(Query query, Consumer<List<String>> page) {
    keys(query.type(), parse(query))
        .forEach(some -> page.accept(failing(() -> storedIds.of(some))));
  }

  private List<List<JpaPid>> keys(String type, SearchParameterMap matches) {
    int pageSize = matches.getCount() == null ? PAGE_SIZE : matches.getCount();
    return Lists.partition(keysOf(type, matches), pageSize);
  }

  private SearchParameterMap parse(Query query) {
    return failing(
        () ->
            matchUrls.translateMatchUrl(
                query.url(),
                fhirContext.getResourceDefinition(query.type()),
                MatchUrlService.processIncludes()));
  }

  /**
   * Only the keys are held in memory; the resources come page by page. All of them: HAPI by itself
   * stops at ten thousand and does not say so.
   */
  private List<JpaPid> keysOf(String type, SearchParameterMap matches) {
    SearchParameterMap plain = matches.clone();
    plain.setCount(null);
    plain.setLoadSynchronousUpTo(ALL);
    SystemRequestDetails request = Internal.request();
    return failing(
        () ->
            transactions
                .withRequest(request)
                .readOnly()
                .execute(() -> daos.getResourceDao(type).searchForIds(plain, request)));
  }

  /** Counted in the database; nothing is loaded. */
  @Override
  public int count(Query query) {
    SearchParameterMap matches = parse(query);
    matches.setSummaryMode(SummaryEnum.COUNT);
    matches.setLoadSynchronous(true);
    return failing(
        () -> {
          Integer size =
              daos.getResourceDao(query.type()).search(matches, Internal.request()).size();
          return size == null ? 0 : size;
        });
  }

  /** In the order asked for, and no more than asked for. */
  @Override
  public List<Resource> first(Query query, int limit) {
    SearchParameterMap matches = parse(query);
    matches.setLoadSynchronousUpTo(limit);
    query.parameters().stream()
        .filter(parameter -> parameter.name().equals("_sort"))
        .findFirst()
        .ifPresent(sort -> matches.setSort(sort(sort.joined())));
    return found(query.type(), matches);
  }

  private List<Resource> found(String type, SearchParameterMap matches) {
    return failing(() -> all(daos.getResourceDao(type).search(matches, Internal.request())));
  }

  /** HAPI reads everything but this out of a URL. */
  private static SortSpec sort(String parameter) {
    return parameter.startsWith("-")
        ? new SortSpec(parameter.substring(1), SortOrderEnum.DESC)
        : new SortSpec(parameter, SortOrderEnum.ASC);
  }

  /** By the keys that the search found: searching for them again would cost as much once more. */
  private List<Resource> load(String type, List<JpaPid> some) {
    SystemRequestDetails request = Internal.request();
    ISearchBuilder<JpaPid> builder =
        searchBuilders.newSearchBuilder(
            type, fhirContext.getResourceDefinition(type).getImplementingClass());
    return failing(
        () ->
            transactions
                .withRequest(request)
                .readOnly()
                .execute(() -> present(builder.loadResourcesByPid(some, request))));
  }

  @Override
  public <T extends Resource> Optional<T> read(Class<T> type, String id) {
    try {
      return Optional.of(
          failing(() -> dao(type).read(new IdType(type.getSimpleName(), id), Internal.request())));
    } catch (RefusedByStore e) {
      if (isAbsent(e.getCause())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T extends Resource> List<T> history(Class<T> type, String id) {
    IdType versions = new IdType(type.getSimpleName(), id);
    try {
      return failing(
          () ->
              (List<T>)
                  all(
                      dao(type)
                          .history(
                              versions, new HistorySearchDateRangeParam(), Internal.request())));
    } catch (RefusedByStore e) {
      if (isAbsent(e.getCause())) {
        return List.of();
      }
      throw e;
    }
  }

  @Override
  public Bundle transact(Bundle transaction) {
    // HAPI writes ids into the Bundle it is given.
    return failing(() -> systemDao.transaction(Internal.request(), transaction.copy()));
  }

  private <T extends Resource> IFhirResourceDao<T> dao(Class<T> type) {
    return daos.getResourceDao(type);
  }

  private static List<Resource> all(IBundleProvider found) {
    return present(found.getAllResources());
  }

  private static List<Resource> present(List<IBaseResource> found) {
    return found.stream()
        .map(Resource.class::cast)
        .filter(resource -> ResourceMetadataKeyEnum.DELETED_AT.get(resource) == null)
        .toList();
  }

  private static boolean isAbsent(Throwable cause) {
    return cause instanceof ResourceNotFoundException || cause instanceof ResourceGoneException;
  }

  private static <T> T failing(Supplier<T> call) {
    try {
      return call.get();
    } catch (BaseServerResponseException e) {
      throw translated(e);
    } catch (DataAccessException | TransactionException e) {
      throw new StoreUnavailable(e.getMessage(), e);
    }
  }

  private static RuntimeException translated(BaseServerResponseException e) {
    int status = e.getStatusCode();
    if (status == 409 || status == 412) {
      return new WriteConflict(e.getMessage(), e);
    }
    return status >= 500
        ? new StoreUnavailable(e.getMessage(), e)
        : new RefusedByStore(e.getMessage(), e);
  }
}
