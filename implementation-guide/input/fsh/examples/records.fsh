Instance: example-request
InstanceOf: OutreachRequest
Usage: #example
Title: "A planned recall"
* identifier.system = "https://anbu-health.github.io/fhir/sid/outreach-key"
* identifier.value = "botox-retouch:three-months-after:Procedure/example-botulinum-toxin"
* groupIdentifier.system = "https://anbu-health.github.io/fhir/sid/scenario-instance"
* groupIdentifier.value = "botox-retouch:Procedure/example-botulinum-toxin"
* status = #active
* category = $purpose#recall "Recall"
* medium = $channel#sms "Text message"
* subject = Reference(example-patient-ko)
* about = Reference(example-botulinum-toxin)
* occurrenceDateTime = "2026-06-30T10:00:00+09:00"
* authoredOn = "2026-03-31T11:25:00+09:00"
* recipient = Reference(example-patient-ko)
* extension[plannedDue].valueDateTime = "2026-06-30T10:00:00+09:00"
* extension[anchorMoment].valueDateTime = "2026-03-31T00:00:00+09:00"
* extension[instantiates].valueCanonical = "https://anbu-health.github.io/fhir/PlanDefinition/botox-retouch|0.1.0"

Instance: example-request-revoked
InstanceOf: OutreachRequest
Usage: #example
Title: "A recall that was withdrawn because the patient came in"
* identifier.system = "https://anbu-health.github.io/fhir/sid/outreach-key"
* identifier.value = "botox-retouch:three-months-after:Procedure/example-earlier"
* groupIdentifier.system = "https://anbu-health.github.io/fhir/sid/scenario-instance"
* groupIdentifier.value = "botox-retouch:Procedure/example-earlier"
* status = #revoked
* statusReason = $reason#visited-since "Visited since"
* category = $purpose#recall "Recall"
* subject = Reference(example-patient-ko)
* about = Reference(example-botulinum-toxin)
* occurrenceDateTime = "2026-03-30T10:00:00+09:00"
* authoredOn = "2025-12-30T11:25:00+09:00"
* recipient = Reference(example-patient-ko)
* extension[instantiates].valueCanonical = "https://anbu-health.github.io/fhir/PlanDefinition/botox-retouch|0.1.0"

Instance: example-message
InstanceOf: OutreachMessage
Usage: #example
Title: "A delivered message in two parts"
* meta.tag = $tag#simulated "Simulated"
* identifier.system = "https://anbu-health.github.io/fhir/sid/provider-message/twilio"
* identifier.value = "SM00000000000000000000000000000001"
* basedOn = Reference(example-request)
* status = #completed
* category = $purpose#recall "Recall"
* medium = $channel#sms "Text message"
* subject = Reference(example-patient-ko)
* recipient = Reference(example-patient-ko)
* sent = "2026-06-30T10:00:02+09:00"
* received = "2026-06-30T10:00:06+09:00"
* payload[0].contentString = "(광고) 김하늘님, 안부의원입니다. 2026년 3월 31일 시술 이후 좀 어떠신가요? ..."
* payload[1].contentString = "다시 시술을 고려하신다면 ... 무료수신거부 080-000-0000"
* extension[deliveryStatus].valueCode = #delivered
* extension[attempt].valuePositiveInt = 1

Instance: example-message-not-sent
InstanceOf: OutreachMessage
Usage: #example
Title: "A message that a rule stopped right before sending"
* basedOn = Reference(example-request-revoked)
* status = #not-done
* statusReason = $reason#opt-out "Opted out"
* category = $purpose#recall "Recall"
* subject = Reference(example-patient-ko)
* extension[deliveryStatus].valueCode = #skipped
* extension[attempt].valuePositiveInt = 1

Instance: example-complaint
InstanceOf: Complaint
Usage: #example
Title: "A complaint from the web form"
* status = #completed
* category = $feedback#complaint "Complaint"
* medium = $channel#web "Web form"
* subject = Reference(example-patient-ko)
* sender = Reference(example-patient-ko)
* received = "2026-06-18T21:40:00+09:00"
* payload.contentString = "예약 시간보다 한 시간이나 기다렸는데 아무 설명이 없었습니다."

Instance: example-complaint-unknown-sender
InstanceOf: Complaint
Usage: #example
Title: "A question from a number that nobody knows"
* status = #completed
* category = $feedback#question "Question"
* medium = $channel#sms "Text message"
* received = "2026-06-19T09:05:00+09:00"
* payload.contentString = "휴진일이 언제인가요?"

Instance: example-complaint-fa
InstanceOf: Complaint
Usage: #example
Title: "A complaint in Persian"
* language = #fa
* status = #completed
* category = $feedback#complaint "Complaint"
* medium = $channel#sms "Text message"
* subject = Reference(example-patient-fa)
* sender = Reference(example-patient-fa)
* received = "2026-06-20T11:05:00+03:30"
* payload.contentString = "دو بار تماس گرفتم و کسی پاسخ نداد. هنوز درد دارم."

Instance: example-complaint-task
InstanceOf: ComplaintTask
Usage: #example
Title: "The promise to deal with the complaint"
* identifier.system = "https://anbu-health.github.io/fhir/sid/complaint"
* identifier.value = "C-2026-0001"
* status = #requested
* intent = #order
* priority = #routine
* code = $task-code#handle-complaint "Handle a complaint"
* focus = Reference(example-complaint)
* for = Reference(example-patient-ko)
* authoredOn = "2026-06-18T21:40:01+09:00"
* businessStatus = $complaint-status#acknowledged "Acknowledged"
* restriction.period.end = "2026-06-25T18:00:00+09:00"
* extension[acknowledgeBy].valueDateTime = "2026-06-19T21:40:00+09:00"

Instance: example-review-vip
InstanceOf: ReviewVipTask
Usage: #example
Title: "The list to be reviewed"
* status = #requested
* intent = #order
* code = $task-code#review-vip-list "Review the list of referrers"
* performerType.text = "Office manager"
* authoredOn = "2026-12-01T09:00:00+09:00"
* restriction.period.end = "2026-12-18T18:00:00+09:00"
* input.type = $vip-tier#A "Tier A"
* input.valueReference = Reference(example-patient-ko)

Instance: example-revisit-rate
InstanceOf: MeasureReport
Usage: #example
Title: "A revisit rate"
* status = #complete
* type = #summary
* measure = "https://anbu-health.github.io/fhir/Measure/revisit-rate|0.1.0"
* date = "2027-01-04T09:00:00+09:00"
* period.start = "2026-01-01"
* period.end = "2026-12-31"
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#initial-population
* group.population[0].count = 42
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator
* group.population[1].count = 42
* group.population[2].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator
* group.population[2].count = 27
* group.measureScore.value = 0.6429
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase

Instance: example-sweep-watermark
InstanceOf: Basic
Usage: #example
Title: "How far a clinic's own server has been swept"
* identifier.system = "https://anbu-health.github.io/fhir/sid/swept-server"
* identifier.value = "https://ehr.example.org/fhir"
* code = $state#sweep-watermark
* extension[SweepWatermark].extension[type].valueCode = #Patient
* extension[SweepWatermark].extension[last-updated].valueInstant = "2026-06-30T01:00:00.250Z"
