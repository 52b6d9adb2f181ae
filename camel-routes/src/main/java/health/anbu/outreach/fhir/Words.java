package health.anbu.outreach.fhir;

/** The canonical names of the implementation guide that code has to know. */
public final class Words {

  public static final String BASE = "https://anbu-health.github.io/fhir";

  public static final String OUTREACH_KEY = BASE + "/sid/outreach-key";
  public static final String SCENARIO_INSTANCE = BASE + "/sid/scenario-instance";
  public static final String PROVIDER_MESSAGE = BASE + "/sid/provider-message/";
  public static final String COMPLAINT = BASE + "/sid/complaint";
  public static final String INTAKE_DIGEST = BASE + "/sid/intake-digest";
  public static final String TOLD_BY_CHANNEL = BASE + "/sid/opt-out-by-channel";
  public static final String TOLD_BY_WORD = BASE + "/sid/opt-out-by-word";
  public static final String LINE_USER = BASE + "/sid/line-user";
  public static final String IDEMPOTENCY_KEY = BASE + "/sid/idempotency-key";

  public static final String PURPOSE = BASE + "/CodeSystem/outreach-purpose";
  public static final String REASON = BASE + "/CodeSystem/outreach-reason";
  public static final String CHANNEL = BASE + "/CodeSystem/channel";
  public static final String TASK_CODE = BASE + "/CodeSystem/task-code";
  public static final String TAG = BASE + "/CodeSystem/tag";
  public static final String VIP_TIER = BASE + "/CodeSystem/vip-tier";
  public static final String FEEDBACK = BASE + "/CodeSystem/feedback-category";
  public static final String COMPLAINT_STATUS = BASE + "/CodeSystem/complaint-status";

  public static final String CONSENT = BASE + "/CodeSystem/outreach-consent";
  public static final String STOP = BASE + "/sid/outreach-stop";

  public static final String INSTANTIATES =
      "http://hl7.org/fhir/StructureDefinition/workflow-instantiatesCanonical";
  public static final String TIME_ZONE = "http://hl7.org/fhir/StructureDefinition/timezone";

  private Words() {}

  public static String profile(String id) {
    return BASE + "/StructureDefinition/" + id;
  }

  /** Extensions are structure definitions too. */
  public static String extension(String id) {
    return BASE + "/StructureDefinition/" + id;
  }
}
