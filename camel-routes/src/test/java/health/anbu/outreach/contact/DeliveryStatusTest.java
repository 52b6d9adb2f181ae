package health.anbu.outreach.contact;

import static health.anbu.outreach.contact.DeliveryStatus.ACCEPTED;
import static health.anbu.outreach.contact.DeliveryStatus.DELIVERED;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_PERMANENT;
import static health.anbu.outreach.contact.DeliveryStatus.FAILED_TEMPORARY;
import static health.anbu.outreach.contact.DeliveryStatus.READ;
import static health.anbu.outreach.contact.DeliveryStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DeliveryStatusTest {

  @Nested
  class ReceiptsInAnyOrderWithDuplicates {

    @Test
    void endInTheSameStatus() {
      Random random = new Random(7);
      DeliveryStatus[] all = DeliveryStatus.values();
      for (int round = 0; round < 2000; round++) {
        List<DeliveryStatus> receipts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
          receipts.add(all[random.nextInt(all.length)]);
        }
        DeliveryStatus expected = mergeAll(receipts);
        receipts.add(receipts.get(random.nextInt(receipts.size())));
        Collections.shuffle(receipts, random);
        assertThat(mergeAll(receipts)).isEqualTo(expected);
      }
    }

    private DeliveryStatus mergeAll(List<DeliveryStatus> receipts) {
      return receipts.stream().reduce(DeliveryStatus.SUBMITTED, DeliveryStatus::merge);
    }

    @Test
    void aDeliveryOutranksAFailureOfAnotherDevice() {
      assertThat(DELIVERED.merge(FAILED_PERMANENT)).isEqualTo(DELIVERED);
      assertThat(FAILED_PERMANENT.merge(DELIVERED)).isEqualTo(DELIVERED);
    }

    @Test
    void whatIsReadStaysRead() {
      assertThat(READ.merge(DELIVERED)).isEqualTo(READ);
    }

    @Test
    void theProvidersOwnDoubtOutranksItsAcceptanceOnly() {
      assertThat(ACCEPTED.merge(UNKNOWN)).isEqualTo(UNKNOWN);
      assertThat(UNKNOWN.merge(FAILED_TEMPORARY)).isEqualTo(FAILED_TEMPORARY);
    }
  }

  @Test
  void codesAreThoseOfTheCodeSystem() {
    assertThat(FAILED_TEMPORARY.code()).isEqualTo("failed-temporary");
    assertThat(DeliveryStatus.ofCode("failed-temporary")).isEqualTo(FAILED_TEMPORARY);
  }
}
