package health.anbu.outreach.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.anbu.outreach.route.NhnNumber;
import health.anbu.outreach.route.NhnTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The shapes of NHN Bizmessage's answers and webhooks. */
final class KakaoJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<Integer, String> MESSAGES =
      Map.ofEntries(
          Map.entry(0, "SUCCESS"),
          Map.entry(-1000, "Invalid appKey."),
          Map.entry(-1001, "Invalid secretKey."),
          Map.entry(
              -1005, "The same 'X-NC-API-IDEMPOTENCY-KEY' was used within the last 10 minute."),
          Map.entry(
              -1016,
              "It is not found any messages responding with that requestId or recipientSeq."),
          Map.entry(-1031, "All of receivers are failed to send."),
          Map.entry(-2017, "Not exist plus friend."),
          Map.entry(
              -2019,
              "The content that is replaced by the template parameters can not exceed 1,300 characters."),
          Map.entry(-2027, "The 'requestDate' has invalid format."),
          Map.entry(-3002, "Field is not valid."),
          Map.entry(-3003, "Template does not exist."),
          Map.entry(-3004, "Please check template parameter."),
          Map.entry(-3006, "The linkMo/linkPc must include http:// or https://"),
          Map.entry(
              -3010,
              "The contents do not match the template. This message can be resent via SMS if the resend setting is enabled."),
          Map.entry(-4017, "You can not search the messages before 90 days."),
          Map.entry(-4019, "Invalid recipient number."),
          Map.entry(-9999, "System error."));

  private KakaoJson() {}

  static ObjectNode answer(int code) {
    return answer(code, MESSAGES.getOrDefault(code, "Invalid parameter."));
  }

  static ObjectNode answer(int code, String message) {
    ObjectNode answer = JSON.createObjectNode();
    answer
        .putObject("header")
        .put("resultCode", code)
        .put("resultMessage", message)
        .put("isSuccessful", code == 0);
    return answer;
  }

  static void result(ArrayNode results, int seq, String number, int code, String groupingKey) {
    results
        .addObject()
        .put("recipientSeq", seq)
        .put("recipientNo", number)
        .put("resultCode", code)
        .put("resultMessage", MESSAGES.getOrDefault(code, "FAIL"))
        .put("recipientGroupingKey", groupingKey);
  }

  /** One message as a query shows it; without a result as long as Kakao has given none. */
  static ObjectNode message(AcceptedMessage message, String senderKey, Instant now) {
    ObjectNode node = JSON.createObjectNode();
    String[] id = message.providerId().split("/");
    Instant accepted = OffsetDateTime.parse(message.at()).toInstant();
    Instant resultAt = Instant.parse(message.resultAt());
    node.put("requestId", id[0]).put("recipientSeq", Integer.parseInt(id[1]));
    node.put("plusFriendId", "@anbu").put("senderKey", senderKey);
    node.put("templateCode", message.template());
    node.put("recipientNo", NhnNumber.fromE164(message.to())).put("content", message.text());
    node.put("requestDate", NhnTime.second(accepted)).put("createDate", NhnTime.second(accepted));
    node.put("resendStatus", "RSC01").put("resendStatusName", "대체 발송 미대상");
    node.put("recipientGroupingKey", message.groupingKey());
    if (resultAt.isAfter(now)) {
      return node.put("messageStatus", "SENDING");
    }
    boolean arrived = message.result().equals("1000");
    node.put("receiveDate", NhnTime.second(resultAt));
    node.put("resultCode", message.result()).put("resultCodeName", arrived ? "성공" : "실패");
    return node.put("messageStatus", arrived ? "COMPLETED" : "FAILED");
  }

  /** The webhook MESSAGE_RESULT_UPDATE with one hook. */
  static String webhook(AcceptedMessage message, String appKey, String result, String hookId) {
    ObjectNode body = JSON.createObjectNode();
    body.put("hooksId", UUID.randomUUID().toString()).put("webhookConfigId", "simulated");
    body.put("productName", "KakaoTalk Bizmessage").put("appKey", appKey);
    body.put("event", "MESSAGE_RESULT_UPDATE");
    String[] id = message.providerId().split("/");
    String at = NhnTime.second(Instant.parse(message.resultAt()));
    ObjectNode hook = body.putArray("hooks").addObject();
    hook.put("kakaoMessageType", "ALIMTALK_NORMAL").put("requestId", id[0]);
    hook.put("recipientSeq", Integer.parseInt(id[1])).put("requestDate", at).put("createDate", at);
    hook.put("receiveDate", at).put("recipientNo", NhnNumber.fromE164(message.to()));
    hook.put("resultCode", result).put("recipientGroupingKey", message.groupingKey());
    hook.put("hookId", hookId);
    return body.toString();
  }

  static ObjectNode search(List<ObjectNode> page, int total) {
    ObjectNode answer = answer(0);
    ObjectNode found = answer.putObject("messageSearchResultResponse");
    found.putArray("messages").addAll(page);
    found.put("totalCount", total);
    return answer;
  }

  static ObjectNode results(List<ObjectNode> page, int total) {
    ObjectNode answer = answer(0);
    answer.putArray("messages").addAll(page);
    answer.put("totalCount", total);
    return answer;
  }

  static String text(JsonNode node, String field) {
    return node.path(field).isTextual() ? node.path(field).asText() : "";
  }
}
