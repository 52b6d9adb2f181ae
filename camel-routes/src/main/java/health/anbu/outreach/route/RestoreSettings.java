package health.anbu.outreach.route;

import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings under {@code anbu.restore}.
 *
 * @param from the operator says that a back-up of this instant was restored; null for nothing said
 */
@ConfigurationProperties("anbu.restore")
record RestoreSettings(Instant from) {}
