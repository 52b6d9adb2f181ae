package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class OpenToTheNetworkTest {

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    var refusal =
        catchThrowableOfType(
            OpenToTheNetwork.class, () -> OpenToTheNetwork.refuse(null, false, "Ask for tokens."));

    var analysis = new OpenToTheNetwork.Analyzer().analyze(null, refusal);

    assertThat(analysis.getDescription()).contains("server.address is not set");
    assertThat(analysis.getAction()).isEqualTo("Ask for tokens.");
  }
}
