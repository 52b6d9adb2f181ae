Profile: Complaint
Parent: Communication
Id: complaint
Title: "Complaint"
Description: "What a person has told the clinic, in their own words, whatever the channel. Praise and questions use it too, under their own category."
* insert ProfileOfAnbu
* language from http://hl7.org/fhir/ValueSet/all-languages (required)
* category 1..1
* category from FeedbackCategories (required)
* medium 1..1
* medium from Channels (extensible)
* received 1..1
* payload 1..*
* payload.content[x] only string or Attachment
* subject only Reference(Patient)

Invariant: complaint-promises
Description: "The complaint must be acknowledged no later than it is resolved: acknowledge-by must not be after restriction.period.end."
Severity: #error
Expression: "extension('https://anbu-health.github.io/fhir/StructureDefinition/acknowledge-by').value <= restriction.period.end"

Profile: ComplaintTask
Parent: Task
Id: complaint-task
Title: "Complaint task"
Description: "The promise to deal with a complaint: who, and by when. Without an owner it is visibly unassigned; without `for` the sender is not known."
* insert ProfileOfAnbu
* obeys complaint-promises
* code 1..1
* code = $task-code#handle-complaint
* focus 1..1
* focus only Reference(Communication)
* for only Reference(Patient)
* priority 1..1
* authoredOn 1..1
* businessStatus 1..1
* businessStatus from ComplaintStatuses (required)
* restriction 1..1
* restriction.period 1..1
* restriction.period.end 1..1
* restriction.period.end ^short = "Resolve by"
* extension contains AcknowledgeBy named acknowledgeBy 1..1
