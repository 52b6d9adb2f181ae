package health.anbu.outreach.route;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is written down about those who see patients.
 *
 * @param enabled false where another system keeps the trail
 * @param exempt subjects of tokens whose reads are not written down, such as the plugin's own
 */
@ConfigurationProperties("anbu.audit")
public record AuditSettings(
    @DefaultValue("true") boolean enabled, @DefaultValue List<String> exempt) {}
