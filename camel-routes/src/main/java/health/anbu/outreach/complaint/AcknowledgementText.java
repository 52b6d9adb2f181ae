package health.anbu.outreach.complaint;

import java.util.EnumMap;
import java.util.Map;

/**
 * The words by which the clinic says that it has heard, with {@code #{clinicName}}, {@code
 * #{clinicPhone}}, {@code #{reference}} and {@code #{answerBy}} for the renderer to fill.
 *
 * <p>They name no patient and repeat nothing of what was said, because the number may be shared. To
 * a complaint they begin with sympathy and say who will answer, how and by when.
 */
public final class AcknowledgementText {

  private static final String KO_SIGN = " 접수번호 #{reference}, 문의 #{clinicPhone}";
  private static final String JA_SIGN = " 受付番号 #{reference}、お問い合わせ #{clinicPhone}";
  private static final String FA_SIGN = " کد پیگیری: #{reference}، تلفن: #{clinicPhone}";
  private static final String EN_SIGN = " Reference #{reference}, phone #{clinicPhone}";

  private static final Map<Language, Map<FeedbackCategory, String>> BODIES =
      Map.of(
          Language.KO,
          bodies(
              "[#{clinicName}] 불편을 끼쳐 죄송합니다. 많이 답답하셨겠습니다. 남겨 주신 말씀은 잘 접수되었고, 담당자가 확인하여"
                  + " #{answerBy}까지 연락드리겠습니다."
                  + KO_SIGN,
              "[#{clinicName}] 소중한 의견 감사합니다. 담당자가 살펴보고 답변드리겠습니다." + KO_SIGN,
              "[#{clinicName}] 따뜻한 말씀 감사합니다. 함께 일하는 모두에게 전하겠습니다.",
              "[#{clinicName}] 문의가 접수되었습니다. 담당자가 #{answerBy}까지 답변드리겠습니다." + KO_SIGN),
          Language.JA,
          bodies(
              "【#{clinicName}】ご不便をおかけし、申し訳ございません。おつらい思いをされたことと存じます。お言葉は確かに受け付けました。"
                  + "担当者が確認し、#{answerBy}までにご連絡いたします。"
                  + JA_SIGN,
              "【#{clinicName}】貴重なご意見をありがとうございます。担当者が拝見し、お返事いたします。" + JA_SIGN,
              "【#{clinicName}】温かいお言葉をありがとうございます。職員一同に申し伝えます。",
              "【#{clinicName}】お問い合わせを受け付けました。担当者が#{answerBy}までにお返事いたします。" + JA_SIGN),
          Language.FA,
          bodies(
              "#{clinicName}: بابت ناراحتی پیش‌آمده عذر می‌خواهیم و می‌دانیم چه‌قدر آزاردهنده بوده است. پیام شما ثبت شد"
                  + " و مسئول رسیدگی تا #{answerBy} با شما تماس می‌گیرد."
                  + FA_SIGN,
              "#{clinicName}: از پیشنهاد ارزشمند شما سپاسگزاریم. مسئول مربوط آن را بررسی می‌کند و پاسخ می‌دهد."
                  + FA_SIGN,
              "#{clinicName}: از مهر شما سپاسگزاریم. سخن شما را به همکاران می‌رسانیم.",
              "#{clinicName}: پرسش شما ثبت شد. مسئول مربوط تا #{answerBy} پاسخ می‌دهد." + FA_SIGN),
          Language.EN,
          bodies(
              "#{clinicName}: we are sorry for the trouble this has caused you; it must have been"
                  + " hard. We have your message, and the person responsible will contact you by"
                  + " #{answerBy}."
                  + EN_SIGN,
              "#{clinicName}: thank you for your suggestion. The person responsible will look at it"
                  + " and answer you."
                  + EN_SIGN,
              "#{clinicName}: thank you for your kind words. We will pass them on to the team.",
              "#{clinicName}: we have your question and will answer by #{answerBy}." + EN_SIGN));

  private static final Map<Language, String> DANGER =
      Map.of(
          Language.KO, " 지금 위급하시면 답을 기다리지 마시고 바로 응급 전화를 이용해 주세요.",
          Language.JA, " 今すぐの処置が必要な場合は、返事を待たずに救急へお電話ください。",
          Language.FA,
              " اگر حال شما اورژانسی است منتظر پاسخ نمانید و همین حالا با اورژانس تماس بگیرید.",
          Language.EN,
              " If this is an emergency, do not wait for us: call the emergency number now.");

  private AcknowledgementText() {}

  /**
   * @param classification decides between the four kinds of answer; a danger adds a sentence
   */
  public static String of(Language language, Classification classification) {
    String body = BODIES.get(language).get(classification.category());
    return classification.safetyCritical() ? body + DANGER.get(language) : body;
  }

  private static Map<FeedbackCategory, String> bodies(
      String complaint, String suggestion, String praise, String question) {
    Map<FeedbackCategory, String> bodies = new EnumMap<>(FeedbackCategory.class);
    bodies.put(FeedbackCategory.COMPLAINT, complaint);
    bodies.put(FeedbackCategory.SUGGESTION, suggestion);
    bodies.put(FeedbackCategory.PRAISE, praise);
    bodies.put(FeedbackCategory.QUESTION, question);
    return bodies;
  }
}
