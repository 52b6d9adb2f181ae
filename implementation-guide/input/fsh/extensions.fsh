RuleSet: SaysWhere(type)
* ^context[+].type = #element
* ^context[=].expression = "{type}"

RuleSet: ExtensionOfAnbu
* ^status = #active
* ^experimental = false

// Expressions ---------------------------------------------------------------

Invariant: expression-clock
Description: "An expression must not call now(), today() or timeOfDay(): use %now or %today, which come from the clock of the plan."
Severity: #error
Expression: "expression.exists() implies expression.matches('(?s).*(now|today|timeOfDay)\\\\s*\\\\(.*').not()"

Invariant: expression-fhirpath
Description: "An expression must have the language text/fhirpath and the FHIRPath text itself in the element expression; a reference to an expression elsewhere is not read."
Severity: #error
Expression: "language = 'text/fhirpath' and expression.exists() and reference.empty()"

RuleSet: FhirPathOnly(path)
* {path} obeys expression-fhirpath and expression-clock

Extension: AnchorDate
Id: anchor-date
Title: "Anchor date"
Description: "FHIRPath of the date the scenario counts from, evaluated on the anchor resource. A date without a time is that day in the clinic's zone."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only Expression
* insert FhirPathOnly(value[x])

Invariant: anchor-day-whole
Description: "The day must be a whole date such as 2027-05-08 (once), or a text such as --05-08 (every year)."
Severity: #error
Expression: "iif(value is date, value.toString().length() = 10, value.matches('^--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'))"

Extension: AnchorDay
Id: anchor-day
Title: "Anchor day"
Description: "The day of the calendar that the named event 'fixed-date' counts from: a date for once, or month and day as the text --05-08 for every year. 29 February is the 28th in other years."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* obeys anchor-day-whole
* value[x] 1..1
* value[x] only date or string

Extension: ExitCondition
Id: exit-condition
Title: "Exit condition"
Description: "FHIRPath over the patient and the anchor; true ends the scenario for the patient."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only Expression
* insert FhirPathOnly(value[x])

Extension: ExitRuleExtension
Id: exit-rule
Title: "Exit rule"
Description: "A rule that ends the scenario for a patient."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only code
* value[x] from ExitRules (required)

Invariant: programme-week-month
Description: "The month of a programme week must be 1 to 12."
Severity: #error
Expression: "extension('month').value >= 1 and extension('month').value <= 12"

Invariant: programme-week-number
Description: "The week of a programme must be 1 to 5, or -1 for the last week of the month."
Severity: #error
Expression: "extension('week').value.toString().matches('^(-1|[1-5])$')"

Extension: ProgrammeWeek
Id: programme-week
Title: "Programme week"
Description: "The week a yearly programme runs in: week n begins on the n-th Monday of the month, -1 on the last one. The anchor date is that Monday. A fifth Monday that a month does not have means no programme in that year."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* obeys programme-week-month and programme-week-number
* extension contains month 1..1 and week 1..1
* extension[month].value[x] only integer
* extension[month].value[x] 1..1
* extension[week].value[x] only integer
* extension[week].value[x] 1..1

Invariant: send-window-order
Description: "A send window must start before it ends, on the same day."
Severity: #error
Expression: "extension('start').value < extension('end').value"

Extension: SendWindow
Id: send-window
Title: "Send window"
Description: "Local time of day, in the clinic's zone, in which a step may be sent, the first time and after a retry, a fallback or an outage. Without it: 10:00 to 18:00. A step that is due at once has no window."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* obeys send-window-order
* extension contains start 1..1 and end 1..1
* extension[start].value[x] only time
* extension[start].value[x] 1..1
* extension[end].value[x] only time
* extension[end].value[x] 1..1

