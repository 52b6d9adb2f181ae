package health.anbu.outreach.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.complaint.SenderMatch.Ambiguous;
import health.anbu.outreach.complaint.SenderMatch.Known;
import health.anbu.outreach.complaint.SenderMatch.Unknown;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SenderMatchTest {

  private static final CandidatePatient KIM = patient("kim", "+821012345678", "kim@example.org");
  private static final CandidatePatient LEE = patient("lee", "+821099998888", "lee@example.org");

  private static CandidatePatient patient(String id, String phone, String email) {
    return new CandidatePatient(id, Set.of(phone), Set.of(email), null);
  }

  private static SenderMatch match(Sender sender, CandidatePatient... candidates) {
    return SenderMatch.of(sender, List.of(candidates), SenderMatchTest::e164);
  }

  private static String e164(String phone) {
    String digits = phone.replaceAll("[^0-9+]", "");
    return digits.startsWith("0") ? "+82" + digits.substring(1) : digits;
  }

  @Nested
  class ByNumber {
    @Test
    void findsThePatientInAnyNotation() {
      assertThat(match(Sender.ofPhone("010-1234-5678"), KIM, LEE)).isEqualTo(new Known("kim"));
    }

    @Test
    void findsNobodyAmongStrangers() {
      assertThat(match(Sender.ofPhone("010-0000-0000"), KIM, LEE)).isEqualTo(new Unknown());
    }

    @Test
    void findsNobodyByWhatIsNoNumber() {
      assertThat(SenderMatch.of(Sender.ofPhone("call me"), List.of(KIM), phone -> null))
          .isEqualTo(new Unknown());
    }

    @Test
    void doesNotChooseBetweenTwoWhoShareIt() {
      CandidatePatient child = patient("child", "+821012345678", "child@example.org");
      assertThat(match(Sender.ofPhone("010-1234-5678"), KIM, child)).isInstanceOf(Ambiguous.class);
    }

    @Test
    void takesAMergedRecordForItsSurvivor() {
      CandidatePatient old = new CandidatePatient("old", Set.of("+821012345678"), Set.of(), "kim");
      assertThat(match(Sender.ofPhone("010-1234-5678"), old, KIM)).isEqualTo(new Known("kim"));
    }
  }

  @Nested
  class ByMoreThanOneThing {
    @Test
    void findsThePatientWhenAllLeadThere() {
      assertThat(match(new Sender(null, "01012345678", "KIM@example.org", null), KIM, LEE))
          .isEqualTo(new Known("kim"));
    }

    @Test
    void isInDoubtWhenTheyLeadToTwo() {
      assertThat(match(new Sender(null, "01012345678", "lee@example.org", null), KIM, LEE))
          .isInstanceOf(Ambiguous.class);
    }

    @Test
    void isInDoubtWhenTheNumberBelongsToAnotherThanTheOneNamed() {
      assertThat(match(new Sender(null, "01012345678", null, "lee"), KIM, LEE))
          .isInstanceOf(Ambiguous.class);
    }

    @Test
    void believesTheIdWhenANewNumberContradictsNothing() {
      assertThat(match(new Sender(null, "01055556666", null, "lee"), KIM, LEE))
          .isEqualTo(new Known("lee"));
    }
  }

  @Nested
  class ByNothing {
    @Test
    void findsNobody() {
      assertThat(match(Sender.NOBODY, KIM, LEE)).isEqualTo(new Unknown());
    }
  }
}
