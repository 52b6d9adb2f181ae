package health.anbu.outreach.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

  @Nested
  class ByTheStandard {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void givesTheVectorOfTheRfc() {
      assertThat(DerivedId.version5(DNS, "www.example.com"))
          .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void marksVersionAndVariant() {
      UUID id = DerivedId.version5(DNS, "anbu");
      assertThat(id.version()).isEqualTo(5);
      assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void hasADocumentedNamespace() {
      assertThat(DerivedId.version5(URL, "https://anbu-health.github.io/fhir/sid/outreach-key"))
          .isEqualTo(DerivedId.NAMESPACE);
    }
  }

  @Nested
  class ForAKey {
    @Test
    void isTheSameEveryTime() {
      assertThat(DerivedId.of("botox-retouch:guidance:Procedure/p1"))
          .isEqualTo("a0cb0601-c025-569a-a1c5-3282c833cd16");
    }

    @Test
    void readsTheKeyAsUtf8() {
      assertThat(DerivedId.of("안부:لغو")).isEqualTo("67a65d88-9816-51db-9728-a9716c1a7484");
    }

    @Test
    void differsForKeysThatDifferInASpace() {
      assertThat(DerivedId.of("a")).isNotEqualTo(DerivedId.of("a "));
    }

    @Test
    void refusesNoKey() {
      assertThatNullPointerException().isThrownBy(() -> DerivedId.of(null));
    }
  }
}