Invariant: duration-understood
Description: "A duration must be a positive whole number with a unit of http://unitsofmeasure.org: min, h, d, wk, mo or a, and without a comparator."
Severity: #error
Expression: "value > 0 and value.toString().matches('^[0-9]+$') and comparator.empty() and system = 'http://unitsofmeasure.org' and (code = 'min' or code = 'h' or code = 'd' or code = 'wk' or code = 'mo' or code = 'a')"

Extension: ValidFor
Id: valid-for
Title: "Valid for"
Description: "How long after its due instant a step may still be created and sent. Without it: until the end of the send window on the due day."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only Duration
* value[x] obeys duration-understood

Extension: SendWeekday
Id: send-weekday
Title: "Send weekday"
Description: "A weekday on which a step may be sent, in the clinic's zone; repeated for several. A step that is due on another day goes on the next one of them, a step before its anchor on the one before. Without it: any day."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only code
* value[x] from http://hl7.org/fhir/ValueSet/days-of-week (required)

Extension: HolidayRuleExtension
Id: holiday-rule
Title: "Holiday rule"
Description: "What becomes of a step that is due on the clinic's weekend, on a public holiday of its country, or on a day on which the clinic says that it is closed. Without it: it is sent all the same."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only code
* value[x] from HolidayRules (required)

Extension: Spread
Id: spread
Title: "Spread"
Description: "Patients are spread over this time from the moment at which the step is due, but never beyond its send window. A patient's place is drawn by the key of the request, so that it stays the same."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only Duration
* value[x] obeys duration-understood

Extension: Until
Id: until
Title: "Until"
Description: "Nothing of the scenario, or of the step, is sent any more after this day, or from this instant on (reason past-until)."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* insert SaysWhere(PlanDefinition.action)
* obeys until-precise
* value[x] 1..1
* value[x] only dateTime

Invariant: until-precise
Description: "The end must be a day (2026-12-31) or an instant with its offset; a month or a year would leave open when it is over."
Severity: #error
Expression: "value.toString().length() >= 10"

Invariant: digest-name
Description: "The name of a digest is in small letters, digits and hyphens, beginning with a letter."
Severity: #error
Expression: "value.matches('^[a-z][a-z0-9-]*$')"

Extension: Digest
Id: digest
Title: "Digest"
Description: "The group of messages that go as one: what is due for a patient by the end of a local day, in the same group, over the same channels and for the same purpose, becomes one message, sent when the last of them is due. The name of the group is the clinic's own; scenarios may share it."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* obeys digest-name
* value[x] 1..1
* value[x] only string

Invariant: step-owner-named
Description: "The owner of a step is a reference to a Practitioner, PractitionerRole or Organization on this server, such as Organization/desk-team; a team is an Organization."
Severity: #error
Expression: "value.reference.matches('^(Practitioner|PractitionerRole|Organization)/[A-Za-z0-9.-]{1,64}$')"

Extension: StepOwner
Id: step-owner
Title: "Owner of a step"
Description: "Who answers for a step: it becomes the requester of each of its outreach requests, so that GET CommunicationRequest?requester= lists what is theirs, and $project-outreach names them for what is to come. In R4 a CareTeam cannot be a requester: a team is an Organization."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* obeys step-owner-named
* value[x] 1..1
* value[x] only Reference(Practitioner or PractitionerRole or Organization)

Invariant: recurrence-unit
Description: "A step recurs in days, weeks, months or years: d, wk, mo or a."
Severity: #error
Expression: "value.code = 'd' or value.code = 'wk' or value.code = 'mo' or value.code = 'a'"

Extension: RecurrenceExtension
Id: recurrence
Title: "Recurrence"
Description: "The step comes again this long after the anchor and its offset, and again, until an exit rule, until or the recurrence-count ends it. It is counted from the anchor each time: 31 January and every month is the last day of each month. What has passed before the first plan is not made up for."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* obeys recurrence-unit
* value[x] 1..1
* value[x] only Duration
* value[x] obeys duration-understood

Extension: RecurrenceCount
Id: recurrence-count
Title: "Recurrence count"
Description: "How many times a recurring step comes in all."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only positiveInt

