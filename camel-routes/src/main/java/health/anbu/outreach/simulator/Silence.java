package health.anbu.outreach.simulator;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** A provider that has taken a message and does not answer for longer than a client waits. */
@Simulated
@Component
class Silence {
  private static final long MILLISECONDS = 30_000;
  private static final long SLOW_MILLISECONDS = 3_000;
  private static final ResponseEntity<Object> AT_LAST =
      ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).build();

  private final Set<DeferredResult<ResponseEntity<Object>>> open = ConcurrentHashMap.newKeySet();

  DeferredResult<ResponseEntity<Object>> begin() {
    return silent(MILLISECONDS, AT_LAST);
  }

  /** So late that many wait for it, but not too late for a client. */
  DeferredResult<ResponseEntity<Object>> before(ResponseEntity<Object> answer) {
    return silent(SLOW_MILLISECONDS, answer);
  }

  private DeferredResult<ResponseEntity<Object>> silent(
      long milliseconds, ResponseEntity<Object> then) {
    DeferredResult<ResponseEntity<Object>> silence = new DeferredResult<>(milliseconds, then);
    open.add(silence);
    silence.onCompletion(() -> open.remove(silence));
    return silence;
  }

  /** A graceful shutdown would wait for every silence to end. */
  @EventListener(ContextClosedEvent.class)
  void end() {
    open.forEach(silence -> silence.setResult(AT_LAST));
  }
}
