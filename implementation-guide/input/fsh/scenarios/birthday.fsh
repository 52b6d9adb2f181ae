Instance: birthday
InstanceOf: OutreachScenario
Usage: #definition
Title: "Birthday wishes"
* insert Scenario(birthday)
* name = "Birthday"
* title = "Birthday wishes"
* insert Translated(title, [["생일 인사"]], [["お誕生日のご挨拶"]], [["تبریک تولد"]])
* description = "Wishes the patient well on their birthday, in the years in which they are a patient of the clinic. Born on 29 February: on the 28th in other years. A greeting counts as advertising in Korea, so it needs that consent. It promises no gift and no discount, and does not say how old anybody is."
* goal.description.text = "A patient feels remembered, and nothing is expected of them."
* insert ExitOn(opted-out)
* action[0].id = "anchor"
* action[0].trigger.type = #named-event
* action[0].trigger.name = "birthday"
* insert AnchorIf([["The patient has been here within the last two years."]], [["%monthsSinceLastVisit <= 24"]])
* insert Step(on-the-day, "Wishes", birthday-on-the-day)
* insert Translated(action[=].title, [["생일 인사"]], [["お祝いのご挨拶"]], [["تبریک"]])
* insert Due(after-start, 10, h, hours)

Instance: birthday-on-the-day
InstanceOf: OutreachActivity
Usage: #definition
Title: "Birthday wishes"
* insert Activity(birthday-on-the-day, advertising)
* name = "BirthdayOnTheDay"
* title = "Birthday wishes"
* description = "Wishes well; offers nothing and names no age."
* code.text = "Birthday wishes"
* insert Words(ko, [["오늘 하루 행복하시길 바랍니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n생일을 진심으로 축하드립니다. 오늘 하루 좋아하시는 분들과 편안하고 즐겁게 보내시기 바랍니다.\n새로운 한 해도 몸과 마음 모두 건강하시기를 저희도 곁에서 응원하겠습니다. 지내시다 불편하거나 궁금한 점이 생기면 언제든 #{clinicPhone}번으로 말씀해 주세요."]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 생일을 진심으로 축하드립니다. 오늘 하루 편안하고 즐겁게 보내시고, 늘 건강하시기 바랍니다. 연락처 #{clinicPhone}"]])
* insert Words(ja, [["お誕生日おめでとうございます"]], [["#{patientName}、#{clinicName}です。\nお誕生日おめでとうございます。大切な方々と、穏やかで楽しい一日をお過ごしください。\nこれからの一年も、心も体も健やかに過ごされますよう、お祈りいたします。気になることがございましたら、いつでも #{clinicPhone} までお気軽にお知らせください。"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。お誕生日おめでとうございます。穏やかで楽しい一日を、そして健やかな一年をお過ごしください。ご連絡先 #{clinicPhone}"]])
* insert Words(fa, [["تولدتان مبارک"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nتولدتان را صمیمانه تبریک می‌گوییم. امیدواریم امروز را در کنار کسانی که دوستشان دارید، با آرامش و شادی بگذرانید.\nبرای سال پیش رو، تندرستی و دلخوشی برایتان آرزو داریم. هر زمان پرسش یا ناراحتی داشتید، با شمارهٔ #{clinicPhone} در کنار شما هستیم."]])
* insert Text(fa, [["#{patientName}، سلام. #{clinicName} تولدتان را صمیمانه تبریک می‌گوید و برایتان تندرستی و شادی آرزو دارد. تلفن ما: #{clinicPhone}"]])
* insert Words(en, [["Happy birthday"]], [["Hello #{patientName}, this is #{clinicName}.\nHappy birthday to you. We hope you spend the day in peace and good company.\nMay the year ahead be a healthy one. If anything bothers you or you have a question, call #{clinicPhone} at any time."]])
* insert Text(en, [["#{patientName}, happy birthday from #{clinicName}! We wish you a peaceful day and a healthy year. #{clinicPhone}"]])
