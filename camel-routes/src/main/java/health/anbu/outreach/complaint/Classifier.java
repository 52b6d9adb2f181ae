package health.anbu.outreach.complaint;

/** Says what a text is; the same text and version always give the same answer. */
public interface Classifier {

  /**
   * @param language a BCP 47 tag or null; a hint only, people mix languages
   */
  Classification classify(String text, String language);

  /** The rules that come with the product, in Korean, Japanese, Persian and English. */
  static Classifier ofRules() {
    return RuleClassifier.packaged();
  }
}
