// The systems of the identifiers that Anbu writes. None of them leads to a page.
RuleSet: IdentifierOfAnbu(path)
* status = #active
* kind = #identifier
* date = "2026-01-01"
* publisher = "Anbu"
* uniqueId.type = #uri
* uniqueId.value = "https://anbu-health.github.io/fhir/sid/{path}"
* uniqueId.preferred = true

Instance: outreach-key
InstanceOf: NamingSystem
Usage: #definition
Title: "Outreach key"
* insert IdentifierOfAnbu(outreach-key)
* name = "OutreachKey"
* description = "What makes a planned message unique: scenario:step:Type/id of the anchor, and @yyyy-MM-dd behind it when it recurs."

Instance: scenario-instance
InstanceOf: NamingSystem
Usage: #definition
Title: "Scenario instance"
* insert IdentifierOfAnbu(scenario-instance)
* name = "ScenarioInstance"
* description = "The group of requests that one anchor brought about in one scenario: scenario:Type/id, and @yyyy-MM-dd behind it when it recurs."

Instance: scenario-approval
InstanceOf: NamingSystem
Usage: #definition
Title: "Scenario approval"
* insert IdentifierOfAnbu(scenario-approval)
* name = "ScenarioApproval"
* description = "Which version of a scenario a Task asks staff to approve: its canonical, a bar and its version."

Instance: provider-message-nhn
InstanceOf: NamingSystem
Usage: #definition
Title: "Message id of NHN Cloud"
* insert IdentifierOfAnbu(provider-message/nhn)
* name = "ProviderMessageNhn"
* description = "The id under which the provider of AlimTalk took a message; its receipts name it."

Instance: provider-message-twilio
InstanceOf: NamingSystem
Usage: #definition
Title: "Message id of Twilio"
* insert IdentifierOfAnbu(provider-message/twilio)
* name = "ProviderMessageTwilio"
* description = "The id under which the provider of text messages took a message; its receipts name it."

Instance: provider-message-line
InstanceOf: NamingSystem
Usage: #definition
Title: "Message id of LINE"
* insert IdentifierOfAnbu(provider-message/line)
* name = "ProviderMessageLine"
* description = "The id under which LINE took a message. LINE says nothing about it afterwards."

Instance: provider-message-whatsapp
InstanceOf: NamingSystem
Usage: #definition
Title: "Message id of WhatsApp"
* insert IdentifierOfAnbu(provider-message/whatsapp)
* name = "ProviderMessageWhatsapp"
* description = "The id (wamid) under which WhatsApp took a message; its receipts name it."

Instance: line-user
InstanceOf: NamingSystem
Usage: #definition
Title: "LINE user id"
* insert IdentifierOfAnbu(line-user)
* name = "LineUser"
* description = "How LINE names a person towards the clinic's official account, on the Patient: U and 32 hexadecimal digits. The EHR writes it when the patient links the account."

Instance: complaint-number
InstanceOf: NamingSystem
Usage: #definition
Title: "Number of a complaint"
* insert IdentifierOfAnbu(complaint)
* name = "ComplaintNumber"
* description = "The case number that patients are told, on the task of the complaint."

Instance: intake-digest
InstanceOf: NamingSystem
Usage: #definition
Title: "Digest of what came in"
* insert IdentifierOfAnbu(intake-digest)
* name = "IntakeDigest"
* description = "A digest of the content as received, which tells the same request from another under one idempotency key."

Instance: idempotency-key
InstanceOf: NamingSystem
Usage: #definition
Title: "Idempotency key"
* insert IdentifierOfAnbu(idempotency-key)
* name = "IdempotencyKey"
* description = "The key that the sender gave with the feedback: sent twice, it is taken in once."

Instance: inquirer
InstanceOf: NamingSystem
Usage: #definition
Title: "Inquirer"
* insert IdentifierOfAnbu(inquirer)
* name = "Inquirer"
* description = "Somebody who turned to the clinic and is no patient yet, derived from the number or address they can be answered at. It stands where a Patient would be referred to, and on each resource about them; no record of the person is made."

Instance: vip-review
InstanceOf: NamingSystem
Usage: #definition
Title: "Number of a review"
* insert IdentifierOfAnbu(vip-review)
* name = "VipReview"
* description = "Counts the rounds in which the team reviews the list of referrers."

Instance: derived-id
InstanceOf: NamingSystem
Usage: #definition
Title: "Derived id"
* insert IdentifierOfAnbu(derived-id)
* name = "DerivedId"
* description = "The id that a resource would have, on a server that chooses ids itself: writing it twice still makes one."

Instance: swept-server
InstanceOf: NamingSystem
Usage: #definition
Title: "Swept server"
* insert IdentifierOfAnbu(swept-server)
* name = "SweptServer"
* description = "The server whose changes are found by their timestamps, by its base address."

Instance: provider-message-smtp
InstanceOf: NamingSystem
Usage: #definition
Title: "Message id of an e-mail"
* insert IdentifierOfAnbu(provider-message/smtp)
* name = "ProviderMessageSmtp"
* description = "The Message-ID under which a mail server took an e-mail; its bounces name it."

Instance: provider-message-smpp
InstanceOf: NamingSystem
Usage: #definition
Title: "Message id of an SMSC"
* insert IdentifierOfAnbu(provider-message/smpp)
* name = "ProviderMessageSmpp"
* description = "The id under which an SMSC took a text message; its receipts name it."
