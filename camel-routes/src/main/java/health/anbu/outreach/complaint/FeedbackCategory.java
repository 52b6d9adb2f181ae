package health.anbu.outreach.complaint;

import java.util.Locale;

/** What a patient's words are: the codes of CodeSystem feedback-category. */
public enum FeedbackCategory {
  COMPLAINT,
  SUGGESTION,
  PRAISE,
  QUESTION;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
