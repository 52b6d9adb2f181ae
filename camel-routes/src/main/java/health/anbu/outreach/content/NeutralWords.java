package health.anbu.outreach.content;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What goes to a number that several patients have, whatever it is about: it names nobody and no
 * treatment, and asks whoever expects news to call.
 */
public final class NeutralWords {

  private static final Map<String, String> CALL =
      Map.of(
          "ko",
          "안녕하세요, #{clinicName}입니다. 전해 드릴 안내가 있습니다. 이 번호를 함께 쓰시는 분이 계셔서 내용은 적지 않았습니다."
              + " 편하실 때 #{clinicPhone}로 전화 주시면 한 분씩 확인해 드리겠습니다.",
          "ja",
          "#{clinicName}です。お伝えしたいご案内がございます。この番号を複数の方がお使いのため、内容は記載しておりません。"
              + "ご都合のよいときに #{clinicPhone} までお電話ください。お一人ずつご案内いたします。",
          "fa",
          "سلام، این پیام از #{clinicName} است. خبری برای شما داریم. چون چند نفر از این شماره استفاده می‌کنند،"
              + " جزئیات را ننوشتیم. هر وقت برایتان راحت بود با #{clinicPhone} تماس بگیرید.",
          "en",
          "Hello from #{clinicName}. We have a message for someone at this number. As more than one"
              + " person uses it, we left out the details. Please call #{clinicPhone} when it suits"
              + " you.");

  private static final Map<String, String> CONTACT =
      Map.of(
          "ko",
          "안녕하세요, #{clinicName}입니다. 전해 드릴 안내가 있습니다. 이 번호를 함께 쓰시는 분이 계셔서 내용은 적지 않았습니다."
              + " 편하실 때 연락 주시면 한 분씩 확인해 드리겠습니다.",
          "ja",
          "#{clinicName}です。お伝えしたいご案内がございます。この番号を複数の方がお使いのため、内容は記載しておりません。"
              + "ご都合のよいときにご連絡ください。お一人ずつご案内いたします。",
          "fa",
          "سلام، این پیام از #{clinicName} است. خبری برای شما داریم. چون چند نفر از این شماره استفاده می‌کنند،"
              + " جزئیات را ننوشتیم. هر وقت برایتان راحت بود با ما تماس بگیرید.",
          "en",
          "Hello from #{clinicName}. We have a message for someone at this number. As more than one"
              + " person uses it, we left out the details. Please contact us when it suits you.");

  private static final MessageRenderer WITH_PHONE = renderer(CALL);
  private static final MessageRenderer WITHOUT_PHONE = renderer(CONTACT);

  private NeutralWords() {}

  /**
   * @param phone whether the clinic has said its number
   */
  public static MessageRenderer of(boolean phone) {
    return phone ? WITH_PHONE : WITHOUT_PHONE;
  }

  private static MessageRenderer renderer(Map<String, String> words) {
    List<MessageContent> contents =
        Stream.of("ko", "ja", "fa", "en")
            .map(l -> new MessageContent(l, null, null, true, null, words.get(l), null, List.of()))
            .toList();
    return new MessageRenderer(new MessageTemplate("shared-number", "1", contents));
  }
}
