package health.anbu.server;

import ca.uhn.fhir.jpa.packages.IPackageInstallerSvc;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec.InstallModeEnum;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec.VersionPolicyEnum;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
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

  PackageInstallation(
      IPackageInstallerSvc installer, ISearchParamRegistry searchParameters, JdbcTemplate jdbc) {
    this.installer = installer;
    this.searchParameters = searchParameters;
    this.jdbc = jdbc;
  }

  void install(OutreachPackage guide) {
    if (!isInstalled(guide)) {
      PackageInstallationSpec spec = spec(guide);
      // HAPI keeps the old content of a version it has seen.
      installer.uninstall(spec);
      installer.install(spec);
      writeDown(guide);
      log.info("Installed {} {}", guide.name(), guide.version());
    }
    searchParameters.forceRefresh();
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
            .addInstallResourceTypes(
                "CodeSystem", "ValueSet", "ConceptMap", "StructureDefinition", "SearchParameter");
    spec.setReloadExisting(true);
    return spec;
  }

  private boolean isInstalled(OutreachPackage guide) {
    return jdbc.queryForObject(
            "select count(*) from anbu_package where name = ? and version = ? and content_hash = ?",
            Integer.class,
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
