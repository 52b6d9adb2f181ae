package health.anbu.server;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.subscription.match.config.SubscriptionProcessorConfig;
import ca.uhn.fhir.jpa.subscription.match.deliver.email.IEmailSender;
import ca.uhn.fhir.jpa.subscription.submit.config.SubscriptionSubmitterConfig;
import ca.uhn.fhir.jpa.topic.SubscriptionTopicConfig;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** HAPI's JPA store on the one data source of this process. */
@Configuration
@Import({
  JpaR4Config.class,
  HapiJpaConfig.class,
  JpaBatch2Config.class,
  Batch2JobsConfig.class,
  ThreadPoolFactoryConfig.class,
  SubscriptionSubmitterConfig.class,
  SubscriptionProcessorConfig.class,
  SubscriptionChannelConfig.class,
  SubscriptionTopicConfig.class
})
class Persistence {

  @Bean
  static SparingStart sparingStart() {
    return new SparingStart();
  }

  @Bean
  Database database(DataSource dataSource) {
    return Database.of(dataSource);
  }

  @Bean
  Schema schema(Database database, DataSource dataSource) {
    return new Schema(database, dataSource).migrate();
  }

  // The schema is a parameter so that it is there before Hibernate looks at it.
  @Bean
  LocalContainerEntityManagerFactoryBean entityManagerFactory(
      ConfigurableListableBeanFactory beans,
      FhirContext fhirContext,
      JpaStorageSettings settings,
      DataSource dataSource,
      Database database,
      Schema schema) {
    LocalContainerEntityManagerFactoryBean factory =
        HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhirContext, settings);
    factory.setPersistenceUnitName("HAPI_PU");
    factory.setDataSource(dataSource);
    factory.setJpaProperties(hibernate(database));
    return factory;
  }

  private static Properties hibernate(Database database) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "hibernate.dialect", database.dialect().getName(),
            "hibernate.hbm2ddl.auto", "none",
            "hibernate.jdbc.batch_size", "200",
            "hibernate.order_inserts", "true",
            "hibernate.order_updates", "true",
            "hibernate.search.enabled", "false",
            "hibernate.cache.use_query_cache", "false",
            "hibernate.cache.use_second_level_cache", "false",
            "hibernate.cache.use_minimal_puts", "false",
            // No entity spans tables, so the tables for bulk updates would never be used.
            "hibernate.query.mutation_strategy.global_temporary.create_tables", "false"));
    properties.put("hibernate.session_factory.statement_inspector", IndexedIds.class.getName());
    // HAPI's entities have neither constraints of Bean Validation nor, but for links of an MDM that
    // we do not run, an audit.
    properties.put("jakarta.persistence.validation.mode", "none");
    properties.put("hibernate.integration.envers.enabled", "false");
    // Off by itself beside Bean Validation: HAPI sets some values at the last moment.
    properties.put("hibernate.check_nullability", "false");
    return properties;
  }

  @Bean
  @Primary
  JpaTransactionManager transactionManager(EntityManagerFactory entityManagerFactory) {
    return new JpaTransactionManager(entityManagerFactory);
  }

  /** HAPI asks for a mail sender although only rest-hook Subscriptions are accepted. */
  @Bean
  IEmailSender emailSender() {
    return details -> {
      throw new UnsupportedOperationException("Only rest-hook Subscriptions are delivered");
    };
  }
}
