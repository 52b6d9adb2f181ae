Invariant: scenario-anchor
Description: "A scenario must have exactly one action with the id 'anchor', and it must be the first one: it says what starts the scenario."
Severity: #error
Expression: "action.where(id = 'anchor').count() = 1 and action.first().id = 'anchor'"

Invariant: scenario-step
Description: "A scenario needs at least one step besides the anchor: add an action that says when to send what."
Severity: #error
Expression: "action.count() > 1"

Invariant: scenario-step-ids
Description: "Every action needs an id of its own, in small letters, digits and hyphens, beginning with a letter: it becomes part of the key of each request."
Severity: #error
Expression: "action.all(id.exists() and id.matches('^[a-z][a-z0-9-]*$')) and action.id.isDistinct()"

Invariant: scenario-known-extensions
Description: "An extension of Anbu on a scenario must be one of exit-rule, exit-condition, until, collision-group, collision-priority, collision-scope, one-at-a-time, segment; any other would be ignored."
Severity: #error
Expression: "extension.url.where(startsWith('https://anbu-health.github.io/fhir/')).all($this in ('https://anbu-health.github.io/fhir/StructureDefinition/exit-rule' | 'https://anbu-health.github.io/fhir/StructureDefinition/exit-condition' | 'https://anbu-health.github.io/fhir/StructureDefinition/until' | 'https://anbu-health.github.io/fhir/StructureDefinition/collision-group' | 'https://anbu-health.github.io/fhir/StructureDefinition/collision-priority' | 'https://anbu-health.github.io/fhir/StructureDefinition/collision-scope' | 'https://anbu-health.github.io/fhir/StructureDefinition/one-at-a-time' | 'https://anbu-health.github.io/fhir/StructureDefinition/segment'))"

Invariant: scenario-collision
Description: "A collision priority or scope needs the collision group it counts in."
Severity: #error
Expression: "extension.url.where($this in ('https://anbu-health.github.io/fhir/StructureDefinition/collision-priority' | 'https://anbu-health.github.io/fhir/StructureDefinition/collision-scope')).exists() implies extension('https://anbu-health.github.io/fhir/StructureDefinition/collision-group').exists()"

Invariant: anchor-trigger
Description: "The anchor needs at least one trigger: it says which change, or which named date, starts the scenario."
Severity: #error
Expression: "id = 'anchor' implies trigger.exists()"

Invariant: anchor-date
Description: "An anchor that starts from data needs exactly one extension anchor-date, a FHIRPath of the date to count from; an anchor with a named event must not have one."
Severity: #error
Expression: "id = 'anchor' implies iif(trigger.where(type = 'named-event').exists(), extension('https://anbu-health.github.io/fhir/StructureDefinition/anchor-date').empty(), extension('https://anbu-health.github.io/fhir/StructureDefinition/anchor-date').count() = 1)"

Invariant: anchor-named-event
Description: "An anchor with a named event must have no other trigger, since each starts from another resource."
Severity: #error
Expression: "trigger.where(type = 'named-event').exists() implies trigger.count() = 1"

Invariant: anchor-programme-week
Description: "The trigger 'programme-week' needs the extension programme-week on the anchor, with month and week; nothing else may have it."
Severity: #error
Expression: "trigger.where(type = 'named-event' and name = 'programme-week').exists() = extension('https://anbu-health.github.io/fhir/StructureDefinition/programme-week').exists()"

Invariant: anchor-fixed-date
Description: "The trigger 'fixed-date' needs the extension anchor-day on the anchor, with the day; nothing else may have it."
Severity: #error
Expression: "trigger.where(type = 'named-event' and name = 'fixed-date').exists() = extension('https://anbu-health.github.io/fhir/StructureDefinition/anchor-day').exists()"

Invariant: anchor-only
Description: "The anchor must have no relatedAction, definitionCanonical, send-window, valid-for, step-owner or other time of a step: put them on the steps."
Severity: #error
Expression: "id = 'anchor' implies (relatedAction.empty() and definition.empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/send-window').empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/valid-for').empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/golden-time').empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/step-owner').empty() and extension.where(url in ('https://anbu-health.github.io/fhir/StructureDefinition/send-weekday' | 'https://anbu-health.github.io/fhir/StructureDefinition/holiday-rule' | 'https://anbu-health.github.io/fhir/StructureDefinition/spread' | 'https://anbu-health.github.io/fhir/StructureDefinition/until' | 'https://anbu-health.github.io/fhir/StructureDefinition/digest' | 'https://anbu-health.github.io/fhir/StructureDefinition/recurrence' | 'https://anbu-health.github.io/fhir/StructureDefinition/recurrence-count')).empty())"

