package health.anbu.outreach.content;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an address must be before a patient is sent there: encrypted, and about nobody. */
public final class LinkAddress {

  private static final int LONGEST = 500;
  private static final Pattern ABOUT_SOMEBODY =
      Pattern.compile(
          "(?:^|[&;])(?:patient|name|first_?name|last_?name|phone|tel|mobile|e?mail|birth\\w*|dob"
              + "|mrn|ssn)=",
          Pattern.CASE_INSENSITIVE);

  private LinkAddress() {}

  /** What is wrong with it; empty where a patient may be sent there. */
  public static Optional<String> fault(String address) {
    if (address.contains(Placeholders.START)) {
      return Optional.of("holds a variable: an address is the same for everybody");
    }
    URI uri = uri(address);
    if (uri == null || !"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      return Optional.of("is no https address");
    }
    if (uri.getRawUserInfo() != null) {
      return Optional.of("has a name before its host");
    }
    if (address.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    return aboutSomebody(uri) ? Optional.of("says who the patient is") : Optional.empty();
  }

  /** In small letters; empty where it is no address at all. */
  static Optional<String> host(String address) {
    return Optional.ofNullable(uri(address.strip()))
        .map(URI::getHost)
        .map(host -> host.toLowerCase(Locale.ROOT));
  }

  private static boolean aboutSomebody(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return ABOUT_SOMEBODY.matcher(query).find()
        || query.contains("@")
        || query.toLowerCase(Locale.ROOT).contains("%40");
  }

  private static URI uri(String address) {
    try {
      return new URI(address);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