Extension: CollisionGroup
Id: collision-group
Title: "Collision group"
Description: "Scenarios of one group do not write to a patient at the same time; the one with the higher collision priority goes first."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only string

Extension: CollisionPriority
Id: collision-priority
Title: "Collision priority"
Description: "Which scenario of a collision group goes first; the higher number wins."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only integer

Extension: CollisionScopeExtension
Id: collision-scope
Title: "Collision scope"
Description: "What two scenarios of a collision group must have in common to be in each other's way: the patient and the day (patient, also without it), or the anchor as well (anchor), such as two that confirm one booking."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only code
* value[x] from CollisionScopes (required)

Extension: OneAtATime
Id: one-at-a-time
Title: "One at a time"
Description: "A kind of scenario, in words of the clinic's own, of which a patient has only one active at a time. The one that has begun goes on; else the one with the higher collision priority, then the one that is due first."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only code

Extension: FromStatus
Id: from-status
Title: "From status"
Description: "A status that the resource must have had just before the one that starts the scenario. Read from Encounter.statusHistory, else from the versions that the server keeps; where neither tells, nothing is planned (reason transition-unknown)."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action.trigger.data.codeFilter)
* value[x] 1..1
* value[x] only code

// Messages -------------------------------------------------------------------

Extension: OutreachPurposeExtension
Id: outreach-purpose
Title: "Outreach purpose"
Description: "Why the messages of this activity are sent."
* insert ExtensionOfAnbu
* insert SaysWhere(ActivityDefinition)
* value[x] 1..1
* value[x] only code
* value[x] from OutreachPurposes (required)

Invariant: message-variable-name
Description: "The name of a variable must begin with a small letter and hold only letters and digits, and must not be one that is always there: patientName, clinicName, clinicPhone, anchorDate, dueDate, appointmentTime, optOut."
Severity: #error
Expression: "extension('name').value.matches('^[a-z][A-Za-z0-9]*$') and (extension('name').value in ('patientName' | 'clinicName' | 'clinicPhone' | 'anchorDate' | 'dueDate' | 'appointmentTime' | 'optOut')).not()"

Extension: MessageVariable
Id: message-variable
Title: "Message variable"
Description: "A value that the texts of this activity use as #{name}: FHIRPath with the same context as conditions."
* insert ExtensionOfAnbu
* insert SaysWhere(ActivityDefinition)
* obeys message-variable-name
* extension contains name 1..1 and language 0..1 and expression 1..1
* extension[language] ^short = "For texts of this language only; the name may then be there once for each"
* extension[language].value[x] only code
* extension[language].value[x] 1..1
* extension[language].value[x] from MessageLanguages (required)
* extension[name].value[x] only string
* extension[name].value[x] 1..1
* extension[expression].value[x] only Expression
* extension[expression].value[x] 1..1
* insert FhirPathOnly(extension[expression].value[x])

Invariant: message-variable-form
Description: "A variable in a text must be written #{name}, beginning with a small letter and holding only letters and digits; in Korean a particle may follow, as in #{name:은/는}."
Severity: #error
Expression: "extension('body').value.replaceMatches('#\\\\{[a-z][A-Za-z0-9]*(:[가-힣]+/[가-힣]+)?\\\\}', '').contains('#{').not()"

Invariant: message-label
Description: "A text must not carry the advertising label itself: the renderer adds it, with the free opt-out, where the law demands it."
Severity: #error
Expression: "(extension('body').value | extension('title').value).where(contains('(광고)') or contains('［広告］') or contains('(広告)')).empty()"

Invariant: message-button
Description: "A button needs a label of at most 14 characters without variables, and either an https address or an action, whose address the clinic sets."
Severity: #error
Expression: "extension('button').all(extension('label').value.length() <= 14 and extension('label').value.contains('#{').not() and (extension('url').exists() xor extension('action').exists()) and extension('url').all(value.startsWith('https://')))"

