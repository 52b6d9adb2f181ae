CodeSystem: OutreachConsent
Id: outreach-consent
Title: "Outreach consent"
Description: "Consents beside those to a purpose."
* insert CodesOfAnbu
* #night-ad "Advertising at night" "Advertising may come in the hours in which the law asks for a consent of its own."
* insert Said(night-ad, [["야간 광고성 정보 수신 동의"]], [["夜間の広告受信への同意"]], [["رضایت به پیام تبلیغاتی شبانه"]])

CodeSystem: OutreachStopCode
Id: outreach-stop
Title: "Kill switch"
Description: "What a kill switch stops."
* insert CodesOfAnbu
* #stop "Stop sending" "Nothing of what the flag is about is handed to a provider while the flag is active."
* insert Said(stop, [["발송 중지"]], [["送信停止"]], [["توقف ارسال"]])

Profile: OutreachStop
Parent: Flag
Id: outreach-stop
Title: "Kill switch"
Description: "While it is active and within its period, nothing it is about is handed to a provider; what falls due waits and goes when it is lifted, unless it is too late by then. Subject: a PlanDefinition stops one scenario, an Organization stops the patients it manages, the identifier everything stops all sending. Lift it with status inactive."
* insert ProfileOfAnbu
* identifier 1..*
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains stop 1..1
* identifier[stop].system 1..1
* identifier[stop].system = "https://anbu-health.github.io/fhir/sid/outreach-stop"
* identifier[stop].value 1..1
* code = OutreachStopCode#stop

Instance: outreach-stop-sid
InstanceOf: NamingSystem
Usage: #definition
Title: "Kill switch"
* insert IdentifierOfAnbu(outreach-stop)
* name = "OutreachStop"
* description = "Marks the flags that stop sending; the value says which, and everything stands for all sending."

Instance: opt-out-by-channel-sid
InstanceOf: NamingSystem
Usage: #definition
Title: "Opt-out told to a messenger"
* insert IdentifierOfAnbu(opt-out-by-channel)
* name = "OptOutByChannel"
* description = "Marks an opt-out that a person told a messenger, by unfollowing or blocking; the value names the event. Following again ends it."

Instance: opt-out-by-word-sid
InstanceOf: NamingSystem
Usage: #definition
Title: "Opt-out by a word"
* insert IdentifierOfAnbu(opt-out-by-word)
* name = "OptOutByWord"
* description = "Marks an opt-out that a person wrote as a word such as STOP; the value names the message. A word of the pack's line rejoin ends it, nothing else that was refused."
