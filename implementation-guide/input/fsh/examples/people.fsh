RuleSet: Reachable(number)
* telecom.system = #phone
* telecom.use = #mobile
* telecom.value = "{number}"

Instance: example-patient-ko
InstanceOf: Patient
Usage: #example
Title: "A patient who speaks Korean"
* name.use = #official
* name.family = "김"
* name.given = "하늘"
* name.text = "김하늘"
* gender = #female
* birthDate = "1988-04-12"
* communication.language = urn:ietf:bcp:47#ko
* communication.preferred = true
* insert Reachable(010-0000-0001)

Instance: example-patient-ja
InstanceOf: Patient
Usage: #example
Title: "A patient who speaks Japanese"
* name.use = #official
* name.family = "山田"
* name.given = "葵"
* name.text = "山田 葵"
* gender = #female
* birthDate = "1979-11-03"
* communication.language = urn:ietf:bcp:47#ja
* communication.preferred = true
* insert Reachable(+81 90-0000-0002)

Instance: example-patient-fa
InstanceOf: Patient
Usage: #example
Title: "A patient who speaks Persian"
* name.use = #official
* name.family = "رضایی"
* name.given = "آرش"
* name.text = "آرش رضایی"
* gender = #male
* birthDate = "1991-02-20"
* communication.language = urn:ietf:bcp:47#fa
* communication.preferred = true
* insert Reachable(+98 900 000 0003)

Instance: example-patient-en
InstanceOf: Patient
Usage: #example
Title: "A patient who speaks English and was referred by another patient"
* extension[+].url = "https://anbu-health.github.io/fhir/StructureDefinition/referred-by"
* extension[=].valueReference = Reference(example-patient-ko)
* name.use = #official
* name.family = "Smith"
* name.given = "Mary"
* name.prefix = "Ms"
* gender = #female
* birthDate = "1965-07-30"
* communication.language = urn:ietf:bcp:47#en
* communication.preferred = true
* insert Reachable(+1 202-555-0104)

Instance: example-first-visit
InstanceOf: Encounter
Usage: #example
Title: "A first visit of a patient whom another patient sent"
* extension[+].url = "https://anbu-health.github.io/fhir/StructureDefinition/referred-by"
* extension[=].valueReference = Reference(example-patient-ko)
* status = #finished
* class = $act-code#AMB "ambulatory"
* subject = Reference(example-patient-en)
* period.start = "2026-03-02T14:00:00+09:00"
* period.end = "2026-03-02T14:40:00+09:00"

Instance: example-botulinum-toxin
InstanceOf: Procedure
Usage: #example
Title: "A treatment that starts botox-retouch"
* status = #completed
* code = $treatment#botulinum-toxin "Botulinum toxin injection"
* subject = Reference(example-patient-ko)
* performedDateTime = "2026-03-31"

Instance: example-appointment
InstanceOf: Appointment
Usage: #example
Title: "An appointment that starts appointment-reminder"
* status = #booked
* start = "2026-06-15T14:30:00+09:00"
* end = "2026-06-15T15:00:00+09:00"
* participant.actor = Reference(example-patient-ko)
* participant.status = #accepted

Instance: example-consent-recall
InstanceOf: PurposeConsent
Usage: #example
Title: "A patient who asked to be reminded"
* status = #active
* scope = $consent-scope#patient-privacy
* category = $purpose#recall "Recall"
* patient = Reference(example-patient-ko)
* dateTime = "2026-03-31T11:20:00+09:00"
* policyRule = $act-code#OPTIN
* provision.type = #permit

Instance: example-consent-advertising
InstanceOf: PurposeConsent
Usage: #example
Title: "A patient who agrees to advertising by text message for two years"
* status = #active
* scope = $consent-scope#patient-privacy
* category = $purpose#advertising "Advertising"
* patient = Reference(example-patient-ko)
* dateTime = "2026-03-31T11:20:00+09:00"
* policyRule = $act-code#OPTIN
* provision.type = #permit
* provision.period.start = "2026-03-31"
* provision.period.end = "2028-03-30"
* provision.code = $channel#sms "Text message"

Instance: example-opt-out
InstanceOf: OptOut
Usage: #example
Title: "A patient who wants no messages"
* status = #active
* scope = $consent-scope#patient-privacy
* category = $loinc#59284-0
* patient = Reference(example-patient-ja)
* dateTime = "2026-05-02T08:15:00+09:00"
* policyRule = $act-code#OPTOUT
* provision.type = #deny

Instance: example-opt-out-advertising
InstanceOf: OptOut
Usage: #example
Title: "A patient who wants no advertising by text message"
* status = #active
* scope = $consent-scope#patient-privacy
* category = $purpose#advertising "Advertising"
* patient = Reference(example-patient-fa)
* dateTime = "2026-05-02T08:15:00+03:30"
* policyRule = $act-code#OPTOUT
* provision.type = #deny
* provision.code = $channel#sms "Text message"

Instance: example-vip-flag
InstanceOf: VipFlag
Usage: #example
Title: "A patient who referred five others"
* status = #active
* code = $vip-tier#A "Tier A"
* subject = Reference(example-patient-ko)
* period.start = "2026-12-10"
