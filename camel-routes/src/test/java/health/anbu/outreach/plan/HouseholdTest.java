package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Purpose;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("D15 of a household's messages of one kind on one day one goes out")
class HouseholdTest {

  private static final Instant MORNING = Scene.at("2026-03-02T09:00:00+09:00");

  private static RequestRecord request(
      String id, String step, Instant due, RequestRecord.Status status) {
    return new RequestRecord(
        new Scene.Paper("CommunicationRequest/" + id),
        id,
        "1",
        "reminder:" + step + ":Appointment/" + id,
        "reminder",
        "reminder|1",
        "Appointment/" + id,
        Purpose.TRANSACTIONAL,
        List.of("sms"),
        status,
        due,
        due,
        due,
        null,
        false);
  }

  private static RequestRecord active(String id) {
    return request(id, "day", MORNING, RequestRecord.Status.ACTIVE);
  }

  /** The request of a patient, beside those of the patient p. */
  private static Household of(String patient, RequestRecord one, RequestRecord... others) {
    Scene scene = new Scene();
    scene.requests.addAll(List.of(others));
    return Household.of(patient, one, List.of(scene.facts()), Scene.SEOUL);
  }

  @Test
  void theFirstTells() {
    Household first = of("o", active("b"), active("a"));
    assertThat(first.told()).isEmpty();
    assertThat(first.before()).isEmpty();
  }

  @Test
  void theSecondWaitsUntilThatIsSettled() {
    assertThat(of("q", active("a"), active("b")).before()).map(RequestRecord::id).contains("b");
  }

  @Test
  void thenPointsToIt() {
    RequestRecord sent = request("z", "day", MORNING, RequestRecord.Status.COMPLETED);
    assertThat(of("o", active("b"), sent).told()).contains(sent);
  }

  @Test
  void andTellsItselfWhereTheFirstWasWithdrawn() {
    Household second =
        of("q", active("b"), request("a", "day", MORNING, RequestRecord.Status.REVOKED));
    assertThat(second.told()).isEmpty();
    assertThat(second.before()).isEmpty();
  }

  @Test
  void anotherStepOrDayIsAnotherMatter() {
    Instant tomorrow = MORNING.plusSeconds(86_400);
    Household other =
        of(
            "q",
            active("b"),
            request("a", "three-days", MORNING, RequestRecord.Status.COMPLETED),
            request("c", "day", tomorrow, RequestRecord.Status.COMPLETED));
    assertThat(other.others()).isEmpty();
  }
}
