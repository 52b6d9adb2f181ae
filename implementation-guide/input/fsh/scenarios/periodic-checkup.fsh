Instance: periodic-checkup
InstanceOf: OutreachScenario
Usage: #definition
Title: "Check-up: three and six months since the last visit"
* insert Scenario(periodic-checkup)
* name = "PeriodicCheckup"
* title = "Check-up: three and six months since the last visit"
* insert Translated(title, [["정기 검진: 마지막 방문 후 3개월, 6개월"]], [["定期検診：前回のご来院から3か月・6か月"]], [["معاینهٔ دوره‌ای: سه و شش ماه پس از آخرین مراجعه"]])
* description = "Three and six months after the last visit the patient is asked how they are, told how many months it has been (counted when the message is sent), and offered a check-up. Every visit starts the count anew; a booked visit ends it."
* goal.description.text = "Nobody is lost from sight without wishing so."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* insert ExitIf([["The patient has a visit booked already."]], [["%nextAppointment.exists()"]])
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 10
* action[0].id = "anchor"
* action[0].trigger.type = #named-event
* action[0].trigger.name = "last-visit"
* insert Step(three-months-after, "Three months since the last visit", periodic-checkup-three-months-after)
* insert Translated(action[=].title, [["3개월 안부"]], [["3か月のご様子伺い"]], [["احوال‌پرسی سه‌ماهه"]])
* insert Due(after-start, 3, mo, months)
* insert Step(six-months-after, "Six months since the last visit", periodic-checkup-six-months-after)
* insert Translated(action[=].title, [["6개월 안부와 검진 안내"]], [["6か月のご様子伺いと検診のご案内"]], [["احوال‌پرسی و معاینهٔ شش‌ماهه"]])
* insert Due(after-start, 6, mo, months)

