package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {

  @Nested
  class AForm {
    /** Made with {@code openssl dgst -sha1 -hmac} over the URL and the sorted parameters. */
    private static final String SIGNATURE = "q5PtFs3zw8AF94I5VBGOuA28J4M=";

    private static final String URL = "https://clinic.example/webhooks/twilio/status?m=0d1f-1";

    private final Map<String, List<String>> form =
        ProviderForm.parse("MessageStatus=delivered&MessageSid=SM01&To=%2B821012345678").values();

    @Test
    void isSignedOverUrlAndSortedParameters() {
      assertThat(TwilioSignature.sign("12345", URL, form)).isEqualTo(SIGNATURE);
    }

    @Test
    void isRefusedWhenOneByteDiffers() {
      Map<String, List<String>> forged = new LinkedHashMap<>(form);
      forged.put("MessageStatus", List.of("failed"));
      assertThat(TwilioSignature.matches("12345", URL, forged, SIGNATURE)).isFalse();
      assertThat(TwilioSignature.matches("12346", URL, form, SIGNATURE)).isFalse();
      assertThat(TwilioSignature.matches("12345", URL + "x", form, SIGNATURE)).isFalse();
      assertThat(TwilioSignature.matches("12345", URL, form, "")).isFalse();
    }

    @Test
    void isRecognisedWithAndWithoutThePort() {
      String withPort = URL.replace("clinic.example", "clinic.example:8443");
      assertThat(TwilioSignature.matches("12345", withPort, form, SIGNATURE)).isTrue();
    }
  }

  @Test
  void sharedVectorsAgree() throws IOException {
    Path file = vectors();
    assumeTrue(file != null, "shared/data/payloads/twilio is not here: vectors not checked");
    for (JsonNode vector : new ObjectMapper().readTree(file.toFile())) {
      assertThat(matches(vector, file.getParent()))
          .as(vector.toString())
          .isEqualTo(vector.path("valid").asBoolean());
    }
  }

  private static boolean matches(JsonNode vector, Path folder) throws IOException {
    String token = vector.path("authToken").asText();
    String url = vector.path("url").asText();
    String signature = vector.path("signature").asText();
    if (vector.has("body")) {
      byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
      return TwilioSignature.matchesBody(token, url, body, signature);
    }
    return TwilioSignature.matches(token, url, form(vector, folder), signature);
  }

  /** The raw form where there is one, so that reading it is checked too. */
  private static Map<String, List<String>> form(JsonNode vector, Path folder) throws IOException {
    if (vector.has("bodyFile")) {
      Path raw = folder.resolve(vector.path("bodyFile").asText());
      return ProviderForm.parse(Files.readString(raw).strip()).values();
    }
    Map<String, List<String>> form = new LinkedHashMap<>();
    vector
        .path("params")
        .properties()
        .forEach(entry -> form.put(entry.getKey(), List.of(entry.getValue().asText())));
    return form;
  }

  private static Path vectors() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/data/payloads/twilio/signature-vectors.json");
      if (Files.exists(file)) {
        return file;
      }
    }
    return null;
  }
}
