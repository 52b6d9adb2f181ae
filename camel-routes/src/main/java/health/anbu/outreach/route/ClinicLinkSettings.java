package health.anbu.outreach.route;

import health.anbu.outreach.content.ClinicLinks;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the buttons under messages lead; each is an https address of the clinic's own. */
@ConfigurationProperties("anbu.clinic")
record ClinicLinkSettings(
    @DefaultValue("") String bookingUrl,
    @DefaultValue("") String questionUrl,
    @DefaultValue("") String resultUrl) {

  ClinicLinks links() {
    return new ClinicLinks(Map.of("book", bookingUrl, "ask", questionUrl, "result", resultUrl));
  }
}