Invariant: step-only
Description: "A step must have no trigger, anchor-date, anchor-day or programme-week: only the anchor starts a scenario."
Severity: #error
Expression: "id != 'anchor' implies (trigger.empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/anchor-date').empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/anchor-day').empty() and extension('https://anbu-health.github.io/fhir/StructureDefinition/programme-week').empty())"

Invariant: step-when
Description: "A step needs exactly one relatedAction, and its actionId must be 'anchor': it says when the step is due."
Severity: #error
Expression: "id != 'anchor' implies (relatedAction.count() = 1 and relatedAction.all(actionId = 'anchor'))"

Invariant: step-offset
Description: "A step is due before-start or after-start of the anchor with an offsetDuration, or concurrent-with-start (at once) without one."
Severity: #error
Expression: "relatedAction.all(iif(relationship = 'concurrent-with-start', offset.empty(), (relationship = 'before-start' or relationship = 'after-start') and offset.exists()))"

Invariant: step-what
Description: "A step needs a definitionCanonical: the ActivityDefinition that holds its words."
Severity: #error
Expression: "id != 'anchor' implies definition.exists()"

Invariant: step-recurrence
Description: "Only a step after an anchor that does not come every year by itself can recur, and a recurrence-count needs the recurrence it counts."
Severity: #error
Expression: "action.all((extension('https://anbu-health.github.io/fhir/StructureDefinition/recurrence').exists() implies (relatedAction.relationship = 'after-start' and %resource.action.trigger.where(name in ('birthday' | 'programme-week' | 'fixed-date')).empty())) and (extension('https://anbu-health.github.io/fhir/StructureDefinition/recurrence-count').exists() implies extension('https://anbu-health.github.io/fhir/StructureDefinition/recurrence').exists()))"

Invariant: step-at-once
Description: "A step that is due at once goes at once: it has no send-weekday, holiday-rule, spread or digest."
Severity: #error
Expression: "relatedAction.where(relationship = 'concurrent-with-start').exists() implies extension.where(url in ('https://anbu-health.github.io/fhir/StructureDefinition/send-weekday' | 'https://anbu-health.github.io/fhir/StructureDefinition/holiday-rule' | 'https://anbu-health.github.io/fhir/StructureDefinition/spread' | 'https://anbu-health.github.io/fhir/StructureDefinition/digest')).empty()"

Invariant: action-flat
Description: "Actions must not be nested: write every step directly below the scenario."
Severity: #error
Expression: "action.empty()"

Invariant: action-condition
Description: "A condition must be of the kind applicability."
Severity: #error
Expression: "condition.all(kind = 'applicability')"

Invariant: action-known-extensions
Description: "An extension on an action must be one of anchor-date, anchor-day, programme-week (on the anchor), send-window, valid-for, send-weekday, holiday-rule, spread, until, digest, recurrence, recurrence-count, golden-time, step-owner (on steps); any other would be ignored."
Severity: #error
Expression: "extension.url.all($this in ('https://anbu-health.github.io/fhir/StructureDefinition/anchor-date' | 'https://anbu-health.github.io/fhir/StructureDefinition/anchor-day' | 'https://anbu-health.github.io/fhir/StructureDefinition/programme-week' | 'https://anbu-health.github.io/fhir/StructureDefinition/send-window' | 'https://anbu-health.github.io/fhir/StructureDefinition/valid-for' | 'https://anbu-health.github.io/fhir/StructureDefinition/golden-time' | 'https://anbu-health.github.io/fhir/StructureDefinition/send-weekday' | 'https://anbu-health.github.io/fhir/StructureDefinition/holiday-rule' | 'https://anbu-health.github.io/fhir/StructureDefinition/spread' | 'https://anbu-health.github.io/fhir/StructureDefinition/until' | 'https://anbu-health.github.io/fhir/StructureDefinition/digest' | 'https://anbu-health.github.io/fhir/StructureDefinition/recurrence' | 'https://anbu-health.github.io/fhir/StructureDefinition/recurrence-count' | 'https://anbu-health.github.io/fhir/StructureDefinition/step-owner'))"

Invariant: trigger-kind
Description: "A trigger must be data-added or data-modified with exactly one data requirement, or the named event 'birthday', 'first-contact', 'last-visit', 'fixed-date' or 'programme-week' without data."
Severity: #error
Expression: "((type = 'data-added' or type = 'data-modified') and data.count() = 1) or (type = 'named-event' and data.empty() and (name = 'birthday' or name = 'first-contact' or name = 'last-visit' or name = 'fixed-date' or name = 'programme-week'))"

