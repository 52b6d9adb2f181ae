package health.anbu.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.packages.IPackageInstallerSvc;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec.InstallModeEnum;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec.VersionPolicyEnum;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.param.UriOrListParam;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Installs the definitions of the implementation guide once for each content of its package.
 *
 * <p>What was installed is written down last, so that a start which was killed halfway is repeated.
 */
@Component
class PackageInstallation {

  private static final Logger log = LoggerFactory.getLogger(PackageInstallation.class);

  private final IPackageInstallerSvc installer;
  private final ISearchParamRegistry searchParameters;
  private final JdbcTemplate jdbc;
  private final JpaStorageSettings settings;
  private final FhirContext fhirContext;
  private final FhirDefinitions definitions;
  private final IFhirSystemDao<Bundle, Meta> systemDao;
  private final IFhirResourceDao<StructureDefinition> profileDao;

  PackageInstallation(
      IPackageInstallerSvc installer,
      ISearchParamRegistry searchParameters,
      JdbcTemplate jdbc,
      JpaStorageSettings settings,
      FhirContext fhirContext,
      FhirDefinitions definitions,
      IFhirSystemDao<Bundle, Meta> systemDao,
      IFhirResourceDao<StructureDefinition> profileDao) {
    this.settings = settings;
    this.fhirContext = fhirContext;
    this.definitions = definitions;
    this.systemDao = systemDao;
    this.profileDao = profileDao;
    this.installer = installer;
    this.searchParameters = searchParameters;
    this.jdbc = jdbc;
  }

  void install(OutreachPackage guide) {
    if (!isInstalled(guide)) {
      settings.setMarkResourcesForReindexingUponSearchParameterChange(hasDataToIndex(guide));
      putProfiles(guide);
      installAgain(spec(guide));
      definitions.letGo();
      settings.setMarkResourcesForReindexingUponSearchParameterChange(true);
      writeDown(guide);
      log.info("Installed {} {}", guide.name(), guide.version());
    }
    searchParameters.forceRefresh();
  }

  private void installAgain(PackageInstallationSpec spec) {
    // HAPI keeps the old content of a version it has seen.
    installer.uninstall(spec);
    installer.install(spec);
  }

  /** Not by HAPI's installer, whose validator would keep all of FHIR's definitions from then on. */
  private void putProfiles(OutreachPackage guide) {
    List<StructureDefinition> profiles =
        guide.resources(fhirContext, "StructureDefinition").stream()
            .map(StructureDefinition.class::cast)
            .toList();
    definitions.writeOut(profiles);
    Map<String, String> ids = idsByUrl(profiles);
    profiles.forEach(profile -> profile.setId(ids.getOrDefault(profile.getUrl(), profile.getId())));
    systemDao.transaction(Internal.request(), Puts.of(profiles));
  }

  /** Who was installed by an earlier version may have another id. */
  private Map<String, String> idsByUrl(List<StructureDefinition> profiles) {
    UriOrListParam urls = new UriOrListParam();
    profiles.forEach(profile -> urls.addOr(new UriParam(profile.getUrl())));
    SearchParameterMap search =
        SearchParameterMap.newSynchronous().add(StructureDefinition.SP_URL, urls);
    return profileDao.search(search, Internal.request()).getAllResources().stream()
        .map(StructureDefinition.class::cast)
        .collect(
            Collectors.toMap(
                StructureDefinition::getUrl,
                stored -> stored.getIdElement().getIdPart(),
                (one, another) -> one));
  }

  /** A reindexing job on an empty server does nothing but collide with the first writes. */
  private boolean hasDataToIndex(OutreachPackage guide) {
    return guide.resources(fhirContext, "SearchParameter").stream()
        .flatMap(parameter -> ((SearchParameter) parameter).getBase().stream())
        .distinct()
        .anyMatch(
            base ->
                count("select count(*) from hfj_resource where res_type = ?", base.getCode()) > 0);
  }

  private int count(String sql, Object... arguments) {
    Integer count = jdbc.queryForObject(sql, Integer.class, arguments);
    return count == null ? 0 : count;
  }

  private static PackageInstallationSpec spec(OutreachPackage guide) {
    PackageInstallationSpec spec =
        new PackageInstallationSpec()
            .setName(guide.name())
            .setVersion(guide.version())
            .setPackageContents(guide.content())
            .setInstallMode(InstallModeEnum.STORE_AND_INSTALL)
            .setVersionPolicy(VersionPolicyEnum.SINGLE_VERSION)
            .setFetchDependencies(false)
            .addInstallResourceTypes("CodeSystem", "ValueSet", "ConceptMap", "SearchParameter");
    spec.setReloadExisting(true);
    return spec;
  }

  private boolean isInstalled(OutreachPackage guide) {
    return count(
            "select count(*) from anbu_package where name = ? and version = ? and content_hash = ?",
            guide.name(),
            guide.version(),
            guide.hash())
        > 0;
  }

  private void writeDown(OutreachPackage guide) {
    jdbc.update("delete from anbu_package where name = ?", guide.name());
    jdbc.update(
        "insert into anbu_package (name, version, content_hash) values (?, ?, ?)",
        guide.name(),
        guide.version(),
        guide.hash());
  }
}
