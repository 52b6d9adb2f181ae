RuleSet: WithSnomed
* ^copyright = "This value set includes content from SNOMED CT, which is copyright of SNOMED International. Using it needs a licence where the country has none."

ValueSet: BotulinumToxinTreatment
Id: botulinum-toxin-treatment
Title: "Botulinum toxin treatment"
Description: "Codes of a botulinum toxin injection, ours and SNOMED CT."
* insert ValuesOfAnbu
* insert WithSnomed
* $treatment#botulinum-toxin "Botulinum toxin injection"
* $sct#404909007 "Injection of botulinum toxin (procedure)"

ValueSet: DermalFillerTreatment
Id: dermal-filler-treatment
Title: "Dermal filler treatment"
Description: "Codes of a dermal filler injection. No SNOMED CT code is listed because none could be verified; a clinic adds the one its edition has."
* insert ValuesOfAnbu
* $treatment#dermal-filler "Dermal filler injection"

ValueSet: DentalImplantTreatment
Id: dental-implant-treatment
Title: "Dental implant treatment"
Description: "Codes of the placement of a dental implant. No SNOMED CT code is listed because none could be verified; a clinic adds the one its edition has."
* insert ValuesOfAnbu
* $treatment#dental-implant "Dental implant"

ValueSet: OrthodonticTreatment
Id: orthodontic-treatment
Title: "Orthodontic treatment"
Description: "Codes of an orthodontic treatment, ours and SNOMED CT."
* insert ValuesOfAnbu
* insert WithSnomed
* $treatment#orthodontic-treatment "Orthodontic treatment"
* $sct#122452007 "Comprehensive orthodontic treatment (procedure)"

ValueSet: DentalScalingTreatment
Id: dental-scaling-treatment
Title: "Dental scaling treatment"
Description: "Codes of dental scaling, ours and SNOMED CT."
* insert ValuesOfAnbu
* insert WithSnomed
* $treatment#dental-scaling "Dental scaling"
* $sct#1260009003 "Removal of supragingival plaque and calculus from all teeth using dental instrument (procedure)"
* $sct#1260010008 "Removal of subgingival plaque and calculus from all teeth using dental instrument (procedure)"

// Listed code by code, so that every reader can expand it without a terminology server.
ValueSet: AnyTreatment
Id: any-treatment
Title: "Any treatment"
Description: "Every code of a treatment that packaged scenarios know, ours and SNOMED CT."
* insert ValuesOfAnbu
* insert WithSnomed
* $treatment#botulinum-toxin "Botulinum toxin injection"
* $treatment#dermal-filler "Dermal filler injection"
* $treatment#dental-implant "Dental implant"
* $treatment#orthodontic-treatment "Orthodontic treatment"
* $treatment#dental-scaling "Dental scaling"
* $sct#404909007 "Injection of botulinum toxin (procedure)"
* $sct#122452007 "Comprehensive orthodontic treatment (procedure)"
* $sct#1260009003 "Removal of supragingival plaque and calculus from all teeth using dental instrument (procedure)"
* $sct#1260010008 "Removal of subgingival plaque and calculus from all teeth using dental instrument (procedure)"

Instance: treatment-to-snomed
InstanceOf: ConceptMap
Usage: #definition
Title: "Treatments in SNOMED CT"
Description: "SNOMED CT equivalents of our treatment codes. Dermal filler and dental implant have none yet: no code could be verified against a published edition."
* url = "https://anbu-health.github.io/fhir/ConceptMap/treatment-to-snomed"
* version = "0.1.0"
* name = "TreatmentToSnomed"
* title = "Treatments in SNOMED CT"
* status = #active
* experimental = false
* publisher = "Anbu"
* description = "SNOMED CT equivalents of our treatment codes. Dermal filler and dental implant have none yet: no code could be verified against a published edition."
* sourceCanonical = "https://anbu-health.github.io/fhir/ValueSet/any-treatment"
* group.source = "https://anbu-health.github.io/fhir/CodeSystem/treatment"
* group.target = "http://snomed.info/sct"
* group.element[0].code = #botulinum-toxin
* group.element[=].display = "Botulinum toxin injection"
* group.element[=].target.code = #404909007
* group.element[=].target.display = "Injection of botulinum toxin (procedure)"
* group.element[=].target.equivalence = #equivalent
* group.element[+].code = #orthodontic-treatment
* group.element[=].display = "Orthodontic treatment"
* group.element[=].target.code = #122452007
* group.element[=].target.display = "Comprehensive orthodontic treatment (procedure)"
* group.element[=].target.equivalence = #narrower
* group.element[=].target.comment = "Ours also covers limited and interceptive treatment."
* group.element[+].code = #dental-scaling
* group.element[=].display = "Dental scaling"
* group.element[=].target[0].code = #1260009003
* group.element[=].target[=].display = "Removal of supragingival plaque and calculus from all teeth using dental instrument (procedure)"
* group.element[=].target[=].equivalence = #narrower
* group.element[=].target[=].comment = "Ours does not say above or below the gum."
* group.element[=].target[+].code = #1260010008
* group.element[=].target[=].display = "Removal of subgingival plaque and calculus from all teeth using dental instrument (procedure)"
* group.element[=].target[=].equivalence = #narrower
* group.element[=].target[=].comment = "Ours does not say above or below the gum."
* group.element[+].code = #dermal-filler
* group.element[=].display = "Dermal filler injection"
* group.element[=].target.equivalence = #unmatched
* group.element[=].target.comment = "No SNOMED CT code could be verified."
* group.element[+].code = #dental-implant
* group.element[=].display = "Dental implant"
* group.element[=].target.equivalence = #unmatched
* group.element[=].target.comment = "No SNOMED CT code could be verified."
