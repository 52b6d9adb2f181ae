// What a message can carry beside its words, and what decides how much the words may say.

CodeSystem: ButtonAction
Id: button-action
Title: "Button action"
Description: "What a button under a message is for. The clinic says where each leads, by a url among the telecoms of its HealthcareService, Location or Organization that is marked with telecom-button, or by a setting; a button that leads nowhere is left out."
* insert CodesOfAnbu
* #book "Book" "Make an appointment: `anbu.clinic.booking-url`."
* #ask "Ask" "Ask the clinic something: `anbu.clinic.question-url`."
* #result "See the result" "Read a result behind the clinic's own login: `anbu.clinic.result-url`. A message never says the result itself."
* insert Said(book, [["예약하기"]], [["予約する"]], [["گرفتن نوبت"]])
* insert Said(ask, [["문의하기"]], [["相談する"]], [["پرسیدن سؤال"]])
* insert Said(result, [["결과 보기"]], [["結果を見る"]], [["دیدن نتیجه"]])

ValueSet: ButtonActions
Id: button-action
Title: "Button actions"
Description: "Every action of a button."
* insert ValuesOfAnbu
* include codes from system ButtonAction

CodeSystem: Tone
Id: tone
Title: "Tone"
Description: "How a clinic speaks to its patients. What is said stays the same."
* insert CodesOfAnbu
* #formal "Formal" "Polite and reserved: the usual tone, in which every wording exists."
* #warm "Warm" "As polite, closer: shorter sentences, as somebody speaks who knows the patient."
* insert Said(formal, [["격식 있게"]], [["丁寧に"]], [["رسمی"]])
* insert Said(warm, [["다정하게"]], [["親しみをこめて"]], [["صمیمی"]])

ValueSet: Tones
Id: tone
Title: "Tones"
Description: "Every tone."
* insert ValuesOfAnbu
* include codes from system Tone

Extension: ToneExtension
Id: tone
Title: "Tone"
Description: "In which tone the messages speak: on a golden-time table with a useContext, what its specialty brings; on an Organization, what that clinic chose."
* insert ExtensionOfAnbu
* insert SaysWhere(ConceptMap)
* insert SaysWhere(Organization)
* value[x] 1..1
* value[x] only code
* value[x] from Tones (required)

// Listed code by code, as each was found in a published guide. A clinic puts its own list at this address.
ValueSet: SensitiveTreatment
Id: sensitive-treatment
Title: "Sensitive treatment"
Description: "Treatments that others must not learn of. About them only discreet words go out by channels that others may read, and nothing of the record stands in a title or subject. The list is short on purpose: each clinic replaces it with its own. A record can also be labelled itself, in meta.security, with confidentiality R or V or with a sensitivity code."
* insert ValuesOfAnbu
* insert WithSnomed
* $sct#75516001 "Psychotherapy"
* $sct#18302006 "Therapeutic abortion by hysterotomy"
* $sct#274973002 "Dilation of cervix uteri and curettage for termination of pregnancy"
