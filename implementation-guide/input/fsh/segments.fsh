CodeSystem: SegmentCharacteristic
Id: segment-characteristic
Title: "Segment characteristic"
Description: "What patients can be told apart by, as of a day."
* insert CodesOfAnbu
* #treatment-type "Treatment type" "Has had one of these treatments: a CodeableConcept with their codes."
* #visit-frequency "Visit frequency" "On how many days of the last twelve months the patient was here: a Range."
* #satisfaction "Satisfaction" "The last feedback of the last twelve months: satisfied after praise, dissatisfied after a complaint, else unknown."
* #referral-potential "Referral potential" "proven after a referral; likely for who was here on three days of the last twelve months or is satisfied; unlikely for who is dissatisfied; else unknown."
* #journey-stage "Journey stage" "unknown, first-contact, before-first-visit (booked), after-first-visit (the week after), until-check-up, regular (from the second visit on)."
* insert Said(treatment-type, [["시술 종류"]], [["治療の種類"]], [["نوع درمان"]])
* insert Said(visit-frequency, [["방문 빈도"]], [["来院頻度"]], [["دفعات مراجعه"]])
* insert Said(satisfaction, [["만족도"]], [["満足度"]], [["رضایت"]])
* insert Said(referral-potential, [["소개 가능성"]], [["紹介の見込み"]], [["احتمال معرفی دیگران"]])
* insert Said(journey-stage, [["여정 단계"]], [["来院ステージ"]], [["مرحلهٔ مسیر بیمار"]])

ValueSet: SegmentCharacteristics
Id: segment-characteristic
Title: "Segment characteristics"
Description: "What patients can be told apart by."
* insert ValuesOfAnbu
* include codes from system SegmentCharacteristic

Extension: SegmentCriteria
Id: segment-criteria
Title: "Segment criteria"
Description: "FHIRPath over the patient that must be true, beside the characteristics."
* insert ExtensionOfAnbu
* insert SaysWhere(Group)
* value[x] 1..1
* value[x] only Expression
* insert FhirPathOnly(value[x])

Extension: SegmentOfScenario
Id: segment
Title: "Segment"
Description: "The Group of profile segment that a patient must belong to when a step is planned, and still when it is sent."
* insert ExtensionOfAnbu
* insert SaysWhere(PlanDefinition)
* value[x] 1..1
* value[x] only Reference(Group)

Profile: Segment
Parent: Group
Id: segment-group
Title: "Segment"
Description: "Patients by what the records say of them. It lists nobody: GET Group/[id]/$segment-members?date= says who belongs to it at the end of a day, and says the same whenever it is asked about that day."
* insert ProfileOfAnbu
* type = #person
* actual = false
* name 1..1
* member 0..0
* characteristic.code from SegmentCharacteristics (required)
* characteristic.value[x] only CodeableConcept or Range
* characteristic.period 0..0
* modifierExtension 0..0
* extension contains SegmentCriteria named criteria 0..1
