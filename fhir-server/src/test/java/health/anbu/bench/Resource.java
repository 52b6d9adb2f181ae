package health.anbu.bench;

/** What an EHR writes, as JSON under an id of its own. */
record Resource(String reference, String json) {

  private static final String ANBU = "https://anbu-health.github.io/fhir";
  private static final String SCENARIO_KEY = "botox-retouch:three-months-after:";

  String entry() {
    return "{\"resource\":%s,\"request\":{\"method\":\"PUT\",\"url\":\"%s\"}}"
        .formatted(json, reference);
  }

  static Resource patient(String id, String phone) {
    return new Resource(
        "Patient/" + id,
        """
        {"resourceType":"Patient","id":"%s","name":[{"text":"김하나","family":"김","given":["하나"]}],
         "birthDate":"1990-04-05","telecom":[{"system":"phone","value":"%s","use":"mobile"}],
         "communication":[{"language":{"coding":[
           {"system":"urn:ietf:bcp:47","code":"ko"}]},"preferred":true}]}
        """
            .formatted(id, phone));
  }

  /** The patient agrees to be reminded. */
  static Resource consent(String patient) {
    return new Resource(
        "Consent/" + patient + "-recall",
        """
        {"resourceType":"Consent","id":"%s-recall","status":"active",
         "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope",
           "code":"patient-privacy"}]},
         "category":[{"coding":[{"system":"%s/CodeSystem/outreach-purpose","code":"recall"}]}],
         "patient":{"reference":"Patient/%s"},"dateTime":"2025-01-01",
         "policyRule":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode",
           "code":"OPTIN"}]},
         "provision":{"type":"permit"}}
        """
            .formatted(patient, ANBU, patient));
  }

  /** The patient was here. */
  static Resource visit(String patient, String day) {
    return new Resource(
        "Encounter/" + patient + "-visit",
        """
        {"resourceType":"Encounter","id":"%s-visit","status":"finished",
         "class":{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"AMB"},
         "subject":{"reference":"Patient/%s"},
         "period":{"start":"%s","end":"%s"}}
        """
            .formatted(patient, patient, day, day));
  }

  /** A finished treatment, after which one message is due three months later. */
  static Resource botox(String patient, String performed) {
    return procedure(patient, ANBU + "/CodeSystem/treatment", "botulinum-toxin", performed);
  }

  static Resource procedure(String patient, String system, String code, String performed) {
    return new Resource(
        "Procedure/" + patient + "-done",
        """
        {"resourceType":"Procedure","id":"%s-done","status":"completed",
         "code":{"coding":[{"system":"%s","code":"%s"}]},
         "subject":{"reference":"Patient/%s"},"performedDateTime":"%s"}
        """
            .formatted(patient, system, code, patient, performed));
  }

  /** What says which outreach request stands for the treatment of this patient. */
  static String key(String patient) {
    return SCENARIO_KEY + "Procedure/" + patient + "-done";
  }

  /** The request as a usual integration would write it: the least that can be sent later. */
  static Resource request(String patient, String due) {
    return new Resource(
        "CommunicationRequest/" + patient + "-request",
        """
        {"resourceType":"CommunicationRequest","id":"%s-request","status":"active",
         "identifier":[{"system":"urn:example:request","value":"%s"}],
         "subject":{"reference":"Patient/%s"},"about":[{"reference":"Procedure/%s-done"}],
         "occurrenceDateTime":"%s","payload":[{"contentString":"3개월이 지났습니다."}]}
        """
            .formatted(patient, key(patient), patient, patient, due));
  }
}
