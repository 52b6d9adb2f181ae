package health.anbu.outreach.route;

import health.anbu.outreach.contact.DeliveryStatus;
import health.anbu.outreach.contact.Receipt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * The one-click opt-out of RFC 8058 for the kamelet {@code smtp-email-unsubscribe-source}. A GET
 * only shows a button: scanners follow every link in a mail and must not opt anybody out.
 */
public class EmailUnsubscribe {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <meta name="robots" content="noindex"><title>Anbu</title></head><body>
      %s
      </body></html>
      """;
  private static final String ASK =
      """
      <p lang="ko">이 메일을 더 이상 받지 않으시겠습니까?</p>
      <p lang="ja">このメールの配信を停止しますか。</p>
      <p lang="fa" dir="rtl">آیا دیگر نمی‌خواهید این ایمیل‌ها را دریافت کنید؟</p>
      <p lang="en">Do you want no more of these e-mails?</p>
      <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
      <button>수신거부 · 配信停止 · لغو دریافت · Unsubscribe</button></form>\
      """;
  private static final String DONE =
      """
      <p lang="ko">이제 메일을 보내지 않습니다.</p>
      <p lang="ja">メールの配信を停止しました。</p>
      <p lang="fa" dir="rtl">دیگر ایمیلی برای شما نمی‌فرستیم.</p>
      <p lang="en">You will get no more of these e-mails.</p>\
      """;
  private static final String ASKED = "anbuUnsubscribeAsked";

  private final EmailAccount account = new EmailAccount();

  /** The account, filled from the kamelet's properties. */
  public EmailAccount getAccount() {
    return account;
  }

  /** Leaves a receipt that says opt-out in the body, if a POST carries a token of ours. */
  public void read(Exchange exchange) {
    Message request = exchange.getMessage();
    boolean post = "POST".equals(request.getHeader(Exchange.HTTP_METHOD, "", String.class));
    exchange.setProperty(ASKED, !post);
    if (ProviderWebhook.tooLarge(request)) {
      ProviderWebhook.refuse(exchange, 413);
      return;
    }
    try {
      Optional<String> message = message(request);
      if (message.isEmpty()) {
        ProviderWebhook.refuse(exchange, 403);
      } else if (!post) {
        ProviderWebhook.accept(exchange, null);
      } else if (oneClick(request)) {
        ProviderWebhook.accept(exchange, List.of(optOut(message.get())));
      } else {
        ProviderWebhook.refuse(exchange, 400);
      }
    } catch (IllegalArgumentException e) {
      ProviderWebhook.refuse(exchange, 400);
    }
  }

  private Optional<String> message(Message request) {
    String query = request.getHeader(Exchange.HTTP_QUERY, "", String.class);
    return account.unsubscribe().messageId(ProviderForm.parse(query).first("t"));
  }

  /**
   * As a form or, which the RFC allows too, in parts, which the web server has then taken apart.
   */
  private static boolean oneClick(Message request) {
    if (request.getHeader(Exchange.CONTENT_TYPE, "", String.class).startsWith("multipart/")) {
      return true;
    }
    String body = new String(ProviderWebhook.body(request), StandardCharsets.UTF_8);
    return body.contains("List-Unsubscribe") && body.contains("One-Click");
  }

  private Receipt optOut(String messageId) {
    return new Receipt(
        SmtpCode.PROVIDER,
        messageId + "@" + account.domain(),
        messageId,
        DeliveryStatus.ACCEPTED,
        "",
        account.clock().instant(),
        "one-click:" + messageId,
        true);
  }

  /** Answers with a page that fits; it may post its own button and do nothing else. */
  public void answer(Exchange exchange) {
    boolean asked = exchange.getProperty(ASKED, false, Boolean.class);
    exchange.removeProperty(ASKED);
    ProviderWebhook.answer(exchange, "text/html;charset=UTF-8", PAGE.formatted(asked ? ASK : DONE));
    exchange
        .getMessage()
        .setHeader(
            "Content-Security-Policy",
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    exchange.getMessage().setHeader("Referrer-Policy", "no-referrer");
    exchange.getMessage().setHeader("Cache-Control", "no-store");
  }
}