Invariant: message-image
Description: "A picture must be a JPEG or PNG at an https address without variables, and have a title that says what it shows."
Severity: #error
Expression: "extension('image').value.all((contentType = 'image/jpeg' or contentType = 'image/png') and url.startsWith('https://') and url.contains('#{').not() and title.exists() and title.contains('#{').not())"

Extension: MessageContent
Id: message-content
Title: "Message content"
Description: "The words of a message in one language, for one channel or for every channel without words of its own. With several parts, each part becomes a payload of its own."
* insert ExtensionOfAnbu
* insert SaysWhere(ActivityDefinition)
* obeys message-variable-form and message-label and message-button and message-image
* extension contains language 1..1 and channel 0..1 and part 0..1 and discreet 0..1 and tone 0..1 and title 0..1 and body 1..1 and image 0..1 and button 0..2
* extension[language].value[x] only code
* extension[language].value[x] 1..1
* extension[language].value[x] from MessageLanguages (required)
* extension[channel].value[x] only code
* extension[channel].value[x] 1..1
* extension[channel].value[x] from Channels (required)
* extension[part].value[x] only code
* extension[part].value[x] 1..1
* extension[part].value[x] from MessageParts (required)
* extension[discreet] ^short = "These words name no treatment, condition or result: for channels that others may read"
* extension[discreet].value[x] only boolean
* extension[discreet].value[x] 1..1
* extension[tone] ^short = "In which tone these words are; without one, the usual tone (formal)"
* extension[tone].value[x] only code
* extension[tone].value[x] 1..1
* extension[tone].value[x] from Tones (required)
* extension[image] ^short = "A picture; where the channel has none, its title and address are written instead"
* extension[image].value[x] only Attachment
* extension[image].value[x] 1..1
* extension[title].value[x] only string
* extension[title].value[x] 1..1
* extension[body].value[x] only string
* extension[body].value[x] 1..1
* extension[button].extension contains label 1..1 and url 0..1 and action 0..1 and needed 0..1
* extension[button].extension[label].value[x] only string
* extension[button].extension[label].value[x] 1..1
* extension[button].extension[url].value[x] only url
* extension[button].extension[url].value[x] 1..1
* extension[button].extension[action] ^short = "What the button is for; the address is a setting of the clinic"
* extension[button].extension[action].value[x] only code
* extension[button].extension[action].value[x] 1..1
* extension[button].extension[action].value[x] from ButtonActions (required)
* extension[button].extension[needed] ^short = "The message says nothing without this button: where it leads nowhere, nothing is sent"
* extension[button].extension[needed].value[x] only boolean
* extension[button].extension[needed].value[x] 1..1

Extension: TelecomButton
Id: telecom-button
Title: "Button of a telecom"
Description: "Which button under the clinic's messages leads to this url. On a telecom of a HealthcareService, a Location or an Organization; it counts before the clinic's settings."
* insert ExtensionOfAnbu
* insert SaysWhere(ContactPoint)
* value[x] 1..1
* value[x] only code
* value[x] from ButtonActions (required)

// Records ---------------------------------------------------------------------

Extension: PlannedDue
Id: planned-due
Title: "Planned due"
Description: "The instant the plan said, with offset. The occurrence differs from it when the message was deferred."
* insert ExtensionOfAnbu
* insert SaysWhere(CommunicationRequest)
* value[x] 1..1
* value[x] only dateTime

Extension: AnchorMoment
Id: anchor-moment
Title: "Anchor moment"
Description: "The instant the plan counted from, with offset. When the anchor moves, it tells that the request has to follow."
* insert ExtensionOfAnbu
* insert SaysWhere(CommunicationRequest)
* value[x] 1..1
* value[x] only dateTime

Extension: DeliveryStatusExtension
Id: delivery-status
Title: "Delivery status"
Description: "How far this message has come on its channel."
* insert ExtensionOfAnbu
* insert SaysWhere(Communication)
* value[x] 1..1
* value[x] only code
* value[x] from DeliveryStatuses (required)

