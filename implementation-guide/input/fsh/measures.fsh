Instance: revisit-rate
InstanceOf: Measure
Usage: #definition
Title: "Revisit rate"
* url = "https://anbu-health.github.io/fhir/Measure/revisit-rate"
* version = "0.1.0"
* name = "RevisitRate"
* title = "Revisit rate"
* status = #active
* experimental = false
* publisher = "Anbu"
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* description = "The share of patients who came back. Of the patients with at least one finished Encounter that starts in the period (the denominator), those with another finished Encounter that starts on a later local date than their first one in the period, at most 180 days after it, also when that is after the end of the period (the numerator). The local date is that of Encounter.period.start in the clinic's time zone; two visits on one day are one visit. The period includes its first and its last local day. Until 180 days after the period the rate can still rise. The number of messages sent is no part of it."
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#proportion
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#initial-population
* group.population[=].description = "Patients with at least one finished Encounter that starts in the period."
* group.population[=].criteria.description = "%firstVisit is the local date of the patient's first finished Encounter in the period, empty without one."
* group.population[=].criteria.language = #text/fhirpath
* group.population[=].criteria.expression = "%firstVisit.exists()"
* group.population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[=].description = "The same patients."
* group.population[=].criteria.language = #text/fhirpath
* group.population[=].criteria.expression = "%firstVisit.exists()"
* group.population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[=].description = "Those with another finished Encounter on a later local date, at most 180 days after the first one in the period."
* group.population[=].criteria.description = "%visits are the local dates of all finished Encounters of the patient."
* group.population[=].criteria.language = #text/fhirpath
* group.population[=].criteria.expression = "%visits.where($this > %firstVisit and $this <= %firstVisit + 180 days).exists()"

Instance: response-rate
InstanceOf: Measure
Usage: #definition
Title: "Response rate"
* url = "https://anbu-health.github.io/fhir/Measure/response-rate"
* version = "0.1.0"
* name = "ResponseRate"
* title = "Response rate"
* status = #active
* experimental = false
* publisher = "Anbu"
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#Patient
* description = "The share of sent messages after which the patient booked, came or replied, for each scenario, step and offset. Denominator: requests of which a provider took a message that was sent in the period (delivery-status submitted, accepted, delivered, read or replied); several attempts of one request are one, counted at the first. Numerator: those whose patient, after that message and at most 14 local days later, booked an Appointment (Appointment.created), came (a finished Encounter started) or wrote (a Communication that is no complaint and no opt-out). Days are those of the clinic's time zone; the period includes its first and its last day, and the rate can rise until 14 days after it. One response counts for every message that it follows: the rate says what followed, not what was caused. A stratum of fewer than 30 messages is marked small-count: do not choose an offset by it."
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#proportion
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#initial-population
* group.population[=].description = "Requests of which a provider took a message in the period."
* group.population[=].criteria.description = "%firstSent is when the first message of the request that a provider took was sent, empty without one."
* group.population[=].criteria.language = #text/fhirpath
* group.population[=].criteria.expression = "%firstSent.exists()"
* group.population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[=].description = "The same requests."
* group.population[=].criteria.language = #text/fhirpath
* group.population[=].criteria.expression = "%firstSent.exists()"
* group.population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[=].description = "Those that a response followed within 14 local days."
* group.population[=].criteria.description = "%responses are the instants at which the patient booked, came or wrote."
* group.population[=].criteria.language = #text/fhirpath
* group.population[=].criteria.expression = "%responses.where($this > %firstSent and $this <= %firstSent + 14 days).exists()"
* group.stratifier.component[0].code.text = "scenario"
* group.stratifier.component[=].criteria.language = #text/fhirpath
* group.stratifier.component[=].criteria.expression = "%scenario"
* group.stratifier.component[+].code.text = "step"
* group.stratifier.component[=].criteria.language = #text/fhirpath
* group.stratifier.component[=].criteria.expression = "%step"
* group.stratifier.component[+].code.text = "offset"
* group.stratifier.component[=].criteria.language = #text/fhirpath
* group.stratifier.component[=].criteria.expression = "%offset"

Extension: SmallCount
Id: small-count
Title: "Small count"
Description: "There are too few of these to compare them with others by their share."
* insert ExtensionOfAnbu
* insert SaysWhere(MeasureReport.group.stratifier.stratum)
* value[x] 1..1
* value[x] only boolean
