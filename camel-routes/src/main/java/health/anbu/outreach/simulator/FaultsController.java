package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
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
      Set.of(
          Carrier.KAKAO,
          Carrier.TWILIO,
          Carrier.LINE,
          Carrier.WHATSAPP,
          Carrier.SMTP,
          Carrier.SMPP);

  /** A mail server says later only that a mail did not arrive, and neither knows templates. */
  private static final Map<String, Set<FaultKind>> IMPOSSIBLE =
      Map.of(
          Carrier.SMTP,
          EnumSet.of(
              FaultKind.TEMPLATE_MISMATCH,
              FaultKind.DUPLICATE_RECEIPT,
              FaultKind.REORDERED_RECEIPTS,
              FaultKind.LOST_RECEIPT,
              FaultKind.LATE_DELIVERY),
          Carrier.SMPP,
          EnumSet.of(FaultKind.TEMPLATE_MISMATCH));

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
    Set<FaultKind> impossible = IMPOSSIBLE.getOrDefault(provider, Set.of());
    Optional<String> wrong =
        kind.filter(k -> !impossible.contains(k)).isEmpty()
            ? Optional.of(kinds(impossible))
            : wrong(body);
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

  private static String kinds(Set<FaultKind> impossible) {
    return Arrays.stream(FaultKind.values())
        .filter(kind -> !impossible.contains(kind))
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
