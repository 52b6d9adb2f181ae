package health.anbu.server;

import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.data.repository.Repository;

/**
 * Injects HAPI's repositories as proxies that are built when first asked: to parse the queries of
 * all of them is a tenth of a start, and most are never asked.
 */
final class LazyRepositories extends ContextAnnotationAutowireCandidateResolver {

  @Override
  public Object getLazyResolutionProxyIfNecessary(
      DependencyDescriptor descriptor, String beanName) {
    Class<?> type = descriptor.getDependencyType();
    if (!Repository.class.isAssignableFrom(type)) {
      return super.getLazyResolutionProxyIfNecessary(descriptor, beanName);
    }
    ProxyFactory proxies = new ProxyFactory();
    proxies.addInterface(type);
    proxies.setTargetSource(new Late(type, getBeanFactory()));
    return proxies.getProxy(type.getClassLoader());
  }

  /** Spring's own locks at every call. */
  private static final class Late implements TargetSource {

    private final Class<?> type;
    private final BeanFactory beans;
    private volatile Object repository;

    Late(Class<?> type, BeanFactory beans) {
      this.type = type;
      this.beans = beans;
    }

    @Override
    public Class<?> getTargetClass() {
      return type;
    }

    @Override
    public Object getTarget() {
      if (repository == null) {
        repository = beans.getBean(type);
      }
      return repository;
    }
  }
}
