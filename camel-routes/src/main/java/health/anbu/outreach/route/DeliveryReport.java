package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server reports about a mail of ours: a bounce (RFC 3464) or the complaint of a
 * recipient to the provider (RFC 5965).
 *
 * @param mailId the Message-ID of our mail, read from the headers that came back
 * @param status ACCEPTED where the report decides nothing
 * @param code enhanced status code, empty where there is none
 * @param unwanted true if the recipient called it spam
 */
record DeliveryReport(String mailId, DeliveryStatus status, String code, boolean unwanted) {
  private static final int LARGEST_PART = 200_000;
  private static final Pattern OWN_ID =
      Pattern.compile(
          "Message-ID:\\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[^>\\s]{1,255})>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

  /** Our id of the attempt. */
  String messageId() {
    return mailId.substring(0, mailId.indexOf('@'));
  }

  /** Whether the mail is a report at all, ours or not. */
  static boolean isReport(MimeMessage mail) throws MessagingException {
    return mail.isMimeType("multipart/report") && !reportType(mail).isEmpty();
  }

  /** Empty for a report about a mail that is none of ours. */
  static Optional<DeliveryReport> read(MimeMessage mail) throws MessagingException, IOException {
    boolean unwanted = reportType(mail).equals("feedback-report");
    String mailId = null;
    Fields fields = new Fields("", "");
    Multipart parts = (Multipart) mail.getContent();
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        fields = Fields.read(text(part));
      } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
        mailId = ownId(text(part)).orElse(mailId);
      }
    }
    return mailId == null
        ? Optional.empty()
        : Optional.of(
            unwanted
                ? new DeliveryReport(mailId, DeliveryStatus.ACCEPTED, "", true)
                : new DeliveryReport(mailId, fields.meaning(), fields.code(), false));
  }

  private static String reportType(MimeMessage mail) throws MessagingException {
    String type = new ContentType(mail.getContentType()).getParameter("report-type");
    String known = type == null ? "" : type.toLowerCase(Locale.ROOT);
    return known.equals("delivery-status") || known.equals("feedback-report") ? known : "";
  }

  private static Optional<String> ownId(String headers) {
    Matcher id = OWN_ID.matcher(headers);
    return id.find() ? Optional.of(id.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  private static String text(BodyPart part) throws MessagingException, IOException {
    try (InputStream content = part.getInputStream()) {
      return new String(content.readNBytes(LARGEST_PART), StandardCharsets.UTF_8);
    }
  }

  /** The fields about the recipient; the ones about the message come before an empty line. */
  private record Fields(String action, String code) {

    static Fields read(String text) throws MessagingException {
      String action = "";
      String code = "";
      for (String block : text.split("\\R\\s*\\R")) {
        InternetHeaders headers =
            new InternetHeaders(
                new ByteArrayInputStream(block.strip().getBytes(StandardCharsets.UTF_8)));
        action = first(headers, "Action", action);
        code = first(headers, "Status", code);
      }
      Matcher known = CODE.matcher(code);
      return new Fields(action.toLowerCase(Locale.ROOT), known.find() ? known.group() : "");
    }

    private static String first(InternetHeaders headers, String name, String otherwise) {
      String value = headers.getHeader(name, null);
      return value == null ? otherwise : value.strip();
    }

    DeliveryStatus meaning() {
      return switch (action) {
        case "failed" -> SmtpCode.of(code).status();
        case "delivered" -> DeliveryStatus.DELIVERED;
        default -> DeliveryStatus.ACCEPTED;
      };
    }
  }
}
