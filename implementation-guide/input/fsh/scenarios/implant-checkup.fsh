Instance: implant-checkup
InstanceOf: OutreachScenario
Usage: #definition
Title: "Dental implant: how is it, with the offer of a check-up"
* insert Scenario(implant-checkup)
* name = "ImplantCheckup"
* title = "Dental implant: how is it, with the offer of a check-up"
* insert Translated(title, [["임플란트 치료 후 안부와 검진 안내"]], [["インプラント治療後のご様子伺いと検診のご案内"]], [["احوال‌پرسی پس از ایمپلنت و پیشنهاد معاینه"]])
* description = "Six months after the placement of a dental implant, and again after a year, a patient who has not come in since is asked how it is and offered a check-up. A visit withdraws what is left."
* goal.description.text = "Inflammation around an implant is seen before it hurts."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 40
* insert AnchorOn(Procedure, [["iif(performed is dateTime, performed, iif(performed.end.exists(), performed.end, performed.start))"]])
* insert AnchorCode(dental-implant-treatment)
* insert AnchorStatus(completed, http://hl7.org/fhir/event-status)
* insert Step(six-months-after, "How is it\, and the offer of a check-up", implant-checkup-how-is-it)
* insert Translated(action[=].title, [["6개월 안부와 검진 안내"]], [["半年後のご様子と検診のご案内"]], [["احوال‌پرسی شش‌ماهه و پیشنهاد معاینه"]])
* insert Due(after-start, 6, mo, months)
* action[=].extension[goldenTime].valueCode = #check-up
* insert Step(a-year-after, "How is it after a year", implant-checkup-how-is-it)
* insert Translated(action[=].title, [["1년 안부와 검진 안내"]], [["1年後のご様子と検診のご案内"]], [["احوال‌پرسی یک‌ساله و پیشنهاد معاینه"]])
* insert Due(after-start, 1, a, year)
* action[=].extension[goldenTime].valueCode = #yearly-check-up

Instance: implant-checkup-how-is-it
InstanceOf: OutreachActivity
Usage: #definition
Title: "Check-up after a dental implant"
* insert Activity(implant-checkup-how-is-it, recall)
* name = "ImplantCheckupHowIsIt"
* title = "Check-up after a dental implant"
* description = "Names the treatment, asks how it is, offers a check-up, and names the signs that must not wait. The text message names no treatment."
* code.text = "Check-up after a dental implant"
* insert Words(ko, [["치료받으신 곳은 좀 어떠신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 임플란트 치료를 받으신 뒤로 뵙지 못해 안부를 여쭙니다. 씹으실 때 불편하지는 않으신가요?\n임플란트는 아프지 않아도 주변 잇몸에 염증이 생길 수 있어, 잇몸과 맞물림을 한 번씩 살펴보는 것이 좋습니다. 편하신 때에 오시면 함께 확인해 드리겠습니다. 검진 간격은 잇몸 상태에 따라 다르며 진료 후 의사가 정합니다.\n잇몸이 붓거나 피나 고름이 나거나, 임플란트가 흔들리거나, 씹을 때 아프면 미루지 마시고 #{clinicPhone}번으로 연락해 주세요. 얼굴이 붓고 열이 나거나 삼키기, 숨쉬기가 힘들면 바로 응급 진료를 받으셔야 합니다."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. #{anchorDate} 치료받으신 곳은 좀 어떠신가요? 아프지 않아도 한 번씩 살펴보는 것이 좋습니다. 붓거나 흔들리거나 피가 나면 미루지 마시고 #{clinicPhone}번으로 연락해 주세요."]])
* insert Discreetly(ko, [["그동안 어떻게 지내셨나요?"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 다녀가신 뒤로 뵙지 못해 안부를 여쭙니다. 불편한 곳은 없으신가요? 아프지 않아도 한 번씩 살펴보는 것이 좋습니다. 붓거나 피가 나거나 아프면 미루지 마시고 #{clinicPhone}번으로 연락해 주세요. 삼키기나 숨쉬기가 힘들면 바로 응급 진료를 받으세요."]])
* insert Words(ja, [["治療された歯のご様子はいかがですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}にインプラント治療を受けられてから、しばらくお会いできておりませんので、ご様子を伺いたくご連絡いたしました。噛むときに気になることはございませんか。\nインプラントは痛みがなくても、まわりの歯ぐきに炎症が起きることがあるため、歯ぐきと噛み合わせをときどき確認しておくと安心です。ご都合のよいときにお越しいただければ、一緒に確認いたします。検診の間隔は歯ぐきの状態によって異なり、診察のうえで歯科医師が判断します。\n歯ぐきの腫れ、出血や膿、インプラントのぐらつき、噛んだときの痛みがあるときは、先延ばしになさらず #{clinicPhone} までご連絡ください。顔の腫れと発熱がある、飲み込みにくい、息苦しいといったときは、すぐに救急の診療を受けてください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。#{anchorDate}に治療された歯のご様子はいかがでしょうか。痛みがなくても、ときどき確認すると安心です。腫れやぐらつき、出血があるときは #{clinicPhone} へご連絡ください。"]])
* insert Discreetly(ja, [["その後、いかがお過ごしですか"]], [["#{patientName}、#{clinicName}です。#{anchorDate}のご来院のあと、ご様子はいかがでしょうか。痛みがなくても、ときどき確認しておくと安心です。腫れや出血、痛みがあるときは、先延ばしになさらず #{clinicPhone} までご連絡ください。飲み込みにくい、息苦しいときは、すぐに救急の診療を受けてください。"]])
* insert Words(fa, [["دندان درمان‌شدهٔ شما چطور است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nپس از درمان ایمپلنت شما در تاریخ #{anchorDate} هنوز فرصت دیدار دوباره پیش نیامده و جویای احوال شما هستیم. هنگام جویدن ناراحتی ندارید؟\nلثهٔ اطراف ایمپلنت ممکن است بدون درد هم ملتهب شود؛ برای همین خوب است لثه و نحوهٔ روی هم قرار گرفتن دندان‌ها گاهی بررسی شود. هر زمان که برایتان مناسب بود، با هم نگاهی به آن می‌اندازیم. فاصلهٔ معاینه‌ها به وضعیت لثه بستگی دارد و دندان‌پزشک پس از معاینه آن را تعیین می‌کند.\nاگر لثه متورم شد، خون یا چرک دیدید، ایمپلنت لق شد یا هنگام جویدن درد داشتید، آن را به تعویق نیندازید و با شمارهٔ #{clinicPhone} تماس بگیرید. در صورت تورم صورت همراه با تب، یا مشکل در بلع یا تنفس، فوراً به اورژانس مراجعه کنید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: دندان درمان‌شدهٔ شما چطور است؟ حتی بدون درد هم بررسی گاه‌به‌گاه خوب است. اگر تورم، لقی یا خون‌ریزی دارید، آن را به تعویق نیندازید و با #{clinicPhone} تماس بگیرید."]])
* insert Discreetly(fa, [["در این مدت حالتان چطور بوده است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: از مراجعهٔ #{anchorDate} شما را ندیده‌ایم. حالتان چطور است؟ حتی بدون درد هم بررسی گاه‌به‌گاه خوب است. اگر تورم، خون‌ریزی یا درد دارید، آن را به تعویق نیندازید و با #{clinicPhone} تماس بگیرید. در صورت مشکل در بلع یا تنفس فوراً به اورژانس بروید."]])
* insert Words(en, [["How is your treated tooth?"]], [["Hello #{patientName}, this is #{clinicName}.\nWe have not seen you since your dental implant treatment on #{anchorDate}, and would like to ask how you are. Is chewing comfortable?\nThe gum around an implant can become inflamed without any pain, so it is good to have the gum and the bite looked at now and then. Whenever it suits you, we would be glad to check it with you. How often depends on your gums, and your dentist decides it after seeing you.\nIf the gum swells or bleeds, there is pus, the implant feels loose or it hurts to chew, please do not put it off: call #{clinicPhone}. If your face swells and you have a fever, or swallowing or breathing is hard, seek emergency care at once."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how is your treated tooth? A look now and then helps even without pain. Swelling, bleeding or loose? Call #{clinicPhone}."]])
* insert Discreetly(en, [["How have you been?"]], [["#{patientName}, #{clinicName}: how have you been since your visit on #{anchorDate}? A look now and then helps even without pain. Swelling, bleeding or pain: do not put it off, call #{clinicPhone}. Trouble swallowing or breathing: emergency care at once."]])
