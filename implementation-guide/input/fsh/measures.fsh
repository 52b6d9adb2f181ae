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
