package health.anbu.server;

import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;

/** Says whether packages and search parameters are in place, so that writes can be accepted. */
@Component
class Readiness {

  private final CountDownLatch open = new CountDownLatch(1);

  boolean isReady() {
    return open.getCount() == 0;
  }

  void ready() {
    open.countDown();
  }
}