Invariant: trigger-type
Description: "The data of a trigger must be of the type Procedure, Appointment, Encounter, Consent or Patient."
Severity: #error
Expression: "type = 'Consent' or type = 'Procedure' or type = 'Appointment' or type = 'Encounter' or type = 'Patient'"

Invariant: trigger-filter
Description: "A code filter needs the path code, status, type or reasonCode, and either a value set or codes, not both."
Severity: #error
Expression: "(path = 'code' or path = 'status' or path = 'type' or path = 'reasonCode') and (valueSet.exists() xor code.exists())"

Invariant: trigger-from-status
Description: "Only a filter with the path status may have a from-status."
Severity: #error
Expression: "extension('https://anbu-health.github.io/fhir/StructureDefinition/from-status').exists() implies path = 'status'"

Profile: OutreachScenario
Parent: PlanDefinition
Id: outreach-scenario
Title: "Outreach scenario"
Description: "Who should hear what, when and why. The profile accepts exactly what the planner understands, so a scenario that is stored is a scenario that works."
* insert ProfileOfAnbu
* obeys scenario-anchor and scenario-step and scenario-step-ids and scenario-known-extensions and scenario-collision and step-recurrence
* url 1..1
* version 1..1
* title 1..1
* type 1..1
* type = $plan-type#eca-rule
* goal 1..*
* goal ^definition = "What the scenario is for. A scenario without a goal is refused."
* action 1..*
* library 0..0
* modifierExtension 0..0
* extension contains
    ExitRuleExtension named exitRule 1..* and
    ExitCondition named exitCondition 0..* and
    Until named until 0..1 and
    CollisionGroup named collisionGroup 0..1 and
    CollisionPriority named collisionPriority 0..1 and
    CollisionScopeExtension named collisionScope 0..1 and
    SegmentOfScenario named segment 0..1 and
    OneAtATime named oneAtATime 0..1
* extension[exitRule] ^definition = "What ends the scenario for a patient. A scenario without an exit rule is refused."
* action obeys anchor-trigger and anchor-date and anchor-named-event and anchor-programme-week and anchor-fixed-date and anchor-only and step-only and step-when and step-offset and step-what and step-at-once and action-flat and action-condition and action-known-extensions
* action.extension contains
    AnchorDate named anchorDate 0..1 and
    AnchorDay named anchorDay 0..1 and
    ProgrammeWeek named programmeWeek 0..1 and
    SendWindow named sendWindow 0..1 and
    ValidFor named validFor 0..1 and
    SendWeekday named sendWeekday 0..7 and
    HolidayRuleExtension named holidayRule 0..1 and
    Spread named spread 0..1 and
    Until named until 0..1 and
    Digest named digest 0..1 and
    RecurrenceExtension named recurrence 0..1 and
    RecurrenceCount named recurrenceCount 0..1 and
    GoldenTimeOfStep named goldenTime 0..1 and
    StepOwner named stepOwner 0..1
* action.modifierExtension 0..0
* action.timing[x] 0..0
* action.participant 0..0
* action.type 0..0
* action.subject[x] 0..0
* action.groupingBehavior 0..0
* action.selectionBehavior 0..0
* action.requiredBehavior 0..0
* action.precheckBehavior 0..0
* action.cardinalityBehavior 0..0
* action.transform 0..0
* action.dynamicValue 0..0
* action.input 0..0
* action.output 0..0
* action.definition[x] only canonical
* action.definition[x] only Canonical(ActivityDefinition)
* action.condition.expression 1..1
* insert FhirPathOnly(action.condition.expression)
* action.relatedAction.offset[x] only Duration
* action.relatedAction.offset[x] obeys duration-understood
* action.trigger obeys trigger-kind
* action.trigger.timing[x] 0..0
* action.trigger.condition 0..0
* action.trigger.data obeys trigger-type
* action.trigger.data.profile 0..0
* action.trigger.data.subject[x] 0..0
* action.trigger.data.mustSupport 0..0
* action.trigger.data.dateFilter 0..0
* action.trigger.data.limit 0..0
* action.trigger.data.sort 0..0
* action.trigger.data.codeFilter obeys trigger-filter and trigger-from-status
* action.trigger.data.codeFilter.extension contains FromStatus named fromStatus 0..*
* action.trigger.data.codeFilter.searchParam 0..0
