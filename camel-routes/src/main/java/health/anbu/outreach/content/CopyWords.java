package health.anbu.outreach.content;

import java.util.Map;
import java.util.regex.Pattern;

/** The words that the linter looks for, in each language it knows. */
final class CopyWords {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private static final Map<String, Pattern> BOOKING =
      Map.of(
          "ko", words("예약\\s*(?:해\\s*주세요|하세요|하시기|바랍니다|부탁)|지금\\s*예약|서둘러|내원\\s*(?:하세요|바랍니다)"),
          "ja", words("(?:ご予約|予約|ご来院)(?:ください|下さい|をお願い|はこちら)|(?:今すぐ|お早めに)(?:ご)?予約"),
          "fa",
              words(
                  "(?:نوبت|وقت)\\s*(?:بگیرید|رزرو|تنظیم)|رزرو\\s*کنید|همین حالا\\s*(?:نوبت|رزرو)"),
          "en", words("\\b(?:book|schedule|reserve)\\s+(?:now|today|your|an?)\\b|\\bhurry\\b"));

  private static final Map<String, Pattern> CARE =
      Map.of(
          "ko", words("어떠|어떻|괜찮|불편|걱정|궁금|도와|편안|회복|주의|안부|건강하|감사|증상|살펴"),
          "ja", words("いかが|お変わり|ご不便|心配|ご質問|お気軽|お大事|経過|ご注意|感謝|ありがとう|症状"),
          "fa", words("چطور|حال شما|نگران|سؤال|سوال|پرسش|کمک|مراقب|بهبود|سپاس|علائم|راضی"),
          "en",
              words(
                  "\\bhow (?:are|is|has|have|do)\\b|\\bconcern|\\bquestion|\\bhelp|\\bworr"
                      + "|\\bcare\\b|\\bhealing|\\brecover|\\badvice|\\bthank|\\bnormal\\b"
                      + "|\\bsymptom"));

  private static final Map<String, Pattern> ADVERTISING =
      Map.of(
          "ko",
              words(
                  "할인|이벤트|쿠폰|특가|무료|사은품|선물|혜택|프로모션|최저가|선착순|포인트\\s*(?:적립|지급)"
                      + "|(?:기간|수량)\\s*한정|새해\\s*복|생일\\s*축하|국내\\s*최고|최고의"),
          "ja",
              words(
                  "割引|キャンペーン|クーポン|特別価格|無料|プレゼント|特典|お得|期間限定|先着|最安|日本一|セール"
                      + "|No\\.?\\s*1|ポイント(?:進呈|還元|アップ)"),
          "fa",
              words(
                  "تخفیف|جشنواره|کوپن|رایگان|هدیه|جایزه|(?:فروش|پیشنهاد|قیمت)\\s*ویژه|حراج|ارزان"
                      + "|بهترین\\s*(?:قیمت|کلینیک|پزشک)"),
          "en",
              words(
                  "\\bdiscount|\\bspecial offer|\\bcoupon|\\bgifts?\\b|\\bpromo|\\bsale\\b"
                      + "|\\bvoucher|\\blimited time\\b|\\bbest price|%\\s*off\\b"
                      + "|\\bfor free\\b|\\bfree of charge\\b|\\b(?:best|hot|special) deals?\\b"
                      + "|\\bfree (?:gift|scaling|check-?up|consultation|treatment|session)"));

  private static final Map<String, Pattern> HEALTH =
      Map.of(
          "ko",
              words(
                  "보톡스|보툴리눔|필러|임플란트|교정|스케일링|레이저|성형|지방흡입|탈모|임신|낙태|피임"
                      + "|우울|정신과|성병|에이즈|암\\s*(?:검진|진단|치료)|항암|당뇨|고혈압|검사\\s*결과"),
          "ja",
              words(
                  "ボトックス|ボツリヌス|フィラー|ヒアルロン酸|インプラント|矯正|スケーリング|歯石|レーザー|美容整形|脱毛"
                      + "|妊娠|中絶|避妊|うつ|精神科|性病|性感染症|エイズ|HIV|がん|糖尿病|高血圧|検査結果"),
          "fa",
              words(
                  "بوتاکس|بوتولینوم|فیلر|ایمپلنت|ارتودنسی|جرم[‌ ]?گیری|لیزر|جراحی|بارداری|سقط"
                      + "|افسردگی|روان[‌ ]?پزشک|ایدز|سرطان|دیابت|فشار خون|نتیجه آزمایش"),
          "en",
              words(
                  "\\bbotox|\\bbotulinum|\\bfillers?\\b|\\bimplant|\\borthodontic|\\bbraces\\b"
                      + "|\\bscaling\\b|\\blaser|\\bliposuction|\\bpregnan|\\babortion"
                      + "|\\bcontracepti|\\bdepress|\\bpsychiatr|\\bHIV\\b|\\bAIDS\\b|\\bSTD\\b"
                      + "|\\bcancer|\\bchemo|\\bdiabet|\\bhypertension|\\btest results?\\b"));

  static final Pattern LABEL =
      words("[(（\\[［]\\s*광\\s*고\\s*[)）\\]］]|무료\\s*(?:수신)?\\s*거부|لغو\\s*(?:۱۱|11)|\\bSTOP to\\b");

  /** An honorific right after a name that the renderer has already given one. */
  static final Pattern HONORIFIC =
      words(
          "#\\{patientName}\\s*(?:님|씨|様|さま|さん)"
              + "|(?:آقای|خانم|جناب|سرکار|\\bMrs?\\.?|\\bMs\\.?)\\s*#\\{patientName}");

  static final Pattern ADDRESS_VARIABLE = words("(?:https?://|www\\.)[^\\s#]*#\\{[^}]*}?");

  /** Unencrypted, shortened, an address in numbers, or with a name before the host. */
  static final Pattern DOUBTFUL_LINK =
      words(
          "http://\\S+|https://(?:bit\\.ly|goo\\.gl|t\\.co|tinyurl\\.com|is\\.gd|buly\\.kr|me2\\.do"
              + "|han\\.gl|url\\.kr|vo\\.la|x\\.gd|yun\\.ir|zaya\\.io)(?:/\\S*)?"
              + "|https://\\d{1,3}(?:\\.\\d{1,3}){3}\\S*|https://[^\\s/]*@\\S*");

  static final Pattern BARE_LINK = words("https://\\S+|www\\.\\S+");

  static final Pattern INVISIBLE =
      Pattern.compile(
          "[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF]");

  private CopyWords() {}

  static Pattern booking(String language) {
    return BOOKING.getOrDefault(language, NOTHING);
  }

  static Pattern care(String language) {
    return CARE.getOrDefault(language, NOTHING);
  }

  static Pattern advertising(String language) {
    return ADVERTISING.getOrDefault(language, NOTHING);
  }

  static Pattern health(String language) {
    return HEALTH.getOrDefault(language, NOTHING);
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile(alternatives, FLAGS);
  }
}
