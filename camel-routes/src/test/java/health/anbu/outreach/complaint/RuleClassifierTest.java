package health.anbu.outreach.complaint;

import static health.anbu.outreach.complaint.FeedbackCategory.COMPLAINT;
import static health.anbu.outreach.complaint.FeedbackCategory.PRAISE;
import static health.anbu.outreach.complaint.FeedbackCategory.QUESTION;
import static health.anbu.outreach.complaint.FeedbackCategory.SUGGESTION;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleClassifierTest {

  private static Classification classify(String text) {
    return Classifier.ofRules().classify(text, null);
  }

  @Nested
  class Danger {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "My father fell out of bed on ward 4 and nobody came.",
          "The wound will not stop bleeding.",
          "I keep thinking about suicide since the operation.",
          "The nurse gave me the wrong tablets.",
          "My lips are swollen after the injection, I have an allergy.",
          "She can’t breathe properly.",
          "어머니가 화장실에서 넘어지셨어요",
          "발치한 자리에서 피가 안 멈춰요",
          "너무 힘들어서 죽고 싶어요",
          "다른 환자 약을 저에게 줬습니다",
          "주사 맞고 두드러기가 났어요",
          "숨이 차서 누울 수가 없어요",
          "祖母が病室で転倒しました",
          "抜歯のあと出血が止まりません",
          "もう死にたいです",
          "薬を間違えて渡されました",
          "注射のあと蕁麻疹が出ました",
          "息が苦しいです",
          "مادرم از تخت افتاد",
          "خونریزی بند نمی‌آید",
          "به خودکشی فکر می‌کنم",
          "داروی اشتباه به من دادند",
          "به پنی‌سیلین حساسيت دارم و تزریق کردند",
          "تنگی نفس دارم"
        })
    void isAlwaysStat(String text) {
      assertThat(classify(text).urgency()).as(text).isEqualTo(Urgency.STAT);
    }

    @Test
    void isStatWithinPraise() {
      Classification praise = classify("넘어졌을 때 바로 도와주셔서 감사합니다. 최고예요");
      assertThat(praise.urgency()).isEqualTo(Urgency.STAT);
    }

    @Test
    void isStatEvenWhenDenied() {
      assertThat(classify("There was no bleeding, thank you.").urgency()).isEqualTo(Urgency.STAT);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "My son fell asleep in the waiting room.",
          "약이 떨어졌어요. 처방 다시 받을 수 있나요?",
          "피부가 좋아졌어요. 감사합니다",
          "다른 약을 처방해 주세요",
          "독감 주사를 맞았습니다",
          "患者への問題意識が低いと思います",
          "料金が二倍でした"
        })
    void isNotSeenInHarmlessDoubles(String text) {
      assertThat(classify(text).urgency()).as(text).isNotEqualTo(Urgency.STAT);
    }

    @Test
    void isFoundInFullWidthAndMixedKeyboards() {
      assertThat(classify("ＢＬＥＥＤＩＮＧ").urgency()).isEqualTo(Urgency.STAT);
      assertThat(classify("خون‌ریزي").urgency()).isEqualTo(Urgency.STAT);
    }
  }

  @Nested
  class Category {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "예약하고 갔는데 두 시간이나 기다렸습니다|COMPLAINT",
          "선생님이 친절하게 설명해 주셔서 감사합니다|PRAISE",
          "토요일에도 진료하시면 좋을 것 같아요|SUGGESTION",
          "임플란트 상담은 몇 시까지 가능한가요?|QUESTION",
          "受付の態度が失礼でした|COMPLAINT",
          "너무 친절하시고 하나도 안 아파서 좋았어요|PRAISE",
          "虫歯の治療が痛くなかったです。ありがとうございました|PRAISE",
          "لطفا بگویید هزینه ایمپلنت چقدر است؟|QUESTION",
          "先生の説明が丁寧で安心しました|PRAISE",
          "キッズスペースがあると嬉しいです|SUGGESTION",
          "駐車場はどこですか|QUESTION",
          "دو ساعت معطل شدم و هیچ‌کس پاسخ نداد|COMPLAINT",
          "از پرسنل مهربان شما سپاسگزارم|PRAISE",
          "پیشنهاد می‌کنم نوبت عصر هم اضافه کنید|SUGGESTION",
          "آیا جمعه‌ها هم باز هستید؟|QUESTION",
          "The receptionist was rude and I waited two hours.|COMPLAINT",
          "Thank you, everyone was so kind.|PRAISE",
          "It would be nice to have a water dispenser.|SUGGESTION",
          "Is there parking near the clinic?|QUESTION"
        })
    void isToldApartInFourLanguages(String text, FeedbackCategory expected) {
      assertThat(classify(text).category()).as(text).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"No complaints, lovely staff.", "Nothing could have been better, thank you."})
    void isPraiseWhenOnlyTheWordsSoundBad(String text) {
      assertThat(classify(text).category()).isEqualTo(PRAISE);
    }

    @Test
    void isAComplaintWhenPraiseAndComplaintMix() {
      Classification mixed = classify("The nurse was kind, but the dentist was rude and late.");
      assertThat(mixed.category()).isEqualTo(COMPLAINT);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "문자 그만 보내주세요",
          "メールはもう送らないでください",
          "لطفا دیگر پیامک نفرستید",
          "Please stop texting me"
        })
    void isAQuestionOfContactWhenSomebodyWantsNoMessages(String text) {
      Classification wish = classify(text);
      assertThat(wish.category()).isEqualTo(QUESTION);
      assertThat(wish.type()).isEqualTo("contact-preference");
    }
  }

  @Nested
  class Doubt {
    @ParameterizedTest
    @ValueSource(strings = {"ㅁㄴㅇㄹ", "12345", "🙂", "Привет"})
    void goesToAPersonAsAComplaint(String text) {
      Classification unknown = classify(text);
      assertThat(unknown.category()).isEqualTo(COMPLAINT);
      assertThat(unknown.needsTriage()).isTrue();
    }

    @Test
    void goesToAPersonWhenPraiseOutweighsTheComplaint() {
      assertThat(classify("Lovely, great, kind staff but parking").needsTriage()).isTrue();
    }
  }

  @Nested
  class Record {
    @Test
    void namesVersionAndEvidence() {
      Classification result = classify("The wound is bleeding.");
      assertThat(result.ruleVersion()).isEqualTo("rules-1");
      assertThat(result.evidence()).contains("safety bleeding: bleed*");
    }

    @Test
    void isTheSameEveryTime() {
      String text = "대기 시간이 너무 길고 설명도 없었어요";
      assertThat(classify(text)).isEqualTo(classify(text));
    }

    @Test
    void namesWhatItIsAbout() {
      assertThat(classify("환불해 주세요. 보험 청구가 잘못됐습니다").type()).isEqualTo("billing");
    }

    @Test
    void readsTheLongestTextInReasonableTime() {
      Classification result = classify("아 ".repeat(4_999) + "출혈");
      assertThat(result.urgency()).isEqualTo(Urgency.STAT);
    }

    @Test
    void isOneOfTheFourCategories() {
      assertThat(FeedbackCategory.values())
          .containsExactly(COMPLAINT, SUGGESTION, PRAISE, QUESTION);
    }
  }
}
