package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.contact.PackText;
import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.contact.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Network Act art. 50(1): for six months who was treated hears of the same without a consent. */
@DisplayName("C38, C46 the Korean exception of an existing trade")
class ExistingTradeTest {

  private static final String CLAIM = "claim | existing-trade | counsel, 3 March 2026";

  private final Scene scene = new Scene();

  @BeforeEach
  void treatedInFebruary() {
    scene.override = List.of(CLAIM);
    scene.plans(offers(3)).procedure("b", "2026-02-27");
    scene.channels = List.of("sms");
  }

  private static Scenario offers(int months) {
    return Scene.scenario(
        "offer",
        Scene.procedures(Scene.BOTOX),
        Scene.after("again", Scene.months(months), Purpose.ADVERTISING));
  }

  private Trace.Entry permitted() {
    return scene.plan().trace().steps().get(0).entries().stream()
        .filter(entry -> entry.rule().equals("contact-permitted"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isOffUnlessTheClinicClaimsIt() {
    scene.override = List.of();
    assertThat(scene.reasons()).containsExactly(Reason.NO_CONSENT);
  }

  @Test
  void letsTheSameBeOfferedAndIsNamedAsTheBasis() {
    assertThat(scene.keys()).containsExactly("offer:again:Procedure/b");
    assertThat(permitted().inputs())
        .anyMatch(input -> input.startsWith("Procedure/b"))
        .anyMatch(
            input ->
                input.startsWith("existing trade: Network Act art. 50(1)")
                    && input.endsWith("claimed: counsel, 3 March 2026"));
    assertThat(scene.plan().messages().get(0).permit().sentAs()).isEqualTo(Purpose.ADVERTISING);
  }

  @Test
  @DisplayName("C26 what rests on it stands in the projection as it will go")
  void isProjectedAsItWillGo() {
    Projection.Outlook outlook =
        Projection.of(
            scene.facts(), scene.clinic(), asPlanned(), scene.now, Scene.at("2026-07-01T00:00Z"));
    assertThat(outlook.lost()).isEmpty();
    assertThat(outlook.sends())
        .singleElement()
        .satisfies(send -> assertThat(send.sentAs()).isEqualTo(Purpose.ADVERTISING));
  }

  private Projection.Sending asPlanned() {
    return new Projection.Sending() {
      @Override
      public OutreachPlan plan(PatientFacts facts, Instant now) {
        return OutreachPlanner.plan(facts, scene.scenarios, scene.clinic(), now);
      }

      @Override
      public List<String> sayable(
          PatientFacts facts, PlannedMessage message, List<String> channels) {
        return channels;
      }

      @Override
      public boolean join(
          PatientFacts facts, List<PlannedMessage> messages, String channel, Instant now) {
        return false;
      }
    };
  }

  @Test
  void endsAfterSixMonths() {
    scene.plans(offers(7));
    assertThat(scene.reasons()).containsExactly(Reason.NO_CONSENT);
  }

  @Test
  void isVoidOnARefusalHoweverOld() {
    scene.optOut(Set.of(Purpose.ADVERTISING));
    assertThat(scene.reasons()).containsExactly(Reason.OPT_OUT);
  }

  @Test
  void isAboutTreatmentsAndNothingElse() {
    scene.plans(
        Scene.scenario(
            "greeting",
            new Anchor.Birthday(),
            Scene.after("on", Scene.hours(1), Purpose.ADVERTISING)));
    assertThat(scene.reasons()).containsOnly(Reason.NO_CONSENT);
  }

  @Test
  void makesNoPermissionForTheNight() {
    assertThat(scene.plan().messages().get(0).permit().night()).isEmpty();
  }

  @Test
  void holdsForNobodyWhoLivesUnderAnotherLawToo() {
    scene.country = "JP";
    assertThat(scene.reasons()).containsExactly(Reason.NO_CONSENT);
  }

  @Test
  void cannotBeClaimedWhereNoLawKnowsIt() {
    assertThatThrownBy(() -> JurisdictionPack.of("JP").overriddenBy("own", List.of(CLAIM)))
        .isInstanceOf(PackText.Unreadable.class)
        .hasMessageContaining("existing-trade");
  }
}
