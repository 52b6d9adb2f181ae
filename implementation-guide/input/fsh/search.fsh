RuleSet: Searchable(name, type, base)
* url = "https://anbu-health.github.io/fhir/SearchParameter/{name}"
* version = "0.1.0"
* status = #active
* experimental = false
* publisher = "Anbu"
* type = #{type}
* base = #{base}
* xpathUsage = #normal

Instance: encounter-referred-by
InstanceOf: SearchParameter
Usage: #definition
Title: "Encounter referred-by"
* insert Searchable(encounter-referred-by, reference, Encounter)
* name = "EncounterReferredBy"
* code = #referred-by
* description = "The patient who sent this patient to the clinic, as recorded at the visit."
* expression = "Encounter.extension('https://anbu-health.github.io/fhir/StructureDefinition/referred-by').value"
* target = #Patient

Instance: patient-referred-by
InstanceOf: SearchParameter
Usage: #definition
Title: "Patient referred-by"
* insert Searchable(patient-referred-by, reference, Patient)
* name = "PatientReferredBy"
* code = #referred-by
* description = "The patient who sent this patient to the clinic."
* expression = "Patient.extension('https://anbu-health.github.io/fhir/StructureDefinition/referred-by').value"
* target = #Patient

Instance: communication-delivery-status
InstanceOf: SearchParameter
Usage: #definition
Title: "Communication delivery-status"
* insert Searchable(communication-delivery-status, token, Communication)
* name = "CommunicationDeliveryStatus"
* code = #delivery-status
* description = "How far the message has come on its channel."
* expression = "Communication.extension('https://anbu-health.github.io/fhir/StructureDefinition/delivery-status').value"

Instance: task-acknowledge-by
InstanceOf: SearchParameter
Usage: #definition
Title: "Task acknowledge-by"
* insert Searchable(task-acknowledge-by, date, Task)
* name = "TaskAcknowledgeBy"
* code = #acknowledge-by
* description = "The instant by which a complaint must be acknowledged."
* expression = "Task.extension('https://anbu-health.github.io/fhir/StructureDefinition/acknowledge-by').value"

Instance: communicationrequest-scenario
InstanceOf: SearchParameter
Usage: #definition
Title: "CommunicationRequest scenario"
* insert Searchable(communicationrequest-scenario, string, CommunicationRequest)
* name = "CommunicationRequestScenario"
* code = #scenario
* description = "The id of the scenario that an outreach request belongs to: what stands before the first colon of its outreach key."
* expression = "CommunicationRequest.identifier.where(system = 'https://anbu-health.github.io/fhir/sid/outreach-key').value.select(substring(0, indexOf(':')))"
