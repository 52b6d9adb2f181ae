package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
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
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<String> from =
        body == null ? Optional.empty() : numbers.e164(KakaoJson.text(body, "from"));
    if (from.isEmpty()) {
      return ResponseEntity.badRequest().body(Map.of("error", "from must be a phone number"));
    }
    String text = KakaoJson.text(body, "text");
    if (text.isEmpty() || text.length() > 10_000) {
      return ResponseEntity.badRequest()
          .body(Map.of("error", "text must have 1 to 10000 characters"));
    }
    String to = KakaoJson.text(body, "to");
    smsc.deliverLater(from.get(), to.isBlank() ? product.sms("from") : to, text);
    return ResponseEntity.accepted().body(Map.of("from", from.get()));
  }
}
