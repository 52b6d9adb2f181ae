Invariant: request-due
Description: "The due instant needs a date, a time and an offset from UTC."
Severity: #error
Expression: "occurrence.toString().matches('^.*T.*(Z|[+-][0-9]{2}:[0-9]{2})$')"

Invariant: request-status
Description: "The status of an outreach request must be active, on-hold, completed or revoked."
Severity: #error
Expression: "status = 'active' or status = 'on-hold' or status = 'completed' or status = 'revoked'"

Invariant: request-why
Description: "A revoked request needs a statusReason from outreach-reason."
Severity: #error
Expression: "status = 'revoked' implies statusReason.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-reason').exists()"

Invariant: request-key
Description: "An outreach request needs exactly one identifier of the system https://anbu-health.github.io/fhir/sid/outreach-key with the value scenario:step:Type/id, and @yyyy-MM-dd behind it when it recurs."
Severity: #error
Expression: "identifier.where(system = 'https://anbu-health.github.io/fhir/sid/outreach-key').count() = 1 and identifier.where(system = 'https://anbu-health.github.io/fhir/sid/outreach-key').value.all(matches('^[a-z][a-z0-9-]*:[a-z][a-z0-9-]*:[A-Z][A-Za-z]*/[A-Za-z0-9.-]+(@[0-9]{4}-[0-9]{2}-[0-9]{2})?$'))"

Profile: OutreachRequest
Parent: CommunicationRequest
Id: outreach-request
Title: "Outreach request"
Description: "One planned message: the truth about what is to be sent, to whom, when and why. Its id is derived from its key, so that writing it twice makes one."
* insert ProfileOfAnbu
* language from http://hl7.org/fhir/ValueSet/all-languages (required)
* obeys request-due and request-status and request-why and request-key
* identifier 1..*
* groupIdentifier 1..1
* groupIdentifier.system 1..1
* groupIdentifier.value 1..1
* statusReason from OutreachReasons (required)
* category 1..*
* category from OutreachPurposes (extensible)
* medium from Channels (extensible)
* subject 1..1
* subject only Reference(Patient)
* about 1..*
* occurrence[x] 1..1
* occurrence[x] only dateTime
* authoredOn 1..1
* recipient 1..*
* extension contains
    PlannedDue named plannedDue 0..1 and
    AnchorMoment named anchorMoment 0..1 and
    Decision named decision 0..* and
    MigratedFrom named migratedFrom 0..1 and
    JoinedIn named joinedIn 0..1 and
    PlannedGoldenTime named plannedGoldenTime 0..1 and
    $instantiates named instantiates 1..1

Invariant: message-why
Description: "A message that was not sent (status not-done) needs a statusReason from outreach-reason."
Severity: #error
Expression: "status = 'not-done' implies statusReason.coding.where(system = 'https://anbu-health.github.io/fhir/CodeSystem/outreach-reason').exists()"

Profile: OutreachMessage
Parent: Communication
Id: outreach-message
Title: "Outreach message"
Description: "One attempt on one channel, with the text as sent and what became of it."
* insert ProfileOfAnbu
* language from http://hl7.org/fhir/ValueSet/all-languages (required)
* obeys message-why
* basedOn only Reference(CommunicationRequest)
* statusReason from OutreachReasons (required)
* category 1..*
* category from OutreachPurposes (extensible)
* medium 0..1
* medium from Channels (extensible)
* subject only Reference(Patient)
* payload.content[x] only string
* extension contains
    DeliveryStatusExtension named deliveryStatus 1..1 and
    Attempt named attempt 0..1
