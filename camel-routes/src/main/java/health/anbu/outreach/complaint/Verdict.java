package health.anbu.outreach.complaint;

/**
 * The category that the findings speak for, and how clearly.
 *
 * @param type given when the category itself says what it is about, else null
 */
record Verdict(FeedbackCategory category, String type, double confidence) {

  static final String CONTACT_PREFERENCE = "contact-preference";
  static final String CLINICAL_CONCERN = "clinical-concern";

  static Verdict of(Findings found) {
    int bad = found.count("negative") + 2 * found.count("complaint");
    int good = found.count("praise") + found.count("pardon");
    if (found.has("contact") && bad < 3) {
      return new Verdict(FeedbackCategory.QUESTION, CONTACT_PREFERENCE, 0.8);
    }
    if (bad > 0) {
      return bad(found, bad, good);
    }
    return found.danger() ? concern(FeedbackCategory.QUESTION) : kind(found, good);
  }

  private static Verdict bad(Findings found, int bad, int good) {
    if (!found.has("complaint") && !found.danger() && bad == 1) {
      if (found.has("suggestion")) {
        return new Verdict(FeedbackCategory.SUGGESTION, null, 0.6);
      }
      if (found.has("question")) {
        return new Verdict(FeedbackCategory.QUESTION, null, 0.6);
      }
    }
    if (found.danger() && !found.has("complaint")) {
      return concern(FeedbackCategory.COMPLAINT);
    }
    return new Verdict(FeedbackCategory.COMPLAINT, null, clarity(found, bad, good));
  }

  /** Praise in the same breath may be irony or the whole of it: two good words for one bad one. */
  private static double clarity(Findings found, int bad, int good) {
    if (found.has("complaint")) {
      return 0.9;
    }
    if (good >= 2 * bad) {
      return 0.45;
    }
    return bad >= 2 ? 0.85 : 0.7;
  }

  private static Verdict concern(FeedbackCategory category) {
    return new Verdict(category, CLINICAL_CONCERN, 0.8);
  }

  private static Verdict kind(Findings found, int good) {
    if (found.has("suggestion")) {
      return new Verdict(FeedbackCategory.SUGGESTION, null, 0.75);
    }
    if (found.has("question")) {
      return new Verdict(FeedbackCategory.QUESTION, null, 0.75);
    }
    if (good > 0) {
      return new Verdict(FeedbackCategory.PRAISE, null, good > 1 ? 0.9 : 0.75);
    }
    return new Verdict(FeedbackCategory.COMPLAINT, null, 0.3);
  }
}
