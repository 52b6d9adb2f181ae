Profile: OptOut
Parent: Consent
Id: opt-out
Title: "Opt-out"
Description: "The patient does not want messages: of the purposes named as category, or of any purpose if none is named; on the channels named in provision.code, or on any if none is named. It counts from dateTime on while it is active."
* insert ProfileOfAnbu
* patient 1..1
* dateTime 1..1
* provision 1..1
* provision.type 1..1
* provision.type = #deny
* provision.code from Channels (extensible)

Profile: PurposeConsent
Parent: Consent
Id: purpose-consent
Title: "Consent to a purpose"
Description: "The patient agrees to messages of a purpose, on the channels named in provision.code or on any, within provision.period if there is one."
* insert ProfileOfAnbu
* patient 1..1
* dateTime 1..1
* category from OutreachPurposes (required)
* provision 1..1
* provision.type 1..1
* provision.type = #permit
* provision.code from Channels (extensible)
