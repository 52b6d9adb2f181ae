// What a patient can answer after a first visit. Staff get a task where an answer is needed.

CodeSystem: HowAreYou
Id: how-are-you
Title: "How are you"
Description: "How a patient is, compared with the last visit."
* insert CodesOfAnbu
* #better "Better" "Better than at the visit."
* #same "The same" "As at the visit."
* #worse "Worse" "Worse than at the visit: staff are asked to answer within hours."
* insert Said(better, [["나아졌습니다"]], [["良くなった"]], [["بهتر است"]])
* insert Said(same, [["비슷합니다"]], [["変わらない"]], [["مثل قبل است"]])
* insert Said(worse, [["나빠졌습니다"]], [["悪くなった"]], [["بدتر شده است"]])

ValueSet: HowAreYouAnswers
Id: how-are-you
Title: "How are you"
Description: "Every answer to how a patient is."
* insert ValuesOfAnbu
* include codes from system HowAreYou

Instance: first-visit-questions
InstanceOf: Questionnaire
Usage: #definition
Title: "Questions after a visit"
Description: "Asks how the patient is and what was left open. Not yet reviewed by a clinician or a native speaker."
* url = "https://anbu-health.github.io/fhir/Questionnaire/first-visit-questions"
* version = "0.1.0"
* name = "FirstVisitQuestions"
* title = "Questions after a visit"
* insert Translated(title, [["방문 후 질문지"]], [["ご来院後の質問票"]], [["پرسش‌نامهٔ پس از مراجعه"]])
* status = #active
* publisher = "Anbu"
* description = "The form behind the button `ask` of the scenarios around a first visit: how the patient is (the condition check), what is new, what they want to know. An answer that needs a reply opens a task. Not yet reviewed by a clinician or a native speaker."
* subjectType = #Patient
* item[0].linkId = "before"
* item[=].type = #display
* item[=].text = "If you are short of breath, bleed without stopping, have chest pain or feel faint, do not fill in this form: seek emergency care at once."
* insert Translated(item[=].text, [["숨이 차거나, 피가 멈추지 않거나, 가슴이 아프거나, 의식이 흐려지면 이 질문지를 쓰지 마시고 바로 응급 진료를 받으세요."]], [["息苦しい、出血が止まらない、胸が痛い、意識がもうろうとするときは、この質問票に記入せず、すぐに救急の診療を受けてください。"]], [["اگر تنگی نفس، خون‌ریزی بندنیامدنی، درد سینه یا کاهش هوشیاری دارید، این پرسش‌نامه را پر نکنید و فوراً به اورژانس مراجعه کنید."]])
* item[+].linkId = "how-are-you"
* item[=].type = #choice
* item[=].text = "How are you compared with your visit?"
* insert Translated(item[=].text, [["다녀가신 때와 비교해 몸은 좀 어떠신가요?"]], [["ご来院のときと比べて、体調はいかがですか。"]], [["حالتان نسبت به زمان مراجعه چطور است؟"]])
* item[=].answerValueSet = "https://anbu-health.github.io/fhir/ValueSet/how-are-you"
* item[+].linkId = "symptom"
* item[=].type = #text
* item[=].text = "Is there anything new that bothers you? You can leave this empty."
* insert Translated(item[=].text, [["새로 불편해진 곳이 있으신가요? 없으면 비워 두셔도 됩니다."]], [["新しく気になる症状はありますか。なければ空欄でかまいません。"]], [["ناراحتی تازه‌ای دارید؟ اگر ندارید، خالی بگذارید."]])
* item[+].linkId = "question"
* item[=].type = #text
* item[=].text = "What would you like to know? No question is too small."
* insert Translated(item[=].text, [["궁금한 점을 적어 주세요. 작은 것이라도 괜찮습니다."]], [["お知りになりたいことをご記入ください。どんな小さなことでもかまいません。"]], [["چه چیزی می‌خواهید بدانید؟ هیچ پرسشی کوچک نیست."]])
* item[+].linkId = "reply"
* item[=].type = #boolean
* item[=].text = "Would you like us to answer?"
* insert Translated(item[=].text, [["답변을 받기 원하시나요?"]], [["お返事をご希望ですか。"]], [["مایلید به شما پاسخ دهیم؟"]])
