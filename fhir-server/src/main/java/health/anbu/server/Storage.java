package health.anbu.server;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.ClientIdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.IdStrategyEnum;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum;
import org.hl7.fhir.dstu2.model.Subscription.SubscriptionChannelType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the FHIR store accepts, checks and indexes. */
@Configuration(proxyBeanMethods = false)
class Storage {

  @Bean
  JpaStorageSettings storageSettings() {
    JpaStorageSettings settings = new JpaStorageSettings();
    clientsChooseIds(settings);
    referencesMustExist(settings);
    searchesAreFresh(settings);
    settings.setIndexMissingFields(IndexEnabledEnum.DISABLED);
    settings.setMatchUrlCacheEnabled(true);
    settings.setHibernateSearchIndexFullText(false);
    settings.setHibernateSearchIndexSearchParams(false);
    // It needs a full-text index, which this server does without.
    settings.setPreExpandValueSets(false);
    settings.setEnableTaskBulkExportJobExecution(false);
    settings.setEnableTaskBulkImportJobExecution(false);
    return settings;
  }

  /** Derived ids are UUIDs; ids of other systems may be plain numbers. */
  private static void clientsChooseIds(JpaStorageSettings settings) {
    settings.setResourceClientIdStrategy(ClientIdStrategyEnum.ANY);
    settings.setResourceServerIdStrategy(IdStrategyEnum.UUID);
  }

  /** An EHR may delete what our requests point at, so deletes are not blocked by references. */
  private static void referencesMustExist(JpaStorageSettings settings) {
    settings.setEnforceReferentialIntegrityOnWrite(true);
    settings.setEnforceReferentialIntegrityOnDelete(false);
    settings.setAutoCreatePlaceholderReferenceTargets(false);
    settings.setAllowExternalReferences(true);
    settings.setAllowMultipleDelete(false);
  }

  private static void searchesAreFresh(JpaStorageSettings settings) {
    settings.setReuseCachedSearchResultsForMillis(null);
  }

  @Bean
  PartitionSettings partitionSettings() {
    return new PartitionSettings();
  }

  @Bean
  SubscriptionSettings subscriptionSettings() {
    SubscriptionSettings settings = new SubscriptionSettings();
    settings.addSupportedSubscriptionType(SubscriptionChannelType.RESTHOOK);
    settings.setSubscriptionIntervalInMs(100);
    return settings;
  }
}
