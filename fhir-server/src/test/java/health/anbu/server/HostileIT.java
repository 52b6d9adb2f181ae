package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and addresses that were made to hurt: each is an answer, never an accident. */
class HostileIT extends PostgresServerTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String PATIENT = "{\"resourceType\":\"Patient\",%s}";

  private static byte[] patient(String rest) {
    return PATIENT.formatted(rest).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] raw(String rest) {
    return PATIENT.formatted(rest).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String nested(int depth) {
    return "\"extension\":[{\"url\":\"http://x\",".repeat(depth)
        + "\"valueString\":\"x\""
        + "}]".repeat(depth);
  }

  private static String decimal(String number) {
    return "\"extension\":[{\"url\":\"http://x\",\"valueDecimal\":" + number + "}]";
  }

  static Map<String, byte[]> refusedJson() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("extensions 100,000 deep", patient(nested(100_000)));
    bodies.put("extensions 2,000 deep", patient(nested(2_000)));
    bodies.put("arrays 100,000 deep", "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    bodies.put("a member twice", patient("\"gender\":\"male\",\"gender\":\"female\""));
    bodies.put("a NUL written as an escape", patient("\"name\":[{\"family\":\"a\\u0000b\"}]"));
    bodies.put("another control character", patient("\"name\":[{\"family\":\"a\\u001Bb\"}]"));
    bodies.put("a NUL as it is", patient("\"name\":[{\"family\":\"a\0b\"}]"));
    bodies.put("bytes that are no UTF-8", raw("\"name\":[{\"family\":\"a\u00C3\u0028b\"}]"));
    bodies.put("an overlong slash", raw("\"name\":[{\"family\":\"\u00C0\u00AF\"}]"));
    bodies.put("half a surrogate pair", raw("\"name\":[{\"family\":\"\u00ED\u00A0\u0080\"}]"));
    bodies.put("half a character", patient("\"name\":[{\"family\":\"a\\uD800b\"}]"));
    bodies.put("a number beyond every number", patient(decimal("1E2147483647")));
    bodies.put("a number of a billion digits", patient(decimal("1E-999999999")));
    bodies.put("an integer that is none", patient("\"multipleBirthInteger\":99999999999999999999"));
    bodies.put("no number", patient("\"multipleBirthInteger\":NaN"));
    bodies.put("nothing", new byte[0]);
    bodies.put("null", "null".getBytes(StandardCharsets.UTF_8));
    bodies.put("a year of nobody", patient("\"birthDate\":\"99999-01-01\""));
    bodies.put(
        "a script in the narrative",
        patient(
            "\"text\":{\"status\":\"generated\",\"div\":\"<div"
                + " xmlns='http://www.w3.org/1999/xhtml'><script>x()</script><p>\"}"));
    return bodies;
  }

  static Map<String, byte[]> refusedXml() {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put(
        "a file of ours", xml("<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"));
    bodies.put(
        "an address of ours",
        xml("<!DOCTYPE p [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]>", "&x;"));
    bodies.put(
        "a billion laughs",
        xml(
            IntStream.range(1, 10)
                .mapToObj(
                    i -> "<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE p [<!ENTITY e0 \"lol\">", "]>")),
            "&e9;"));
    bodies.put("elements 100,000 deep", xml("", "<a>".repeat(100_000)));
    bodies.put(
        "a number beyond every number",
        ("<Patient xmlns=\"http://hl7.org/fhir\"><extension url=\"http://x\">"
                + "<valueDecimal value=\"1E2147483640\"/></extension></Patient>")
            .getBytes(StandardCharsets.UTF_8));
    bodies.put("a NUL", xml("", "&#0;"));
    bodies.put("a bell", xml("", "\u0007"));
    bodies.put(
        "half of it",
        "<Patient xmlns=\"http://hl7.org/fhir\"><na".getBytes(StandardCharsets.UTF_8));
    return bodies;
  }

  private static byte[] xml(String doctype, String name) {
    return ("<?xml version=\"1.0\"?>%s<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"x\"/></name>"
            + "<text><status value=\"generated\"/><div xmlns=\"http://www.w3.org/1999/xhtml\">%s</div></text></Patient>")
        .formatted(doctype, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> post(String path, byte[] body, String type, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body));
    return exchange(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void assertRefused(Map<String, byte[]> bodies, String type) {
    Map<String, String> accidents = new LinkedHashMap<>();
    bodies.forEach(
        (what, body) -> {
          long before = storedResources();
          HttpResponse<String> answer = post("/fhir/Patient", body, type);
          boolean refused = answer.statusCode() >= 400 && answer.statusCode() < 500;
          boolean said = answer.body().contains("OperationOutcome");
          if (!refused || !said || storedResources() != before) {
            accidents.put(what, answer.statusCode() + " " + excerpt(answer.body()));
          }
        });
    assertThat(accidents).isEmpty();
  }

  private static String excerpt(String text) {
    return text.substring(0, Math.min(200, text.length()));
  }

  @Test
  void badJsonIsRefusedWithAReason() {
    assertRefused(refusedJson(), FhirHttp.JSON);
  }

  @Test
  void badXmlIsRefusedWithAReasonAndReadsNothingOfOurs() {
    assertRefused(refusedXml(), FhirHttp.XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u202Eevil\u202C",
        "a\u200Bb\u200Cc\u200Dd\uFEFFe",
        "\u2066x\u2069",
        "=cmd|' /C calc'!A0",
        "@SUM(1+9)*cmd",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=x()>",
        "'; DROP TABLE--",
        "${jndi:ldap://127.0.0.1/a}",
        "%n%s%x",
        "\\\\u0000",
        "𠮷👩‍👩‍👧‍👦",
        "e\u0301\u0301\u0301"
      })
  void aStrangeNameStaysWhatItIs(String name) {
    Patient patient = new Patient();
    patient.setId(newId());
    patient.addName().setFamily(name);
    assertStored(fhir.put(patient));
    var answer = fhir.get("Patient/" + patient.getIdElement().getIdPart());
    assertThat(answer.as(Patient.class).getNameFirstRep().getFamily()).isEqualTo(name);
  }

  @Test
  void noAnswerIsEverAPage() {
    HttpResponse<String> answer =
        exchange(
            HttpRequest.newBuilder(
                    URI.create(
                        "http://localhost:" + port + "/fhir/Patient?%3Cscript%3E=%3Cscript%3E"))
                .header("Accept", "text/html"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient?_count=-1",
        "Patient?_count=99999999999",
        "Patient?_sort=nonsense",
        "Patient?birthdate=xyz",
        "Patient?birthdate=gt99999-99-99",
        "Patient?name=a%00b",
        "Patient?_id=%00",
        "Patient?_lastUpdated=gt1e9",
        "Patient?_elements=%24%24",
        "Patient?_include=x:y:z:w:v",
        "Patient?general-practitioner:Practitioner.organization.partof.partof.name=x",
        "Patient?_has:Observation:patient:_has:x:y:z=1",
        "Patient?_format=nonsense",
        "Patient/..%2f..%2fetc",
        "Patient/a'b",
        "Patient/" + "a" + "/_history/99999999999999999999",
        "Nonsense/1",
        "$nonsense",
        "_history?_since=never",
        "Patient?_filter=((((((((((",
        "?_getpages=nonsense"
      })
  void aStrangeAddressIsAnswered(String path) {
    var answer = fhir.get(path);
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
  }

  @Nested
  class Much {

    private byte[] bundle(int entries, int size, String last) {
      String filling = "x".repeat(size);
      return IntStream.range(0, entries)
          .mapToObj(
              i ->
                  """
                  {"resource":{"resourceType":"Basic","code":{"text":"%s"}},
                   "request":{"method":"POST","url":"Basic"}}"""
                      .formatted(filling))
          .collect(
              Collectors.joining(
                  ",",
                  "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[",
                  last + "]}"))
          .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void twentyMegabytesAreStored() {
      long before = storedResources();
      byte[] bundle = bundle(40, 500_000, "");
      assertThat(bundle.length).isGreaterThan(20_000_000);
      assertThat(post("/fhir", bundle, FhirHttp.JSON, "Prefer", "return=minimal").statusCode())
          .isEqualTo(200);
      assertThat(storedResources() - before).isEqualTo(40);
    }

    @Test
    void twentyMegabytesWithOneBadEntryLeaveNothing() {
      long before = storedResources();
      String bad =
          """
          ,{"resource":{"resourceType":"Basic","code":{"text":"x"},
            "subject":{"reference":"Patient/nobody"}},
            "request":{"method":"POST","url":"Basic"}}""";
      assertThat(post("/fhir", bundle(400, 50_000, bad), FhirHttp.JSON).statusCode())
          .isEqualTo(400);
      assertThat(storedResources()).isEqualTo(before);
    }

    @Test
    void moreThanMemoryHoldsIsRefusedHoweverItIsPacked() throws IOException {
      HttpResponse<String> answer =
          post("/fhir/Patient", packed(), FhirHttp.JSON, "Content-Encoding", "gzip");
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("OperationOutcome", "64 MB");
    }

    /** 200 MB that come as 200 kB. */
    private static byte[] packed() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 200; i++) {
          gzip.write(blanks);
        }
      }
      return bytes.toByteArray();
    }

    @Test
    void packedInOrderItIsRead() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(patient("\"gender\":\"other\""));
      }
      assertThat(
              post("/fhir/Patient", bytes.toByteArray(), FhirHttp.JSON, "Content-Encoding", "gzip")
                  .statusCode())
          .isEqualTo(201);
      assertThat(
              post(
                      "/fhir/Patient",
                      patient("\"gender\":\"other\""),
                      FhirHttp.JSON,
                      "Content-Encoding",
                      "gzip")
                  .statusCode())
          .isEqualTo(400);
    }

    @Test
    void leavesTheMemoryAsItWas() {
      badJsonIsRefusedWithAReason();
      long before = used();
      for (int round = 0; round < 5; round++) {
        badJsonIsRefusedWithAReason();
        badXmlIsRefusedWithAReasonAndReadsNothingOfOurs();
        twentyMegabytesWithOneBadEntryLeaveNothing();
      }
      long grown = used() - before;
      System.out.printf("heap after 5 rounds of hostile bodies: %+d MB%n", grown / 1_000_000);
      assertThat(grown).isLessThan(60_000_000);
    }

    private static long used() {
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 3; i++) {
        System.gc();
        least =
            Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
      }
      return least;
    }
  }
}
