package health.anbu.ig;

import static org.assertj.core.api.Assertions.assertThat;

import health.anbu.ig.Wordings.Wording;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  private static final Pattern VARIABLE = Pattern.compile("#\\{(\\w+)(?::[^}]*)?}");
  private static final Set<String> ALWAYS_THERE =
      Set.of("patientName", "clinicName", "clinicPhone", "anchorDate", "dueDate", "optOut");

  private static final Pattern ABOUT_APPOINTMENTS =
      Pattern.compile("appointment-|no-show-|first-visit-steps-(right-after|two-days|one-day)");

  static List<ActivityDefinition> activities() {
    return Guide.all(ActivityDefinition.class);
  }

  static List<Wording> wordings() {
    return activities().stream().flatMap(activity -> Wordings.of(activity).stream()).toList();
  }

  static List<Wording> texts(String language) {
    return wordings().stream()
        .filter(wording -> wording.isText() && wording.language().equals(language))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("activities")
  void everyTextExistsInAllFourLanguages(ActivityDefinition activity) {
    Map<String, Set<String>> languages =
        Wordings.of(activity).stream()
            .collect(
                Collectors.groupingBy(
                    wording -> wording.channel() + "/" + wording.part(),
                    Collectors.mapping(Wording::language, Collectors.toSet())));
    assertThat(languages).isNotEmpty();
    assertThat(languages.values())
        .allSatisfy(some -> assertThat(some).containsExactlyInAnyOrder("ko", "ja", "fa", "en"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("activities")
  void everyVariableIsKnownOrDeclared(ActivityDefinition activity) {
    var known = new TreeSet<>(ALWAYS_THERE);
    known.addAll(Wordings.declaredBy(activity));
    if (ABOUT_APPOINTMENTS.matcher(activity.getIdElement().getIdPart()).lookingAt()) {
      known.add("appointmentTime");
    }
    assertThat(Wordings.of(activity))
        .allSatisfy(
            wording ->
                assertThat(VARIABLE.matcher(wording.body()).results().map(found -> found.group(1)))
                    .isSubsetOf(known));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("activities")
  void everyUnreviewedTextSaysSo(ActivityDefinition activity) {
    if (!activity.hasLastReviewDate()) {
      assertThat(activity.getUsage())
          .contains("Not yet reviewed by a clinician or a native speaker");
    }
  }

  @Nested
  class Care {

    private static final List<String> LABELS =
        List.of("광고", "수신거부", "広告", "تبلیغ", "لغو", "STOP", "unsubscribe");
    private static final List<String> URGING =
        List.of("예약하세요", "서두르", "할인", "무료", "최고", "割引", "無料", "今すぐ予約", "تخفیف", "رایگان");
    private static final Pattern ENGLISH_URGING =
        Pattern.compile("\\b(discount|free of charge|book now|hurry|best)\\b");
    private static final Pattern PRODUCT =
        Pattern.compile("보톡스|보툴리눔|톡신|ボトックス|ボツリヌス|بوتاکس|بوتولینوم|(?i:botox|botulinum)");

    @Test
    void noTextCarriesALabelThatTheRendererAdds() {
      // What tells of a consent has to say to what.
      assertThat(wordings())
          .filteredOn(wording -> !wording.activity().startsWith("consent-"))
          .allSatisfy(wording -> assertThat(wording.whole()).doesNotContain(LABELS));
    }

    @Test
    void noTextUrgesOrOffers() {
      assertThat(wordings())
          .allSatisfy(
              wording -> {
                assertThat(wording.whole()).doesNotContain(URGING);
                assertThat(wording.whole().toLowerCase()).doesNotContainPattern(ENGLISH_URGING);
              });
    }

    @Test
    void noTextNamesAPrescriptionProduct() {
      assertThat(wordings())
          .allSatisfy(wording -> assertThat(wording.whole()).doesNotContainPattern(PRODUCT));
    }

    @Test
    void persianIsWrittenWithPersianLetters() {
      assertThat(wordings())
          .allSatisfy(wording -> assertThat(wording.whole()).doesNotContainPattern("[يكى٠-٩]"));
    }
  }

  @Nested
  class Length {

    private static final Charset EUC_KR = Charset.forName("EUC-KR");

    @Test
    void aKoreanTextFitsALongMessageInTheCarriersCharset() {
      assertThat(texts("ko"))
          .allSatisfy(
              text -> {
                assertThat(EUC_KR.newEncoder().canEncode(text.rendered())).isTrue();
                assertThat(text.rendered().getBytes(EUC_KR)).hasSizeLessThanOrEqualTo(2000);
              });
    }

    @Test
    void aKoreanReminderFitsAShortMessage() {
      assertThat(texts("ko"))
          .filteredOn(text -> text.activity().startsWith("appointment-reminder"))
          .allSatisfy(
              text ->
                  assertThat(text.rendered().getBytes(EUC_KR))
                      .as(text.rendered())
                      .hasSizeLessThanOrEqualTo(90));
    }

    @Test
    void anEnglishTextFitsOneMessage() {
      assertThat(texts("en"))
          .allSatisfy(
              text -> {
                assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text.body())).isTrue();
                assertThat(text.rendered()).as(text.activity()).hasSizeLessThanOrEqualTo(160);
              });
    }

    @Test
    void aJapaneseTextFitsThreeParts() {
      assertThat(texts("ja"))
          .allSatisfy(text -> assertThat(text.rendered()).hasSizeLessThanOrEqualTo(201));
    }

    @Test
    void aPersianTextFitsFourParts() {
      assertThat(texts("fa"))
          .allSatisfy(text -> assertThat(text.rendered()).hasSizeLessThanOrEqualTo(268));
    }

    @Test
    void everyWordingFitsAlimTalk() {
      assertThat(wordings())
          .allSatisfy(wording -> assertThat(wording.rendered()).hasSizeLessThanOrEqualTo(1000));
    }
  }
}
