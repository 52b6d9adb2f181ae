package health.anbu.outreach.route;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.regex.Pattern;

/** What a person wrote in a mail, without what they answer to and without their signature. */
final class ReplyText {
  private static final int DEEPEST = 5;

  /** From here on it is the mail that is answered, or the signature. */
  private static final Pattern REST =
      Pattern.compile(
          "(?m)^(?:>.*|-- ?|_{5,}|-{2,} ?(?:Original Message|원본 메일|원본 메시지|元のメッセージ|Forwarded).*"
              + "|(?:On|Am|Le|El) .{5,200}(?:wrote|schrieb|a écrit|escribió) ?:"
              + "|.{5,200}(?:님이 작성|에 작성|이\\(가\\) 작성).{0,10}:|.{5,200}(?:のメール|書きました|wrote) ?[:：]"
              + "|.{5,200}نوشت(?:ه)? ?:)\\s*$");

  private static final Pattern TAGS = Pattern.compile("(?s)<(style|script|head).*?</\\1>|<[^>]*>");

  private ReplyText() {}

  /** The words of the mail; its subject where it has no other words. */
  static String of(Part mail, String subject) throws MessagingException, IOException {
    String text = withoutRest(plain(mail, 0));
    return text.isBlank() && subject != null ? subject.strip() : text;
  }

  static String withoutRest(String text) {
    String lines = text.replaceAll("\\R", "\n");
    var rest = REST.matcher(lines);
    return (rest.find() ? lines.substring(0, rest.start()) : lines).strip();
  }

  private static String plain(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return String.valueOf(part.getContent());
    }
    if (part.isMimeType("text/html")) {
      String lines = String.valueOf(part.getContent()).replaceAll("(?i)<(br|/p|/div)[^>]*>", "\n");
      return TAGS.matcher(lines).replaceAll("").replace("&nbsp;", " ").replace("&amp;", "&");
    }
    return part.getContent() instanceof Multipart parts && depth < DEEPEST
        ? first(parts, depth)
        : "";
  }

  /** The first part with words: of alternatives the plain one stands first. */
  private static String first(Multipart parts, int depth) throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      if (!Part.ATTACHMENT.equalsIgnoreCase(parts.getBodyPart(i).getDisposition())) {
        String text = plain(parts.getBodyPart(i), depth + 1);
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return "";
  }
}
