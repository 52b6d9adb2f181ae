CodeSystem: GoldenTimeEntry
Id: golden-time
Title: "Golden time"
Description: "The times at which a treatment is asked after. A step names one; the golden-time table says how long after the treatment it is."
* insert CodesOfAnbu
* ^content = #complete
* #first-check "First look" "How the patient is soon after the treatment."
* #retouch "Retouch" "When a repetition may be talked about."
* #check-up "Check-up" "When the clinic would like to look again."
* #yearly-check-up "Yearly check-up" "A look after a year."
* insert Said(first-check, [["시술 후 첫 확인"]], [["施術後の最初の確認"]], [["نخستین پیگیری"]])
* insert Said(retouch, [["리터치 상담 시기"]], [["リタッチのご相談時期"]], [["زمان گفت‌وگو دربارهٔ ترمیم"]])
* insert Said(check-up, [["정기 점검"]], [["定期チェック"]], [["معاینهٔ دوره‌ای"]])
* insert Said(yearly-check-up, [["1년 점검"]], [["1年後のチェック"]], [["معاینهٔ سالانه"]])

Extension: GoldenOffset
Id: golden-offset
Title: "Golden offset"
Description: "How long after the treatment its golden time is."
* insert ExtensionOfAnbu
* insert SaysWhere(ConceptMap.group.element.target)
* value[x] 1..1
* value[x] only Duration
* value[x] obeys duration-understood

Extension: GoldenTimeOfStep
Id: golden-time
Title: "Golden time of a step"
Description: "The entry of the golden-time table whose offset for the treatment of the anchor replaces the offset of relatedAction. Without any table on the server the step's own offset holds; a treatment that no table has gets no message (reason no-golden-time)."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition.action)
* value[x] 1..1
* value[x] only code

Extension: PlannedGoldenTime
Id: planned-golden-time
Title: "Planned golden time"
Description: "The offset, and the golden-time table with its version, that the request was planned with. It stays when the table changes."
* insert ExtensionOfAnbu
* insert SaysWhere(CommunicationRequest)
* extension contains offset 1..1 and table 1..1
* extension[offset].value[x] only Duration
* extension[offset].value[x] 1..1
* extension[table].value[x] only canonical
* extension[table].value[x] 1..1

Profile: GoldenTimeTable
Parent: ConceptMap
Id: golden-time-table
Title: "Golden-time table"
Description: "When it is time to ask after a treatment: from the codes of treatments, of whatever system, to golden times, each with its offset. A clinic puts a table of its own for the treatments it sees otherwise; its rows go before the packaged ones, and a table with a useContext before one without. The scenarios stay as they are."
* insert ProfileOfAnbu
* url 1..1
* version 1..1
* title 1..1
* group 1..*
* group.source 1..1
* extension contains ToneExtension named tone 0..1
* group.target 1..1
* group.target = "https://anbu-health.github.io/fhir/CodeSystem/golden-time"
* group.element.code 1..1
* group.element.target 1..*
* group.element.target.code 1..1
* group.element.target.extension contains GoldenOffset named offset 1..1

RuleSet: GoldenRow(treatment, display, entry, name, number, unit, words)
* group[=].element[+].code = #{treatment}
* group[=].element[=].display = {display}
* insert AlsoGolden({entry}, {name}, {number}, {unit}, {words})

RuleSet: AlsoGolden(entry, name, number, unit, words)
* group[=].element[=].target[+].code = #{entry}
* group[=].element[=].target[=].display = {name}
* group[=].element[=].target[=].equivalence = #relatedto
* group[=].element[=].target[=].extension[offset].valueDuration = {number} $ucum#{unit} "{words}"

