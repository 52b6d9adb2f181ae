package health.anbu.outreach.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutreachMetricsTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @BeforeEach
  void listen() {
    Metrics.addRegistry(registry);
  }

  @AfterEach
  void leave() {
    Metrics.removeRegistry(registry);
  }

  @Test
  void countsMessagesByChannelAndOutcomeAndNothingElse() {
    OutreachMetrics.message("sms", "accepted");
    assertThat(registry.scrape())
        .contains("anbu_messages_total{channel=\"sms\",outcome=\"accepted\"} 1.0");
  }

  @Test
  void countsReconciledPatients() {
    OutreachMetrics.reconciled(3);
    assertThat(registry.scrape()).contains("anbu_reconciled_patients_total 3.0");
  }
}
