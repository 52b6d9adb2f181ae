package health.anbu.outreach.contact;

/** What is said on a number that several patients have, where nobody knows who reads it. */
public enum SharedNumber {
  /** Words without any name or treatment: who was meant calls the clinic. */
  NEUTRAL,
  /** The same words, and of several patients' messages of one kind on one day only the first. */
  HOUSEHOLD,
  /** Nothing. */
  BLOCK
}
