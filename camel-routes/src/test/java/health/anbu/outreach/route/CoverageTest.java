package health.anbu.outreach.route;

import static health.anbu.outreach.route.DispatchScene.step;
import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.FrequencyCap;
import health.anbu.outreach.contact.SendOutcome;
import health.anbu.outreach.plan.DerivedId;
import health.anbu.outreach.plan.PatientFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the records to the provider nobody is left out without a reason. */
class CoverageTest {

  private static final int PATIENTS = 70;
  private static final List<String> STEPS = List.of("skin", "sleep");

  private final DispatchScene scene =
      new DispatchScene("2026-03-02T12:00:00+09:00", "sms", FrequencyCap.NONE)
          .words("skin", "treatment", "피부는 어떠신가요?")
          .words("sleep", "treatment", "잠은 잘 주무시나요?")
          .scenario("care", step("skin", 2), step("sleep", 5));

  /** What happens to a patient: seven fates, each as often. */
  private void lives(int number) {
    String id = "p" + number;
    scene.patient(id);
    switch (number % 7) {
      case 1 -> change(id, ",\"telecom\": *\\[[^]]*]", "");
      case 2 -> scene.store.put(refusal(id));
      case 3 -> change(id, "\"birthDate\"", "\"deceasedBoolean\": true, \"birthDate\"");
      default -> {}
    }
    scene.treated(id, "2026-03-02");
    if (number % 7 == 4) {
      scene.store.put(
          scene.store.json("Procedure/t-" + id).replace("completed", "entered-in-error"));
    }
  }

  private void change(String id, String before, String after) {
    String json = scene.store.json("Patient/" + id);
    String changed = json.replaceFirst(before, after);
    assertThat(changed).isNotEqualTo(json);
    scene.store.put(changed);
  }

  private static String refusal(String id) {
    return """
        {"resourceType": "Consent", "id": "no-%1$s", "status": "active", "dateTime": "2026-03-01",
         "patient": {"reference": "Patient/%1$s"}, "provision": {"type": "deny"}}
        """
        .formatted(id);
  }

  private SendOutcome provider(Dispatch dispatch, Map<String, Integer> asked) {
    String patient = dispatch.facts().id();
    int fate = Integer.parseInt(patient.substring(1)) % 7;
    int times = asked.merge(dispatch.request().key(), 1, Integer::sum);
    if (fate == 5) {
      return new SendOutcome.Refused("test", "bad", "provider-rejected", true, false);
    }
    return fate == 6 && times == 1
        ? new SendOutcome.Throttled(Duration.ofMinutes(3))
        : scene.takes(dispatch);
  }

  @Test
  @DisplayName("S1.13d S1.24 expected minus sent is empty or has a reason code: coverage is 1")
  void everyoneIsSentOrExplained() {
    Map<String, Integer> asked = new TreeMap<>();
    scene.provider = dispatch -> provider(dispatch, asked);
    for (int number = 0; number < PATIENTS; number++) {
      lives(number);
    }
    scene.until("2026-04-01T00:00:00+09:00");
    int eligible = 0;
    int sent = 0;
    List<String> explained = new ArrayList<>();
    for (int number = 0; number < PATIENTS; number++) {
      for (String step : STEPS) {
        String key = "care:" + step + ":Procedure/t-p" + number;
        eligible++;
        if (sent(key)) {
          sent++;
        } else {
          explained.add(number % 7 + " " + reason("p" + number, key));
        }
      }
    }
    assertThat((sent + explained.size()) / (double) eligible).isEqualTo(1.0);
    assertThat(sent).isEqualTo(PATIENTS / 7 * 2 * 2).isEqualTo(scene.taken.size());
    assertThat(explained.stream().distinct().sorted())
        .containsExactly(
            "1 no-address",
            "2 opt-out",
            "3 deceased",
            "4 anchor-entered-in-error",
            "5 provider-rejected");
  }

  private boolean sent(String key) {
    return messages(key).stream()
        .anyMatch(
            message ->
                message.getExtension().stream()
                    .anyMatch(e -> "accepted".equals(String.valueOf(e.getValue()))));
  }

  private List<Communication> messages(String key) {
    String request = "CommunicationRequest/" + DerivedId.of(key);
    return scene.store.all(Communication.class).stream()
        .filter(m -> m.getBasedOn().stream().anyMatch(r -> request.equals(r.getReference())))
        .toList();
  }

  /** Of the request, of the message, or of the plan that has none; nothing of these is a gap. */
  private String reason(String patient, String key) {
    for (Communication message : messages(key)) {
      if (message.hasStatusReason()) {
        return message.getStatusReason().getCodingFirstRep().getCode();
      }
    }
    var request = scene.store.read(CommunicationRequest.class, DerivedId.of(key));
    if (request.isPresent()) {
      assertThat(request.get().hasStatusReason()).as(key + " has a reason").isTrue();
      return request.get().getStatusReason().getCodingFirstRep().getCode();
    }
    PatientFacts facts = scene.reconciler.facts(List.of(patient)).get(patient);
    return scene
        .reconciler
        .plan(facts, scene.clock.instant())
        .trace()
        .refusal(key)
        .orElseThrow(() -> new AssertionError(key + " is neither sent nor explained"))
        .code();
  }
}
