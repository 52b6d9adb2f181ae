package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D15 one household message goes to a number of several patients")
class HouseholdMessagesTest extends TravellingRoutes {

  private String books(String number) {
    String patient = patient(number);
    store.put(
        """
        {"resourceType": "Appointment", "id": "%1$s", "status": "booked", "created": "2026-03-02",
         "start": "%2$sT11:00:00+09:00",
         "participant": [{"actor": {"reference": "Patient/%1$s"}, "status": "accepted"}]}
        """
            .formatted(patient, today().plusDays(6)));
    return patient;
  }

  private Stream<CommunicationRequest> confirmations(List<String> patients) {
    return store.all(CommunicationRequest.class).stream()
        .filter(r -> patients.contains(r.getSubject().getReference().substring(8)))
        .filter(r -> r.getIdentifierFirstRep().getValue().contains(":confirmation:"));
  }

  @Test
  void namesNobodyAndTheOthersPointToIt() {
    String number = number();
    List<String> family = Stream.generate(() -> books(number)).limit(3).toList();
    family.forEach(patient -> changed("Appointment", patient, patient));
    until(today().plusDays(1), "09:30");
    await()
        .untilAsserted(
            () ->
                assertThat(confirmations(family))
                    .hasSize(3)
                    .noneMatch(r -> r.getStatus() == CommunicationRequestStatus.ACTIVE));
    assertThat(messages(number)).hasSize(1);
    assertThat(messages(number).get(0)).contains("안부의원").doesNotContain("하나", "예약");
    CommunicationRequest told =
        confirmations(family)
            .filter(r -> r.getStatus() == CommunicationRequestStatus.COMPLETED)
            .findFirst()
            .orElseThrow();
    assertThat(
            confirmations(family).filter(r -> r.getStatus() == CommunicationRequestStatus.REVOKED))
        .hasSize(2)
        .allSatisfy(
            r -> {
              assertThat(r.getStatusReason().getCodingFirstRep().getCode())
                  .isEqualTo("household-told");
              String id = r.getIdElement().getIdPart();
              assertThat(
                      store.all(Communication.class).stream()
                          .filter(
                              c ->
                                  ("CommunicationRequest/" + id)
                                      .equals(c.getBasedOnFirstRep().getReference())))
                  .singleElement()
                  .satisfies(
                      c ->
                          assertThat(c.getStatusReason().getText())
                              .isEqualTo(
                                  "CommunicationRequest/" + told.getIdElement().getIdPart()));
            });
  }
}
