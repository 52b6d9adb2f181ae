package health.anbu.outreach.route;

import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.plan.Change;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the routes gather many bodies into one list. */
@Configuration(proxyBeanMethods = false)
class Groups {

  /** Lists of changes become one list. */
  @Bean
  AggregationStrategy changeGroup() {
    return (gathered, next) -> {
      List<Change> all = list(gathered);
      List<?> more = next.getMessage().getBody(List.class);
      more.forEach(change -> all.add((Change) change));
      return with(gathered, next, all);
    };
  }

  @Bean
  AggregationStrategy dueGroup() {
    return (gathered, next) -> {
      List<DueMessage> all = list(gathered);
      all.add(next.getMessage().getBody(DueMessage.class));
      return with(gathered, next, all);
    };
  }

  /** What came back without an answer counts as unknown: it may have been sent. */
  @Bean
  AggregationStrategy sentGroup() {
    return (gathered, next) -> {
      List<Dispatch> all = list(gathered);
      all.add(answered(next));
      return with(gathered, next, all);
    };
  }

  private static Dispatch answered(Exchange exchange) {
    Object body = exchange.getMessage().getBody();
    return body instanceof Dispatch dispatch && dispatch.outcome() != null
        ? dispatch
        : exchange
            .getProperty("dispatch", Dispatch.class)
            .with(new SendOutcome.Unknown("the route failed"));
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> list(Exchange gathered) {
    return gathered == null ? new ArrayList<>() : gathered.getMessage().getBody(List.class);
  }

  private static Exchange with(Exchange gathered, Exchange next, List<?> all) {
    Exchange result = gathered == null ? next : gathered;
    result.getMessage().setBody(all);
    result.setException(null);
    return result;
  }
}
