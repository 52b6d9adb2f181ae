package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.Surroundings;
import health.anbu.outreach.plan.When;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answers for a patient, and what they complained of. */
class SurroundingsReaderTest {

  private final MemoryFhirStore store = new MemoryFhirStore();

  @BeforeEach
  void aChild() {
    store.put(
        """
        {"resourceType":"Patient","id":"child","birthDate":"2016-05-02","address":[{"country":"JP"}],
         "managingOrganization":{"reference":"Organization/branch"}}
        """);
  }

  private Surroundings read() {
    return facts().surroundings();
  }

  private PatientFacts facts() {
    return new FactsReader(store, store, new PhoneNumbers("KR"))
        .read(List.of("child"), ZoneId.of("Asia/Seoul"))
        .get("child");
  }

  private void related(String id, String relationship, String more) {
    store.put(
        """
        {"resourceType":"RelatedPerson","id":"%s","patient":{"reference":"Patient/child"},
         "relationship":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-RoleCode","code":"%s"}]}],
         "telecom":[{"system":"phone","value":"090-1234-567%s"}]%s}
        """
            .formatted(id, relationship, id.length() % 10, more));
  }

  @Test
  void thePlaceAndTheBranchAreRead() {
    assertThat(read().country()).isEqualTo("JP");
    assertThat(read().organization()).isEqualTo("branch");
  }

  @Nested
  @DisplayName("C49 guardians")
  class Guardians {

    @Test
    void standInOrderOfTheirDuty() {
      related("aunt", "AUNT", "");
      related("mother", "MTH", "");
      related("guardian", "GUARD", "");
      assertThat(read().guardians())
          .extracting(Surroundings.Guardian::reference)
          .containsExactly("RelatedPerson/guardian/_history/1", "RelatedPerson/mother/_history/1");
    }

    @Test
    void areReadWithNumberAndLanguage() {
      related(
          "mother", "MTH", ",\"communication\":[{\"language\":{\"coding\":[{\"code\":\"ja\"}]}}]");
      assertThat(read().guardians())
          .singleElement()
          .satisfies(mother -> assertThat(mother.language()).isEqualTo("ja"))
          .satisfies(
              mother -> assertThat(mother.addresses().get(0).value()).isEqualTo("+819012345676"));
    }

    @Test
    void whoNoLongerAreNoneAreLeftOut() {
      related("mother", "MTH", ",\"active\":false");
      assertThat(read().guardians()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2034-05-02, 2034-05-02", "2034-02, 2034-02-28", "2034, 2034-12-31"})
    void areReadWithTheLastDayOfTheirDuty(String end, LocalDate last) {
      related("mother", "MTH", ",\"period\":{\"end\":\"%s\"}".formatted(end));
      assertThat(read().guardians())
          .singleElement()
          .satisfies(mother -> assertThat(mother.until()).isEqualTo(new When.Day(last)));
    }

    @ParameterizedTest
    @CsvSource({"2016, 2016-12-31", "2016-02, 2016-02-29", "2016-05-02, 2016-05-02"})
    void areReadForWhoMayBeAChildAsFarAsTheBirthDateSays(String born, LocalDate by) {
      store.put(
          "{\"resourceType\":\"Patient\",\"id\":\"child\",\"birthDate\":\"%s\"}".formatted(born));
      related("mother", "MTH", "");
      assertThat(read().bornBy()).isEqualTo(by);
      assertThat(read().guardians()).hasSize(1);
    }

    @Test
    void ofAnAdultAreNotAskedFor() {
      store.put("{\"resourceType\":\"Patient\",\"id\":\"child\",\"birthDate\":\"1980-05-02\"}");
      related("mother", "MTH", "");
      assertThat(read().guardians()).isEmpty();
    }
  }

  @Nested
  @DisplayName("X17 complaints")
  class Complaints {

    private void task(String status, String category, String more) {
      store.put(
          """
          {"resourceType":"Communication","id":"words","status":"completed","subject":{"reference":"Patient/child"},
           "category":[{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/feedback-category","code":"%s"}]}]}
          """
              .formatted(category));
      store.put(
          """
          {"resourceType":"Task","id":"case","status":"%s","intent":"order","for":{"reference":"Patient/child"},
           "code":{"coding":[{"system":"https://anbu-health.github.io/fhir/CodeSystem/task-code","code":"handle-complaint"}]},
           "focus":{"reference":"Communication/words"},"authoredOn":"2026-04-01T10:00:00Z"%s}
          """
              .formatted(status, more));
    }

    @ParameterizedTest
    @CsvSource({
      "requested, true",
      "in-progress, true",
      "on-hold, true",
      "completed, false",
      "cancelled, false",
      "rejected, false"
    })
    void areOpenUntilTheirTaskIsClosed(String status, boolean open) {
      task(status, "complaint", ",\"lastModified\":\"2026-04-03T10:00:00Z\"");
      Surroundings.ComplaintSpan span = read().complaints().get(0);
      assertThat(span.from()).isEqualTo(Instant.parse("2026-04-01T10:00:00Z"));
      assertThat(span.until()).isEqualTo(open ? null : Instant.parse("2026-04-03T10:00:00Z"));
    }

    @Test
    void thatWereNoneMuteNobody() {
      task("requested", "question", "");
      assertThat(read().complaints()).isEmpty();
      task("entered-in-error", "complaint", "");
      assertThat(read().complaints()).isEmpty();
    }
  }
}