Instance: golden-times
InstanceOf: GoldenTimeTable
Usage: #definition
Title: "Golden times"
Description: "The packaged golden-time table. Not yet reviewed by a clinician."
* url = "https://anbu-health.github.io/fhir/ConceptMap/golden-times"
* version = "0.1.0"
* name = "GoldenTimes"
* title = "Golden times"
* status = #active
* experimental = false
* publisher = "Anbu"
* description = "When the packaged scenarios ask after each treatment. Not yet reviewed by a clinician: have the intervals approved, or put a table of your own."
* group[+].source = "https://anbu-health.github.io/fhir/CodeSystem/treatment"
* group[=].target = "https://anbu-health.github.io/fhir/CodeSystem/golden-time"
* insert GoldenRow(botulinum-toxin, "Botulinum toxin injection", retouch, "Retouch", 3, mo, months)
* insert GoldenRow(dermal-filler, "Dermal filler injection", first-check, "First look", 1, mo, month)
* insert AlsoGolden(retouch, "Retouch", 6, mo, months)
* insert GoldenRow(dental-implant, "Dental implant", check-up, "Check-up", 6, mo, months)
* insert AlsoGolden(yearly-check-up, "Yearly check-up", 1, a, year)
* insert GoldenRow(orthodontic-treatment, "Orthodontic treatment", check-up, "Check-up", 6, mo, months)
* insert GoldenRow(dental-scaling, "Dental scaling", check-up, "Check-up", 6, mo, months)
* group[+].source = "http://snomed.info/sct"
* group[=].target = "https://anbu-health.github.io/fhir/CodeSystem/golden-time"
* insert GoldenRow(404909007, "Injection of botulinum toxin (procedure\)", retouch, "Retouch", 3, mo, months)
* insert GoldenRow(122452007, "Comprehensive orthodontic treatment (procedure\)", check-up, "Check-up", 6, mo, months)
* insert GoldenRow(1260009003, "Removal of supragingival plaque and calculus from all teeth using dental instrument (procedure\)", check-up, "Check-up", 6, mo, months)
* insert GoldenRow(1260010008, "Removal of subgingival plaque and calculus from all teeth using dental instrument (procedure\)", check-up, "Check-up", 6, mo, months)

RuleSet: SpecialtyPack(id, name, title, specialty, text, tone)
* url = "https://anbu-health.github.io/fhir/ConceptMap/{id}"
* version = "0.1.0"
* name = {name}
* title = {title}
* status = #active
* experimental = false
* publisher = "Anbu"
* useContext.code = http://terminology.hl7.org/CodeSystem/usage-context-type#focus
* useContext.valueCodeableConcept.coding.code = #{specialty}
* useContext.valueCodeableConcept.text = {text}
* extension[tone].valueCode = #{tone}
* group[+].source = "https://anbu-health.github.io/fhir/CodeSystem/treatment"
* group[=].target = "https://anbu-health.github.io/fhir/CodeSystem/golden-time"

// What a clinic starts from that says what it is; its own tables go before.
Instance: specialty-dentistry
InstanceOf: GoldenTimeTable
Usage: #definition
Title: "Dentistry"
Description: "The specialty pack of dentistry. Not yet reviewed by a clinician."
* insert SpecialtyPack(specialty-dentistry, "SpecialtyDentistry", "Dentistry", dentistry, "Dentistry", formal)
* description = "What a dental clinic starts from: an earlier first look at implants and retainers, and the formal tone. Not yet reviewed by a clinician: have the intervals approved, or put a table of your own."
* insert GoldenRow(dental-implant, "Dental implant", check-up, "Check-up", 4, mo, months)
* insert AlsoGolden(yearly-check-up, "Yearly check-up", 1, a, year)
* insert GoldenRow(orthodontic-treatment, "Orthodontic treatment", check-up, "Check-up", 3, mo, months)

Instance: specialty-aesthetics
InstanceOf: GoldenTimeTable
Usage: #definition
Title: "Aesthetic medicine"
Description: "The specialty pack of aesthetic medicine. Not yet reviewed by a clinician."
* insert SpecialtyPack(specialty-aesthetics, "SpecialtyAesthetics", "Aesthetic medicine", aesthetics, "Aesthetic medicine", warm)
* description = "What an aesthetic clinic starts from: an earlier first look at fillers, later talk of a repetition, and the warm tone. Not yet reviewed by a clinician: have the intervals approved, or put a table of your own."
* insert GoldenRow(botulinum-toxin, "Botulinum toxin injection", retouch, "Retouch", 4, mo, months)
* insert GoldenRow(dermal-filler, "Dermal filler injection", first-check, "First look", 2, wk, weeks)
* insert AlsoGolden(retouch, "Retouch", 9, mo, months)
