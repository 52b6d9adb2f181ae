package health.anbu.outreach.complaint;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises a message that a machine sent, so that no machine is ever answered.
 *
 * <p>Only the beginning of the text counts: a person may well complain about an automatic reply.
 */
public final class AutomaticAnswer {

  private static final List<Pattern> BEGINNINGS =
      List.of(
          begins(
              "(this is an )?(auto(mat(ed|ic))?[ -]?(reply|response|message|answer)|out of office)"),
          begins("(i'?m|i am) driving\\b"),
          begins("자동 ?(응답|회신|답장|발송)|부재 ?중 ?(자동|안내|알림)|운전 ?중(입니다|이라|이어서)"),
          begins("自動(応答|返信|送信|配信)|不在(通知|応答)|ただいま運転中"),
          begins("(پاسخ|پیام|پاسخگوی) خودکار|این پیام (به ?صورت|بصورت|به طور) خودکار"));

  /** A number, e-mail address or LINE's id of a person; services write from other names. */
  private static final Pattern PERSON =
      Pattern.compile("\\+?[0-9]{7,15}|U[0-9a-f]{32}|[^@\\s]+@[^@\\s]+");

  private AutomaticAnswer() {}

  /**
   * @param from the sender's number, user id or e-mail address as the provider gave it
   */
  public static boolean recognise(String text, String from) {
    String comparable = Text.comparable(text);
    return !PERSON.matcher(from).matches()
        || BEGINNINGS.stream().anyMatch(pattern -> pattern.matcher(comparable).find());
  }

  private static Pattern begins(String words) {
    return Pattern.compile("^[^\\p{L}\\p{N}]*(" + words + ")");
  }
}
