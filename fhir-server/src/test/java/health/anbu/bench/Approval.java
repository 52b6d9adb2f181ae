package health.anbu.bench;

/** That staff have approved a version of a scenario. */
final class Approval {

  private static final String GUIDE = "https://anbu-health.github.io/fhir";

  private Approval() {}

  static Resource of(String scenario, String version) {
    String canonical = GUIDE + "/PlanDefinition/" + scenario + "|" + version;
    return new Resource(
        "Task/approve-" + scenario,
        """
        {"resourceType": "Task", "id": "approve-%1$s", "status": "completed", "intent": "order",
         "identifier": [{"system": "%2$s/sid/scenario-approval", "value": "%3$s"}],
         "businessStatus": {"coding": [{"system": "%2$s/CodeSystem/approval-outcome",
           "code": "approved"}]},
         "code": {"coding": [{"system": "%2$s/CodeSystem/task-code", "code": "approve-scenario"}]},
         "focus": {"type": "PlanDefinition",
           "identifier": {"system": "urn:ietf:rfc:3986", "value": "%3$s"}},
         "owner": {"display": "Bench"}}"""
            .formatted(scenario, GUIDE, canonical));
  }
}
