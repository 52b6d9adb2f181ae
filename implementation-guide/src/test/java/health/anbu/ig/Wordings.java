package health.anbu.ig;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.Extension;

/** The words of an activity, read from its extensions. */
final class Wordings {

  private static final String BASE = "https://anbu-health.github.io/fhir/StructureDefinition/";

  /** Values of a usual length, to judge how long a text becomes. */
  private static final Map<String, Map<String, String>> SAMPLES =
      Map.of(
          "ko",
          sample("김하늘 님", "안부의원", "02-0000-0000", "2026년 6월 15일 (월)", " 오후 2:30"),
          "ja",
          sample("山田 葵 様", "安否クリニック", "03-0000-0000", "2026年6月15日(月)", " 14:30"),
          "fa",
          sample(
              "جناب آقای آرش رضایی",
              "درمانگاه احوال",
              "۰۲۱۰۰۰۰۰۰۰۰",
              "دوشنبه ۲۵ خرداد ۱۴۰۵",
              " ساعت ۱۴:۳۰"),
          "en",
          sample(
              "Ms Mary Smith",
              "Anbu Clinic",
              "202-555-0100",
              "Wednesday, 16 September 2026",
              " at 2:30 PM"));

  private Wordings() {}

  record Wording(
      String activity, String language, String channel, String part, String title, String body) {

    boolean isText() {
      return channel.equals("sms");
    }

    String whole() {
      return title + "\n" + body;
    }

    String rendered() {
      var text = body;
      for (var value : SAMPLES.get(language).entrySet()) {
        text = text.replace("#{" + value.getKey() + "}", value.getValue());
      }
      return text;
    }
  }

  static List<Wording> of(ActivityDefinition activity) {
    return activity.getExtensionsByUrl(BASE + "message-content").stream()
        .map(content -> wording(activity.getIdElement().getIdPart(), content))
        .toList();
  }

  static List<String> declaredBy(ActivityDefinition activity) {
    return activity.getExtensionsByUrl(BASE + "message-variable").stream()
        .map(variable -> value(variable, "name"))
        .toList();
  }

  private static Wording wording(String activity, Extension content) {
    return new Wording(
        activity,
        value(content, "language"),
        value(content, "channel"),
        value(content, "part"),
        value(content, "title"),
        value(content, "body"));
  }

  private static String value(Extension extension, String name) {
    return extension.hasExtension(name)
        ? extension.getExtensionByUrl(name).getValue().primitiveValue()
        : "";
  }

  private static Map<String, String> sample(
      String patient, String clinic, String phone, String date, String time) {
    return Map.of(
        "patientName",
        patient,
        "clinicName",
        clinic,
        "clinicPhone",
        phone,
        "anchorDate",
        date,
        "appointmentTime",
        date + time,
        "months",
        "12",
        "caseNumber",
        "C-2026-0001",
        "resolveBy",
        date + time);
  }
}
