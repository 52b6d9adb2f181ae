Profile: OptOut
Parent: Consent
Id: opt-out
Title: "Opt-out"
Description: "The patient does not want messages: of the purposes named as category, or of any purpose if none is named; on the channels named in provision.code, or on any if none is named. It counts from dateTime on while it is active. With provision.period.end it is a mute for a while: what would have been due before that end is not made up for afterwards. To end a mute early, set provision.period.end; do not delete it. An opt-out of the purpose advertising is an objection: where the law says so it stops everything that counts as direct marketing. A later consent to just the same thing lifts it. One that a messenger told us ends when the person follows again there; one by a word where the law's line has a word to rejoin (Iran: 12)."
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
Description: "The patient agrees to messages of a purpose, on the channels named in provision.code or on any, within provision.period if there is one. The proof stands in source. Where the law lets a consent count for a time only, verification.verificationDate begins it anew."
* insert ProfileOfAnbu
* patient 1..1
* dateTime 1..1
* category from OutreachPurposes (required)
* provision 1..1
* provision.type 1..1
* provision.type = #permit
* provision.code from Channels (extensible)
* source[x] MS
* verification.verificationDate MS

Profile: NightConsent
Parent: Consent
Id: night-consent
Title: "Consent to advertising at night"
Description: "The patient agrees to advertising in the hours in which the law asks for a consent of its own, on the channels named in provision.code or on any. It counts beside a consent to advertising, never instead of it."
* insert ProfileOfAnbu
* patient 1..1
* dateTime 1..1
* category = OutreachConsent#night-ad
* provision 1..1
* provision.type 1..1
* provision.type = #permit
* provision.code from Channels (extensible)
