package health.anbu.outreach.route;

import org.apache.camel.ProducerTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the Subscription of another server points to. What it says is not read: it only means that
 * something changed.
 */
@RestController
class WakeUp {

  private final Sweeps sweeps;
  private final ProducerTemplate camel;

  WakeUp(Sweeps sweeps, ProducerTemplate camel) {
    this.sweeps = sweeps;
    this.camel = camel;
  }

  @RequestMapping(
      path = {"/wake-up", "/wake-up/**"},
      method = {RequestMethod.POST, RequestMethod.PUT})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void wake() {
    sweeps.wake();
    camel.sendBody("seda:wake-up?discardWhenFull=true", "");
  }
}
