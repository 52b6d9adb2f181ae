package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes a simulated provider fail. */
@Simulated
@RestController
class FaultsController {
  private static final Set<String> PROVIDERS =
      Set.of(Carrier.KAKAO, Carrier.TWILIO, Carrier.LINE, Carrier.WHATSAPP);

  private final Faults faults;

  FaultsController(Faults faults) {
    this.faults = faults;
  }

  @PostMapping(path = "/simulators/{provider}/faults", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> add(@PathVariable String provider, HttpServletRequest request)
      throws IOException {
    if (!PROVIDERS.contains(provider)) {
      return ResponseEntity.notFound().build();
    }
    JsonNode body = RequestBody.object(request.getInputStream()).orElse(null);
    Optional<FaultKind> kind =
        body == null ? Optional.empty() : FaultKind.ofCode(body.path("kind").asText());
    Optional<String> wrong = kind.isEmpty() ? Optional.of(kinds()) : wrong(body);
    if (wrong.isPresent()) {
      return ResponseEntity.badRequest().body(Map.of("error", wrong.get()));
    }
    long count = body.path("count").asLong(given(body.path("rate")) ? Long.MAX_VALUE : 1);
    double rate = body.path("rate").asDouble(1);
    faults.add(provider, kind.orElseThrow(), count, rate, body.path("seed").asLong(0));
    return ResponseEntity.ok(added(kind.orElseThrow(), count, rate));
  }

  private static Map<String, Object> added(FaultKind kind, long count, double rate) {
    Map<String, Object> added = new LinkedHashMap<>();
    added.put("kind", kind.code());
    added.put("count", count);
    added.put("rate", rate);
    return added;
  }

  private static Optional<String> wrong(JsonNode body) {
    JsonNode count = body.path("count");
    JsonNode rate = body.path("rate");
    if (given(count) && (!count.canConvertToLong() || count.asLong() < 1)) {
      return Optional.of("count must be a whole number from 1 on");
    }
    if (given(rate) && (!rate.isNumber() || rate.asDouble() <= 0 || rate.asDouble() > 1)) {
      return Optional.of("rate must be a number above 0 and up to 1");
    }
    return Optional.empty();
  }

  private static boolean given(JsonNode value) {
    return !value.isMissingNode() && !value.isNull();
  }

  private static String kinds() {
    return Arrays.stream(FaultKind.values())
        .map(FaultKind::code)
        .collect(Collectors.joining(", ", "kind must be one of ", ""));
  }

  @DeleteMapping("/simulators/{provider}/faults")
  ResponseEntity<Void> clear(@PathVariable String provider) {
    if (!PROVIDERS.contains(provider)) {
      return ResponseEntity.notFound().build();
    }
    faults.clear(provider);
    return ResponseEntity.noContent().build();
  }
}
