Invariant: activity-words
Description: "An activity that makes a message needs at least one message-content: the words, per language."
Severity: #error
Expression: "kind = 'CommunicationRequest' implies extension('https://anbu-health.github.io/fhir/StructureDefinition/message-content').exists()"

Invariant: activity-kind
Description: "The kind of an activity must be CommunicationRequest (a message) or Task (something for staff to do)."
Severity: #error
Expression: "kind = 'CommunicationRequest' or kind = 'Task'"

Invariant: activity-one-wording
Description: "There must be only one message-content for each language, channel and part, one more that is discreet, and one more for each tone."
Severity: #error
Expression: "extension('https://anbu-health.github.io/fhir/StructureDefinition/message-content').select(extension('language').value.toString() & '|' & iif(extension('channel').exists(), extension('channel').value.toString(), '') & '|' & iif(extension('part').exists(), extension('part').value.toString(), '') & '|' & iif(extension('discreet').value = true, 'discreet', '') & '|' & iif(extension('tone').exists(), extension('tone').value.toString(), '')).isDistinct()"

Invariant: activity-tone
Description: "Words of a tone need the same in the usual tone beside them: one message-content of that language, channel and part without tone."
Severity: #error
Expression: "extension('https://anbu-health.github.io/fhir/StructureDefinition/message-content').where(extension('tone').exists()).select(extension('language').value.toString() & '|' & iif(extension('channel').exists(), extension('channel').value.toString(), '') & '|' & iif(extension('part').exists(), extension('part').value.toString(), '')).subsetOf(%context.extension('https://anbu-health.github.io/fhir/StructureDefinition/message-content').where(extension('tone').empty()).select(extension('language').value.toString() & '|' & iif(extension('channel').exists(), extension('channel').value.toString(), '') & '|' & iif(extension('part').exists(), extension('part').value.toString(), '')))"

Invariant: activity-parts
Description: "Either every message-content names its part or none does."
Severity: #error
Expression: "extension('https://anbu-health.github.io/fhir/StructureDefinition/message-content').all(extension('part').exists()) or extension('https://anbu-health.github.io/fhir/StructureDefinition/message-content').all(extension('part').empty())"

Invariant: activity-one-variable
Description: "There must be only one message-variable for each name and language."
Severity: #error
Expression: "extension('https://anbu-health.github.io/fhir/StructureDefinition/message-variable').select(extension('name').value.toString() & '|' & iif(extension('language').exists(), extension('language').value.toString(), '')).isDistinct()"

Profile: OutreachActivity
Parent: ActivityDefinition
Id: outreach-activity
Title: "Outreach activity"
Description: "What one step of a scenario does: the words of a message in every language it is written in, and its purpose."
* insert ProfileOfAnbu
* obeys activity-words and activity-kind and activity-one-wording and activity-tone and activity-parts and activity-one-variable
* url 1..1
* version 1..1
* kind 1..1
* code.text ^short = "What the activity is, in free text"
* extension contains
    OutreachPurposeExtension named purpose 1..1 and
    MessageVariable named variable 0..* and
    MessageContent named content 0..*
* modifierExtension 0..0
* library 0..0
* doNotPerform 0..0
* timing[x] 0..0
* location 0..0
* participant 0..0
* product[x] 0..0
* quantity 0..0
* dosage 0..0
* bodySite 0..0
* specimenRequirement 0..0
* observationRequirement 0..0
* observationResultRequirement 0..0
* transform 0..0
* dynamicValue 0..0
