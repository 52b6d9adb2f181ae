package health.anbu.outreach.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The patient with a telephone: what they text reaches the product over its bind to the SMSC. */
@Simulated
@RestController
class SmppPatient {
  private final SmscSimulator smsc;
  private final Numbers numbers;
  private final ProductAddress product;

  SmppPatient(SmscSimulator smsc, Numbers numbers, ProductAddress product) {
    this.smsc = smsc;
    this.numbers = numbers;
    this.product = product;
  }

  @PostMapping(path = "/simulators/smpp/inbound", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> text(HttpServletRequest request) throws IOException {
    return PatientText.take(request, numbers, this::write);
  }

  private Map<String, String> write(PatientText text) {
    smsc.deliverLater(text.from(), text.toOr(product.sms("from")), text.text());
    return Map.of("from", text.from());
  }
}
