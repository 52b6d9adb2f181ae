package health.anbu.server;

import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Leaves out of HAPI's start what is not needed to be ready. */
class SparingStart implements BeanDefinitionRegistryPostProcessor {

  private static final String SEARCH_PATHS = "searchParamExtractor";

  /** HAPI's choice among Spring Data's factories, EnversRevisionRepositoryFactoryBean, is one. */
  private static final String REPOSITORY = "RepositoryFactoryBean";

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    registry.removeBeanDefinition(SEARCH_PATHS);
    registry.registerBeanDefinition(SEARCH_PATHS, new RootBeanDefinition(SearchPaths.class));
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    repositories(beans).forEach(repository -> repository.setLazyInit(true));
    ((DefaultListableBeanFactory) beans).setAutowireCandidateResolver(new LazyRepositories());
  }

  private static List<BeanDefinition> repositories(ConfigurableListableBeanFactory beans) {
    return List.of(beans.getBeanDefinitionNames()).stream()
        .map(beans::getBeanDefinition)
        .filter(bean -> String.valueOf(bean.getBeanClassName()).endsWith(REPOSITORY))
        .toList();
  }
}
