Instance: inactive-patient
InstanceOf: OutreachScenario
Usage: #definition
Title: "Not seen for a year: how are you"
* insert Scenario(inactive-patient)
* name = "InactivePatient"
* title = "Not seen for a year: how are you"
* insert Translated(title, [["1년 동안 뵙지 못한 분께 드리는 안부"]], [["1年間ご来院のない方へのご様子伺い"]], [["احوال‌پرسی از بیمارانی که یک سال است نیامده‌اند"]])
* description = "A year after the last visit the patient is asked once how they are, and told that their record is kept and that questions are welcome. It asks once and not again; a visit starts the count anew, a booked visit ends it."
* goal.description.text = "A patient who has drifted away knows that they can come back, or can say that they are well looked after elsewhere."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* insert ExitIf([["The patient has a visit booked already."]], [["%nextAppointment.exists()"]])
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 15
* action[0].id = "anchor"
* action[0].trigger.type = #named-event
* action[0].trigger.name = "last-visit"
* insert Step(a-year-after, "How are you", inactive-patient-a-year-after)
* insert Translated(action[=].title, [["1년 안부"]], [["1年のご様子伺い"]], [["احوال‌پرسی یک‌ساله"]])
* insert Due(after-start, 1, a, year)

Instance: inactive-patient-a-year-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "A year since the last visit"
* insert Activity(inactive-patient-a-year-after, recall)
* name = "InactivePatientAYearAfter"
* title = "A year since the last visit"
* description = "Asks how the patient is, without reproach, and says what the clinic keeps ready for them."
* code.text = "A year since the last visit"
* insert Variable("months", [["%monthsSinceLastVisit"]])
* insert Words(ko, [["잘 지내고 계신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n마지막으로 뵌 지 #{months}개월이 되었습니다. 그동안 건강히 잘 지내셨나요?\n바쁘게 지내시다 보면 내 몸을 살피는 일이 뒤로 밀리기도 합니다. 지난 진료 기록은 잘 보관하고 있으니, 궁금한 점이나 신경 쓰이는 곳이 있으면 #{clinicPhone}번으로 편하게 말씀해 주세요. 처음부터 다시 설명하지 않으셔도 됩니다.\n다른 곳에서 진료를 받고 계시거나 옮기신 경우에도 알려 주시면 자료를 준비해 드리겠습니다. 아픈 곳이 있으면 미루지 마시고 가까운 의료기관에서라도 꼭 진료를 받아 보시기 바랍니다."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 마지막으로 뵌 지 #{months}개월, 건강히 잘 지내셨나요? 궁금한 점이나 신경 쓰이는 곳이 있으면 #{clinicPhone}번으로 편하게 말씀해 주세요."]])
* insert Discreetly(ko, [["잘 지내고 계신가요?"]], [["#{patientName}, #{clinicName}입니다. 마지막으로 뵌 지 #{months}개월, 건강히 잘 지내셨나요? 궁금한 점이나 신경 쓰이는 곳이 있으면 #{clinicPhone}번으로 편하게 말씀해 주세요."]])
* insert Words(ja, [["お変わりなくお過ごしですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n最後にお目にかかってから#{months}か月がたちました。お変わりなくお過ごしでしょうか。\nお忙しい毎日では、ご自身の体のことは後回しになりがちです。これまでの診療の記録は大切に保管しておりますので、気になることがございましたら、#{clinicPhone} までお気軽にお知らせください。初めからご説明いただく必要はございません。\nほかの医療機関にかかっていらっしゃる場合や、お引っ越しをされた場合も、お知らせいただければ必要な資料をご用意いたします。痛みなどがあるときは、先延ばしになさらず、お近くの医療機関を受診してください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。最後にお目にかかってから#{months}か月、お変わりありませんか。気になることがございましたら、#{clinicPhone} までお気軽にお知らせください。"]])
* insert Discreetly(ja, [["お変わりなくお過ごしですか"]], [["#{patientName}、#{clinicName}です。最後にお目にかかってから#{months}か月、お変わりありませんか。気になることがございましたら、#{clinicPhone} までお気軽にお知らせください。"]])
* insert Words(fa, [["حالتان چطور است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\n#{months} ماه از آخرین دیدارمان می‌گذرد. حالتان چطور است؟\nدر روزهای شلوغ، رسیدگی به سلامت خود گاهی عقب می‌افتد. پروندهٔ شما نزد ما محفوظ است و لازم نیست از نو توضیح دهید؛ اگر پرسشی دارید یا چیزی نگرانتان می‌کند، با خیال راحت با شمارهٔ #{clinicPhone} با ما در میان بگذارید.\nاگر جای دیگری تحت درمان هستید یا نقل مکان کرده‌اید، به ما بگویید تا مدارک لازم را برایتان آماده کنیم. اگر درد یا ناراحتی دارید، آن را به تعویق نیندازید و دست‌کم به نزدیک‌ترین مرکز درمانی مراجعه کنید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: #{months} ماه از آخرین دیدارمان می‌گذرد. حالتان چطور است؟ اگر پرسشی دارید یا چیزی نگرانتان می‌کند، با خیال راحت با #{clinicPhone} تماس بگیرید."]])
* insert Discreetly(fa, [["حالتان چطور است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: #{months} ماه از آخرین دیدارمان می‌گذرد. حالتان چطور است؟ اگر پرسشی دارید یا چیزی نگرانتان می‌کند، با خیال راحت با #{clinicPhone} تماس بگیرید."]])
* insert Words(en, [["Are you well?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt is #{months} months since we last saw you. Have you been well?\nIn busy times one's own health easily comes last. Your record is safe with us, so you would not have to start from the beginning: if you have a question or something is on your mind, call #{clinicPhone} whenever it suits you.\nIf you are looked after elsewhere or have moved, let us know and we will prepare the papers you need. And if something hurts, please do not put it off: have it seen, wherever is nearest to you."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: #{months} months since we saw you. How are you? If anything is on your mind, call #{clinicPhone} whenever you like."]])
* insert Discreetly(en, [["Are you well?"]], [["#{patientName}, #{clinicName}: #{months} months since we saw you. How are you? If anything is on your mind, call #{clinicPhone} whenever you like."]])
