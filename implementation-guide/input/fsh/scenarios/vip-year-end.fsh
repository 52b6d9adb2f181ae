Instance: vip-year-end
InstanceOf: OutreachScenario
Usage: #definition
Title: "Thanks at the year's end to those who referred others"
* insert Scenario(vip-year-end)
* name = "VipYearEnd"
* title = "Thanks at the year's end to those who referred others"
* insert Translated(title, [["소개해 주신 분들께 드리는 연말 감사 인사"]], [["ご紹介くださった方への年末のお礼"]], [["قدردانی پایان سال از معرفان"]])
* description = "Thanks patients with a VIP flag, which the team sets by completing the review, on the Tuesday of the last week of December. A greeting counts as advertising in Korea, so it needs that consent. It promises no gift and no discount."
* goal.description.text = "Those who trusted the clinic with people close to them hear a sincere thank you, once a year."
* insert ExitOn(programme-over)
* insert ExitOn(opted-out)
* action[0].id = "anchor"
* action[0].trigger.type = #named-event
* action[0].trigger.name = "programme-week"
* action[0].extension[programmeWeek].extension[month].valueInteger = 12
* action[0].extension[programmeWeek].extension[week].valueInteger = -1
* insert AnchorIf([["The patient has an active VIP flag."]], [["%vipTier.exists()"]])
* insert Step(thanks, "Thanks", vip-year-end-thanks)
* insert Translated(action[=].title, [["감사 인사"]], [["お礼"]], [["قدردانی"]])
* insert Due(after-start, 1, d, days)
* action[=].extension[validFor].valueDuration = 2 $ucum#d "days"

Instance: vip-year-end-thanks
InstanceOf: OutreachActivity
Usage: #definition
Title: "Thanks at the year's end"
* insert Activity(vip-year-end-thanks, advertising)
* name = "VipYearEndThanks"
* title = "Thanks at the year's end"
* description = "Thanks for the trust and for referring others; offers nothing."
* code.text = "Thanks at the year's end"
* insert Words(ko, [["한 해 동안 감사했습니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n올 한 해 저희를 믿고 소중한 분들까지 소개해 주셔서 진심으로 감사드립니다. 보내 주신 믿음을 잊지 않고 한 분 한 분 정성껏 살펴 드리겠습니다.\n바쁜 연말에도 몸과 마음 모두 편안하시기를 바랍니다. 지내시는 동안 불편한 곳이 생기면 언제든 #{clinicPhone}번으로 말씀해 주세요."]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 올 한 해 소중한 분들까지 소개해 주셔서 진심으로 감사드립니다. 편안한 연말 보내시고, 불편한 곳이 생기면 언제든 #{clinicPhone}번으로 말씀해 주세요."]])
* insert Words(ja, [["今年も一年、ありがとうございました"]], [["#{patientName}、#{clinicName}です。\n本年は当院を信頼してくださり、大切な方々までご紹介いただきまして、誠にありがとうございました。お寄せくださったお気持ちを忘れず、お一人おひとりに心を込めて向き合ってまいります。\n慌ただしい年の瀬ですが、どうぞお体を大切にお過ごしください。気になることがございましたら、いつでも #{clinicPhone} までお知らせください。"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。本年は大切な方々までご紹介いただき、誠にありがとうございました。どうぞお体を大切に、よいお年をお迎えください。ご連絡先 #{clinicPhone}"]])
* insert Words(fa, [["سپاس از اعتماد شما"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nاز اینکه در سالی که گذشت به ما اعتماد کردید و عزیزانتان را نیز به ما معرفی کردید، صمیمانه سپاسگزاریم. قدر این اعتماد را می‌دانیم و می‌کوشیم از هر مراجعه‌کننده با دقت و مهربانی مراقبت کنیم.\nبرای شما تندرستی و آرامش آرزو داریم. هر زمان ناراحتی یا پرسشی داشتید، با شمارهٔ #{clinicPhone} با ما در میان بگذارید."]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: از اعتماد شما و معرفی عزیزانتان صمیمانه سپاسگزاریم و برایتان تندرستی و آرامش آرزو داریم. تلفن ما: #{clinicPhone}"]])
* insert Words(en, [["Thank you for this year"]], [["Hello #{patientName}, this is #{clinicName}.\nThank you sincerely for trusting us this year, and for sending people close to you our way. We do not take that trust for granted, and will care for each of them as well as we can.\nWe wish you rest and good health in these busy days. If anything bothers you, call #{clinicPhone} at any time."]])
* insert Text(en, [["#{patientName}, #{clinicName} thanks you sincerely for your trust and for those you sent our way. We wish you rest and good health. #{clinicPhone}"]])
