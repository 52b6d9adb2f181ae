package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.outreach.contact.Address;
import health.anbu.outreach.contact.Address.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

  private final PhoneNumbers korea = new PhoneNumbers("KR");

  @ParameterizedTest
  @CsvSource({
    "010-1234-5678, +821012345678",
    "0082 10 1234 5678, +821012345678",
    "+82 10-1234-5678, +821012345678",
    "０１０－１２３４－５６７８, +821012345678",
    "۰۱۰-۱۲۳۴-۵۶۷۸, +821012345678",
  })
  void readsAMobileHoweverItIsWritten(String text, String number) {
    assertThat(korea.read(text, null)).contains(new Address(Kind.MOBILE, number));
    assertThat(korea.read(text, "US")).contains(new Address(Kind.MOBILE, number));
  }

  @Test
  void tellsALandlineFromAMobile() {
    assertThat(korea.read("02-123-4567", null)).contains(new Address(Kind.LANDLINE, "+8221234567"));
    assertThat(korea.read("031-555-0199", "KR"))
        .contains(new Address(Kind.LANDLINE, "+82315550199"));
  }

  @Test
  void readsANumberOfAnotherCountryByWhereItsOwnerLives() {
    assertThat(korea.read("555-431-8191", "US")).contains(new Address(Kind.MOBILE, "+15554318191"));
  }

  @Test
  void takesNoNumberFromWhatIsNone() {
    assertThat(korea.read("ask the son", null)).isEmpty();
    assertThat(korea.read("12", "US")).isEmpty();
  }
}