Extension: Attempt
Id: attempt
Title: "Attempt"
Description: "Which attempt of its request this message is, counted from 1 over all channels."
* insert ExtensionOfAnbu
* insert SaysWhere(Communication)
* value[x] 1..1
* value[x] only positiveInt

Extension: AcknowledgeBy
Id: acknowledge-by
Title: "Acknowledge by"
Description: "The instant by which the person who complained must have heard that the complaint was received."
* insert ExtensionOfAnbu
* insert SaysWhere(Task)
* value[x] 1..1
* value[x] only dateTime

Extension: ReferredBy
Id: referred-by
Title: "Referred by"
Description: "The patient who sent this patient to the clinic."
* insert ExtensionOfAnbu
* insert SaysWhere(Encounter)
* insert SaysWhere(Patient)
* value[x] 1..1
* value[x] only Reference(Patient)

// What Anbu keeps beside the plans --------------------------------------------

Extension: SweepWatermark
Id: sweep-watermark
Title: "Sweep watermark"
Description: "How far one type of a server has been swept, by that server's own time."
* insert ExtensionOfAnbu
* insert SaysWhere(Basic)
* extension contains type 1..1 and last-updated 1..1
* extension[type] ^short = "The type of resource"
* extension[type].value[x] 1..1
* extension[type].value[x] only code
* extension[type].value[x] from http://hl7.org/fhir/ValueSet/resource-types (required)
* extension[last-updated] ^short = "Everything up to this instant is reconciled"
* extension[last-updated].value[x] 1..1
* extension[last-updated].value[x] only instant

Extension: Decision
Id: decision
Title: "Decision"
Description: "What was decided about a request, with every rule that was asked then: written in the same transaction as the decision, so that an old explanation stays what it was. The newest twelve are kept."
* insert ExtensionOfAnbu
* insert SaysWhere(CommunicationRequest)
* extension contains at 1..1 and kind 1..1 and scenario 1..1 and due 0..1 and trace 1..1
* extension[at] ^short = "When it was decided, by the clock of the plan"
* extension[at].value[x] 1..1
* extension[at].value[x] only dateTime
* extension[kind] ^short = "create, move, revoke, defer, send, hold, skip, migrate, withdraw or rollback"
* extension[kind].value[x] 1..1
* extension[kind].value[x] only code
* extension[scenario] ^short = "The scenario with its version"
* extension[scenario].value[x] 1..1
* extension[scenario].value[x] only canonical
* extension[due] ^short = "When it was to go out"
* extension[due].value[x] 1..1
* extension[due].value[x] only dateTime
* extension[trace] ^short = "The resources with their versions in the first line; then one rule a line: name, yes or the code of the reason, the numbers of the resources it looked at (from 0) or -, what else it said"
* extension[trace].value[x] 1..1
* extension[trace].value[x] only string

Extension: JoinedIn
Id: joined-in
Title: "Joined in"
Description: "The one message that this request was put into with others of its digest: written before a provider is called, so that after a kill it is known whom the message was for."
* insert ExtensionOfAnbu
* insert SaysWhere(CommunicationRequest)
* extension contains message 1..1 and leader 1..1
* extension[message] ^short = "Id of the Communication, which is there once the message went"
* extension[message].value[x] 1..1
* extension[message].value[x] only id
* extension[leader] ^short = "Id of the request whose time sends the message"
* extension[leader].value[x] 1..1
* extension[leader].value[x] only id

Extension: MigratedFrom
Id: migrated-from
Title: "Migrated from"
Description: "The version of the scenario that a request followed before it was migrated or withdrawn by $migrate-outreach: what a roll-back leads back to."
* insert ExtensionOfAnbu
* insert SaysWhere(CommunicationRequest)
* value[x] 1..1
* value[x] only canonical
