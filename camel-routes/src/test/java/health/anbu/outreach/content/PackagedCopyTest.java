package health.anbu.outreach.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.anbu.outreach.content.Rendering.Rendered;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that is packaged with the product, as a patient would read it. */
class PackagedCopyTest {

  private static final Path ACTIVITIES = Path.of("../implementation-guide/fsh-generated/resources");
  private static final ClinicLinks LINKS =
      new ClinicLinks(
          Map.of(
              "book", "https://clinic.example/book",
              "ask", "https://clinic.example/ask",
              "result", "https://clinic.example/result"));
  private static final ClinicLocale CLINIC = new ClinicLocale("ko", ZoneId.of("Asia/Seoul"), LINKS);
  private static final List<String> LANGUAGES = List.of("ko", "ja", "fa", "en");
  private static final List<String> CHANNELS = List.of("sms", "kakao", "line", "email", "letter");

  record Packaged(String id, String purpose, MessageTemplate template, List<String> variables) {
    @Override
    public String toString() {
      return id;
    }
  }

  @ParameterizedTest
  @MethodSource("activities")
  void isCompleteInEveryLanguageOnEveryChannel(Packaged activity) {
    for (String language : LANGUAGES) {
      for (String channel : CHANNELS) {
        Rendering rendering = render(activity, language, channel, "KR");
        assertThat(rendering).as(language + " " + channel).isInstanceOf(Rendered.class);
        assertThat(((Rendered) rendering).language()).isEqualTo(language);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("activities")
  void hasNothingThatTheLinterWouldStop(Packaged activity) {
    assertThat(CopyLinter.lint(activity.template(), activity.purpose(), "KR"))
        .filteredOn(CopyFinding::blocking)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("activities")
  void asksForMoreThanABooking(Packaged activity) {
    assertThat(CopyLinter.lint(activity.template(), activity.purpose(), "KR"))
        .filteredOn(finding -> finding.rule() == CopyFinding.Rule.BOOKING_ONLY)
        .isEmpty();
  }

  // S5.14
  @ParameterizedTest
  @MethodSource("activities")
  void hasAtMostTwoButtonsAndEachLeadsSomewhere(Packaged activity) {
    for (String language : LANGUAGES) {
      for (String channel : CHANNELS) {
        Rendered message = (Rendered) render(activity, language, channel, "KR");
        assertThat(message.omitted()).isEmpty();
        assertThat(message.buttons())
            .hasSizeLessThanOrEqualTo(Extras.MOST_BUTTONS)
            .allMatch(button -> button.url().startsWith("https://"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("activities")
  void fitsTextMessagesAndAlimTalk(Packaged activity) {
    for (String language : LANGUAGES) {
      Rendered text = (Rendered) render(activity, language, "sms", "KR");
      assertThat(text.parts())
          .allMatch(part -> TextLength.of(part, "KR").fits())
          .allMatch(part -> TextLength.of(part, "IR").fits());
      Rendered talk = (Rendered) render(activity, language, "kakao", "KR");
      assertThat(talk.parts()).allMatch(TextLength::fitsAlimTalk);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko | 안부의원: 김하늘 님 2026년 6월 30일 (화) 오후 2:30 예약. 변경 02-123-4567",
        "ja | 김하늘 様、안부의원です。2026年6月30日(火) 14:30 にご予約をいただいております。ご変更は 02-123-4567 へ。",
        "fa | سرکار خانم 김하늘، یادآوری 안부의원: نوبت شما سه‌شنبه ۹ تیر ۱۴۰۵ ساعت ۱۴:۳۰ است."
            + " برای تغییر با 02-123-4567 تماس بگیرید.",
        "en | 김하늘, 안부의원: your visit is on Tuesday, 30 June 2026 at 2:30 PM."
            + " Can't make it? Call 02-123-4567."
      })
  void saysTheDateOfAnAppointmentOnce(String language, String text) throws IOException {
    Packaged reminder =
        activities()
            .filter(one -> one.id().equals("appointment-reminder-three-days-before"))
            .findFirst()
            .orElseThrow();
    String rendered = ((Rendered) render(reminder, language, "sms", "KR")).text();
    assertThat(rendered.replaceAll("[\\u2068\\u2069]", "")).isEqualTo(text);
  }

  @Test
  void isFound() throws IOException {
    assertThat(activities()).hasSizeGreaterThanOrEqualTo(6);
  }

  private static Rendering render(
      Packaged activity, String language, String channel, String jurisdiction) {
    return MessageRenderer.render(
        activity.template(),
        language,
        channel,
        variables(activity),
        Labels.of(jurisdiction, activity.purpose(), channel, "안부의원", "02-123-4567", "080-123-4567"),
        CLINIC);
  }

  private static Map<String, VariableValue> variables(Packaged activity) {
    Map<String, VariableValue> variables = new HashMap<>();
    activity.variables().forEach(name -> variables.put(name, new VariableValue.Text("A-1024")));
    variables.put("patientName", new VariableValue.Name("김", "하늘", "김하늘", null, "female"));
    variables.put("clinicName", new VariableValue.Text("안부의원"));
    variables.put("clinicPhone", new VariableValue.Text("02-123-4567"));
    variables.put("anchorDate", new VariableValue.Day(LocalDate.of(2026, 6, 30)));
    variables.put("dueDate", new VariableValue.Day(LocalDate.of(2026, 6, 27)));
    variables.put(
        "appointmentTime",
        new VariableValue.Moment(
            LocalDate.of(2026, 6, 30).atTime(14, 30).atZone(ZoneId.of("Asia/Seoul"))));
    variables.put("referrals", new VariableValue.Number(BigDecimal.TEN));
    return variables;
  }

  static Stream<Packaged> activities() throws IOException {
    List<Packaged> activities = new ArrayList<>();
    try (Stream<Path> files = Files.list(ACTIVITIES)) {
      for (Path file : files.filter(PackagedCopyTest::activity).sorted().toList()) {
        JsonNode resource = new ObjectMapper().readTree(file.toFile());
        if ("CommunicationRequest".equals(resource.path("kind").asText())) {
          activities.add(packaged(resource));
        }
      }
    }
    return activities.stream();
  }

  private static boolean activity(Path file) {
    return file.getFileName().toString().startsWith("ActivityDefinition-");
  }

  private static Packaged packaged(JsonNode resource) {
    List<MessageContent> contents = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    String purpose = "";
    for (JsonNode extension : resource.path("extension")) {
      String url = extension.path("url").asText();
      if (url.endsWith("/outreach-purpose")) {
        purpose = extension.path("valueCode").asText();
      } else if (url.endsWith("/message-variable")) {
        variables.add(text(extension, "name"));
      } else if (url.endsWith("/message-content")) {
        contents.add(content(extension));
      }
    }
    String id = resource.path("id").asText();
    return new Packaged(id, purpose, new MessageTemplate(id, null, contents), variables);
  }

  private static MessageContent content(JsonNode extension) {
    return new MessageContent(
        text(extension, "language"),
        text(extension, "channel"),
        text(extension, "part"),
        text(extension, "title"),
        text(extension, "body"),
        buttons(extension));
  }

  private static List<ContentButton> buttons(JsonNode content) {
    List<ContentButton> buttons = new ArrayList<>();
    for (JsonNode part : content.path("extension")) {
      if ("button".equals(part.path("url").asText())) {
        String action = text(part, "action");
        buttons.add(
            action == null
                ? new ContentButton(text(part, "label"), text(part, "url"))
                : ContentButton.of(text(part, "label"), action));
      }
    }
    return buttons;
  }

  private static String text(JsonNode extension, String name) {
    for (JsonNode part : extension.path("extension")) {
      if (name.equals(part.path("url").asText())) {
        return part.path("valueString")
            .asText(part.path("valueCode").asText(part.path("valueUrl").asText(null)));
      }
    }
    return null;
  }
}