Instance: periodic-checkup-three-months-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "Three months since the last visit"
* insert Activity(periodic-checkup-three-months-after, recall)
* name = "PeriodicCheckupThreeMonthsAfter"
* title = "Three months since the last visit"
* description = "Asks how the patient is and says how long it has been; the clinic and the patient decide whether a check-up is needed."
* code.text = "Three months since the last visit"
* insert Variable("months", [["%monthsSinceLastVisit"]])
* insert Words(ko, [["그동안 어떻게 지내셨나요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n저희에게 다녀가신 지 #{months}개월이 되었습니다. 그동안 불편한 곳 없이 잘 지내셨나요?\n치료가 잘 유지되고 있는지는 느낌만으로 알기 어려울 때가 있습니다. 지난 진료 뒤로 달라진 점이나 마음에 걸리는 점이 있으면 #{clinicPhone}번으로 편하게 말씀해 주세요. 검진이 지금 필요한지, 조금 더 지켜보아도 되는지 함께 살펴보겠습니다.\n통증이나 붓기, 열처럼 새로 생긴 증상이 있으면 검진 때까지 기다리지 마시고 바로 연락해 주세요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 다녀가신 지 #{months}개월, 그동안 어떻게 지내셨나요? 달라진 점이나 궁금한 점이 있으면 #{clinicPhone}번으로 말씀해 주세요. 새로운 증상이 있으면 바로 연락해 주세요."]])
* insert Discreetly(ko, [["그동안 어떻게 지내셨나요?"]], [["#{patientName}, #{clinicName}입니다. 다녀가신 지 #{months}개월, 그동안 어떻게 지내셨나요? 달라진 점이나 궁금한 점이 있으면 #{clinicPhone}번으로 말씀해 주세요. 새로운 증상이 있으면 바로 연락해 주세요."]])
* insert Words(ja, [["その後、いかがお過ごしですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n前回のご来院から#{months}か月がたちました。その後、お変わりなくお過ごしでしょうか。\n治療後の状態がよく保たれているかどうかは、ご自身ではわかりにくいこともあります。前回のご来院のあとに変わったことや気がかりなことがございましたら、#{clinicPhone} までお気軽にお知らせください。今、検診が必要か、もう少し様子を見てもよいかを一緒に確認いたします。\n痛みや腫れ、発熱など新しい症状があるときは、検診を待たずにすぐご連絡ください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。前回のご来院から#{months}か月、お変わりありませんか。気がかりなことは #{clinicPhone} までお気軽にどうぞ。新しい症状があるときは、すぐにご連絡ください。"]])
* insert Discreetly(ja, [["その後、いかがお過ごしですか"]], [["#{patientName}、#{clinicName}です。前回のご来院から#{months}か月、お変わりありませんか。気がかりなことは #{clinicPhone} までお気軽にどうぞ。新しい症状があるときは、すぐにご連絡ください。"]])
* insert Words(fa, [["در این مدت حالتان چطور بوده است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\n#{months} ماه از آخرین مراجعهٔ شما می‌گذرد. در این مدت حالتان چطور بوده است؟\nگاهی نمی‌توان فقط از روی احساس فهمید که نتیجهٔ درمان همچنان پایدار است. اگر از آن زمان چیزی تغییر کرده یا نگرانتان می‌کند، با خیال راحت با شمارهٔ #{clinicPhone} با ما در میان بگذارید تا با هم ببینیم اکنون معاینه لازم است یا می‌توان کمی صبر کرد.\nاگر علامت تازه‌ای مانند درد، تورم یا تب دارید، تا معاینه منتظر نمانید و فوراً تماس بگیرید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: #{months} ماه از آخرین مراجعهٔ شما گذشته است. حالتان چطور است؟ اگر چیزی تغییر کرده یا پرسشی دارید، با #{clinicPhone} تماس بگیرید. برای علامت تازه منتظر نمانید."]])
* insert Discreetly(fa, [["در این مدت حالتان چطور بوده است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: #{months} ماه از آخرین مراجعهٔ شما گذشته است. حالتان چطور است؟ اگر چیزی تغییر کرده یا پرسشی دارید، با #{clinicPhone} تماس بگیرید. برای علامت تازه منتظر نمانید."]])
* insert Words(en, [["How have you been?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt is #{months} months since your last visit. How have you been?\nWhether everything is holding up well is not always something one can feel. If anything has changed since then or is on your mind, please call #{clinicPhone}; together we will see whether a check-up is needed now or can wait a little.\nIf you have a new symptom such as pain, swelling or a fever, do not wait for a check-up: call us right away."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: #{months} months since your visit, how are you? Anything changed? Call #{clinicPhone}. New symptom: do not wait."]])
* insert Discreetly(en, [["How have you been?"]], [["#{patientName}, #{clinicName}: #{months} months since your visit, how are you? Anything changed? Call #{clinicPhone}. New symptom: do not wait."]])

Instance: periodic-checkup-six-months-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "Six months since the last visit"
* insert Activity(periodic-checkup-six-months-after, recall)
* name = "PeriodicCheckupSixMonthsAfter"
* title = "Six months since the last visit"
* description = "Asks how the patient is, says how long it has been, and offers a check-up."
* code.text = "Six months since the last visit"
* insert Variable("months", [["%monthsSinceLastVisit"]])
* insert Words(ko, [["정기 검진을 안내해 드립니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n저희에게 다녀가신 지 #{months}개월이 되어 안부를 여쭙니다. 몸은 좀 어떠신가요?\n불편함이 없을 때 살펴보면 작은 변화를 일찍 알아볼 수 있습니다. 편하신 날에 오시면 지난 진료 뒤의 상태를 함께 확인하고, 다음 검진은 언제가 좋을지 의사가 말씀드리겠습니다. 날짜를 정하거나 먼저 여쭤보고 싶은 것이 있으면 #{clinicPhone}번으로 연락해 주세요.\n통증이나 붓기, 출혈, 열처럼 새로 생긴 증상이 있으면 미루지 마시고 바로 연락해 주세요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 다녀가신 지 #{months}개월, 몸은 좀 어떠신가요? 편하신 날에 함께 살펴보겠습니다. 궁금한 점은 #{clinicPhone}번으로 말씀해 주세요. 새로운 증상이 있으면 바로 연락해 주세요."]])
* insert Discreetly(ko, [["정기 검진을 안내해 드립니다"]], [["#{patientName}, #{clinicName}입니다. 다녀가신 지 #{months}개월, 몸은 좀 어떠신가요? 편하신 날에 함께 살펴보겠습니다. 궁금한 점은 #{clinicPhone}번으로 말씀해 주세요. 새로운 증상이 있으면 바로 연락해 주세요."]])
* insert Words(ja, [["定期検診のご案内"]], [["#{patientName}、こんにちは。#{clinicName}です。\n前回のご来院から#{months}か月がたちましたので、ご様子を伺いたくご連絡いたしました。体調はいかがでしょうか。\n気になることがないときに確認しておくと、小さな変化に早く気づくことができます。ご都合のよい日にお越しいただければ、その後の状態を一緒に確認し、次の検診の時期を医師からお伝えいたします。日程のご相談や、先に聞いておきたいことがございましたら、#{clinicPhone} までご連絡ください。\n痛みや腫れ、出血、発熱など新しい症状があるときは、先延ばしになさらず、すぐにご連絡ください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。前回のご来院から#{months}か月、体調はいかがでしょうか。ご都合のよい日に一緒に確認いたします。ご相談は #{clinicPhone} へ。新しい症状があるときは、すぐにご連絡ください。"]])
* insert Discreetly(ja, [["定期検診のご案内"]], [["#{patientName}、#{clinicName}です。前回のご来院から#{months}か月、体調はいかがでしょうか。ご都合のよい日に一緒に確認いたします。ご相談は #{clinicPhone} へ。新しい症状があるときは、すぐにご連絡ください。"]])
* insert Words(fa, [["زمان معاینهٔ دوره‌ای"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\n#{months} ماه از آخرین مراجعهٔ شما می‌گذرد و جویای احوال شما هستیم. حالتان چطور است؟\nوقتی ناراحتی ندارید، در معاینه می‌توان تغییرهای کوچک را زودتر دید. هر روزی که برایتان مناسب بود، وضعیتتان را با هم بررسی می‌کنیم و پزشک می‌گوید معاینهٔ بعدی چه زمانی خوب است. برای هماهنگی یا هر پرسشی با شمارهٔ #{clinicPhone} تماس بگیرید.\nاگر علامت تازه‌ای مانند درد، تورم، خون‌ریزی یا تب دارید، آن را به تعویق نیندازید و فوراً با ما تماس بگیرید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: #{months} ماه از آخرین مراجعهٔ شما گذشته است. حالتان چطور است؟ هر روزی که مناسب بود، با هم بررسی می‌کنیم: #{clinicPhone}. برای علامت تازه منتظر نمانید."]])
* insert Discreetly(fa, [["زمان معاینهٔ دوره‌ای"]], [["#{patientName}، سلام. پیام از #{clinicName}: #{months} ماه از آخرین مراجعهٔ شما گذشته است. حالتان چطور است؟ هر روزی که مناسب بود، با هم بررسی می‌کنیم: #{clinicPhone}. برای علامت تازه منتظر نمانید."]])
* insert Words(en, [["Time for a check-up"]], [["Hello #{patientName}, this is #{clinicName}.\nIt is #{months} months since your last visit, and we would like to ask how you are.\nSmall changes are easiest to notice while nothing hurts. On a day that suits you we can look at how things are together, and your doctor will say when the next check makes sense. To agree on a day, or to ask something first, call #{clinicPhone}.\nIf you have a new symptom such as pain, swelling, bleeding or a fever, please do not put it off: call us right away."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: #{months} months on, how are you? For a check-up or a question: #{clinicPhone}. New symptom: call right away."]])
* insert Discreetly(en, [["Time for a check-up"]], [["#{patientName}, #{clinicName}: #{months} months on, how are you? For a check-up or a question: #{clinicPhone}. New symptom: call right away."]])
