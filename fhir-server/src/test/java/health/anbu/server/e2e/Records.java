package health.anbu.server.e2e;

/** The resources that an EHR writes, as JSON. */
final class Records {

  private static final String BASE = "https://anbu-health.github.io/fhir";

  private Records() {}

  static String patient(String id, String phone) {
    return patient(id, phone, "");
  }

  /** With more elements, each with its leading comma. */
  static String patient(String id, String phone, String more) {
    return """
        {"resourceType":"Patient","id":"%s","name":[{"text":"김하나","family":"김","given":["하나"]}],
         "birthDate":"1990-04-05","telecom":[{"system":"phone","value":"%s","use":"mobile"}],
         "communication":[{"language":{"coding":[
           {"system":"urn:ietf:bcp:47","code":"ko"}]},"preferred":true}]%s}
        """
        .formatted(id, phone, more);
  }

  static String permit(String patient, String purpose) {
    return consent(patient, purpose, "active");
  }

  static String withdrawn(String patient, String purpose) {
    return consent(patient, purpose, "inactive");
  }

  private static String consent(String patient, String purpose, String status) {
    return """
        {"resourceType":"Consent","id":"%s-%s","status":"%s",
         "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope",
           "code":"patient-privacy"}]},
         "category":[{"coding":[{"system":"%s/CodeSystem/outreach-purpose","code":"%s"}]}],
         "patient":{"reference":"Patient/%s"},"dateTime":"2025-01-01",
         "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode",
           "code":"OPTIN"}]},
         "provision":{"type":"permit"}}
        """
        .formatted(patient, purpose, status, BASE, purpose, patient);
  }

  /** The patient wants nothing more. */
  static String optOut(String patient) {
    return optOut(patient + "-opt-out", patient, "");
  }

  static String optOutOfChannel(String patient, String channel) {
    return optOut(
        patient + "-no-" + channel,
        patient,
        ",\"code\":[{\"coding\":[{\"system\":\"%s/CodeSystem/channel\",\"code\":\"%s\"}]}]"
            .formatted(BASE, channel));
  }

  private static String optOut(String id, String patient, String channel) {
    return """
        {"resourceType":"Consent","id":"%s","status":"active",
         "meta":{"profile":["%s/StructureDefinition/opt-out"]},
         "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope",
           "code":"patient-privacy"}]},
         "category":[{"coding":[{"system":"http://loinc.org","code":"59284-0"}]}],
         "patient":{"reference":"Patient/%s"},"dateTime":"2026-01-01",
         "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode",
           "code":"OPTOUT"}]},
         "provision":{"type":"deny"%s}}
        """
        .formatted(id, BASE, patient, channel);
  }

  static String botox(String id, String patient, String performed) {
    return botox(id, patient, performed, "completed");
  }

  static String botox(String id, String patient, String performed, String status) {
    return treatment(id, patient, "botulinum-toxin", performed, status);
  }

  static String treatment(String id, String patient, String code, String performed, String status) {
    return """
        {"resourceType":"Procedure","id":"%s","status":"%s",
         "code":{"coding":[{"system":"%s/CodeSystem/treatment","code":"%s"}]},
         "subject":{"reference":"Patient/%s"},"performedDateTime":"%s"}
        """
        .formatted(id, status, BASE, code, patient, performed);
  }

  static String visit(String id, String patient, String start) {
    return """
        {"resourceType":"Encounter","id":"%s","status":"finished",
         "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
         "subject":{"reference":"Patient/%s"},"period":{"start":"%s"}}
        """
        .formatted(id, patient, start);
  }

  static String appointment(String id, String patient, String start, String status) {
    return """
        {"resourceType":"Appointment","id":"%s","status":"%s","start":"%s",
         "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"}]}
        """
        .formatted(id, status, start, patient);
  }
}
