package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PatientTurnsTest {

  private final List<DueMessage> passed = new ArrayList<>();
  private final PatientTurns turns = new PatientTurns(passed::add);

  private DueMessage come(String request, String patient) {
    DueMessage message =
        new DueMessage(request, DueTimer.fresh(patient), new CompletableFuture<>());
    turns.come(message);
    return message;
  }

  private List<String> passed() {
    return passed.stream().map(DueMessage::request).toList();
  }

  @Nested
  class TwoMessagesOfOnePatient {

    private final DueMessage first = come("one", "kim");
    private final DueMessage second = come("two", "kim");

    @Test
    void goOneAfterTheOther() {
      assertThat(passed()).containsExactly("one");
      passed.get(0).done();
      assertThat(first.end()).isCompletedWithValue(new DueMessage.TimerEnd.Done());
      assertThat(passed()).containsExactly("one", "two");
      assertThat(second.end()).isNotDone();
    }

    @Test
    void theSecondComesAlsoWhenTheFirstIsKept() {
      passed.get(0).keep();
      assertThat(first.end()).isNotDone();
      assertThat(passed()).containsExactly("one", "two");
    }

    @Test
    void aLaterOneWaitsForNobody() {
      passed.get(0).done();
      passed.get(1).done();
      come("three", "kim");
      assertThat(passed()).containsExactly("one", "two", "three");
    }
  }

  @Test
  void messagesOfDifferentPatientsGoSideBySide() {
    come("one", "kim");
    come("two", "lee");
    assertThat(passed()).containsExactly("one", "two");
  }
}
