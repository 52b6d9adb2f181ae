package health.anbu.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.subscription.model.ResourceModifiedMessage;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Spares a write the way through HAPI's subscription matching while there is no Subscription at
 * all: it stores each change in a table, reads the resource again, and deletes the row.
 */
@Component
@Interceptor
class SubscriptionGate implements FhirInterceptor {

  private static final Set<String> ALWAYS = Set.of("Subscription", "SubscriptionTopic", "Basic");
  private static final String ANY =
      "select count(*) from hfj_resource where res_type = 'Subscription' and res_deleted_at is null";

  /** Another node may have written the first one meanwhile. */
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ObjectProvider<JdbcTemplate> jdbc;

  /** There is one, or this process wrote one: from then on everything goes to the matching. */
  private volatile boolean open;

  private volatile long lookedAt = System.nanoTime() - FRESH_NANOS;

  SubscriptionGate(ObjectProvider<JdbcTemplate> jdbc) {
    this.jdbc = jdbc;
  }

  /** False keeps the change from being matched. */
  @Hook(Pointcut.SUBSCRIPTION_RESOURCE_MODIFIED)
  public boolean modified(ResourceModifiedMessage message) {
    if (ALWAYS.contains(type(message))) {
      open = true;
    }
    return open || anyNow();
  }

  private static String type(ResourceModifiedMessage message) {
    String type = message.getPayloadId() == null ? "" : message.getPayloadId();
    return type.replaceFirst("/.*", "");
  }

  private boolean anyNow() {
    long now = System.nanoTime();
    if (now - lookedAt >= FRESH_NANOS) {
      Integer found = jdbc.getObject().queryForObject(ANY, Integer.class);
      lookedAt = now;
      if (found != null && found > 0) {
        open = true;
      }
    }
    return open;
  }
}
