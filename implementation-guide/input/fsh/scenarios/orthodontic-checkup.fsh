Instance: orthodontic-checkup
InstanceOf: OutreachScenario
Usage: #definition
Title: "Orthodontic treatment: check after six months"
* insert Scenario(orthodontic-checkup)
* name = "OrthodonticCheckup"
* title = "Orthodontic treatment: check after six months"
* insert Translated(title, [["교정 치료 6개월 후 안부와 검진 안내"]], [["矯正治療から6か月後のご様子伺いと検診のご案内"]], [["احوال‌پرسی و چکاپ شش‌ماههٔ ارتودنسی"]])
* description = "Six months after an orthodontic treatment a patient who has not come in since is asked whether they are content, and offered the six-month check. The name carries the honorific of the language, neutral where the record does not say how to address the patient."
* goal.description.text = "Teeth stay where the treatment has brought them."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 30
* insert AnchorOn(Procedure, [["iif(performed is dateTime, performed, iif(performed.end.exists(), performed.end, performed.start))"]])
* insert AnchorCode(orthodontic-treatment)
* insert AnchorStatus(completed, http://hl7.org/fhir/event-status)
* insert Step(six-months-after, "Six-month check", orthodontic-checkup-six-months-after)
* insert Translated(action[=].title, [["6개월 검진 안내"]], [["6か月検診のご案内"]], [["چکاپ شش‌ماهه"]])
* insert Due(after-start, 6, mo, months)
* action[=].extension[goldenTime].valueCode = #check-up

Instance: orthodontic-checkup-six-months-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "Six months after orthodontic treatment"
* insert Activity(orthodontic-checkup-six-months-after, recall)
* name = "OrthodonticCheckupSixMonthsAfter"
* title = "Six months after orthodontic treatment"
* description = "Asks whether the patient is content, offers the six-month check, and names what should not wait. The text message names no treatment."
* code.text = "Six months after orthodontic treatment"
* insert Words(ko, [["치아는 편안하신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate} 교정 치료를 받으신 지 6개월이 되었습니다. 지내시면서 치아와 맞물림은 편안하신가요?\n교정 뒤에는 치아가 조금씩 제자리로 돌아가려 할 수 있어, 유지 장치와 맞물림을 함께 살펴보는 6개월 검진을 권해 드립니다. 편하신 시간을 #{clinicPhone}번으로 알려 주시면 맞추어 준비하겠습니다. 다음 검진 시기는 진료 후 의사가 정합니다.\n유지 장치가 깨지거나 잘 맞지 않을 때, 치아가 벌어지거나 흔들리는 느낌이 들 때, 장치에 닿는 곳이 헐거나 아플 때는 6개월을 기다리지 마시고 먼저 연락해 주세요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 치료 후 6개월, 치아는 편안하신가요? 6개월 검진이 필요한 때입니다. 편하신 시간을 #{clinicPhone}번으로 알려 주세요. 장치가 깨지거나 아프면 먼저 연락해 주세요."]])
* insert Discreetly(ko, [["6개월 안부를 여쭙니다"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 다녀가신 지 6개월, 편안하게 지내시나요? 한번 살펴볼 때가 되었습니다. 편하신 시간을 #{clinicPhone}번으로 알려 주세요. 아프거나 달라진 점이 있으면 기다리지 마시고 먼저 연락해 주세요."]])
* insert Words(ja, [["その後、歯のご様子はいかがですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}の矯正治療から6か月がたちました。歯や噛み合わせのご様子はいかがでしょうか。\n矯正のあとは歯が少しずつ元の位置に戻ろうとすることがあるため、保定装置と噛み合わせを確認する6か月検診をおすすめしております。ご都合のよい日時を #{clinicPhone} までお知らせいただければ、準備してお待ちいたします。その次の検診の時期は、診察のうえで歯科医師が判断します。\n保定装置が壊れた、合わなくなった、歯にすき間やぐらつきを感じる、装置が当たって痛いといったときは、6か月を待たずにご連絡ください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。治療から6か月、歯のご様子はいかがでしょうか。6か月検診の時期です。ご都合のよい日時を #{clinicPhone} へお知らせください。装置の破損や痛みがあるときは、早めにご連絡ください。"]])
* insert Discreetly(ja, [["半年後のご様子伺い"]], [["#{patientName}、#{clinicName}です。#{anchorDate}のご来院から6か月、ご様子はいかがでしょうか。一度確認させていただく時期になりました。ご都合のよい日時を #{clinicPhone} へお知らせください。痛みや変わったことがあるときは、待たずにご連絡ください。"]])
* insert Words(fa, [["امیدواریم از درمان خود راضی باشید"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nشش ماه از درمان ارتودنسی شما در تاریخ #{anchorDate} می‌گذرد. امیدواریم از آن راضی باشید. حال دندان‌هایتان چطور است؟\nپس از ارتودنسی، دندان‌ها ممکن است کم‌کم به جای قبلی خود برگردند؛ برای همین چکاپ شش‌ماهه کمک می‌کند نگه‌دارنده و نحوهٔ روی هم قرار گرفتن دندان‌ها را با هم بررسی کنیم. هر زمانی که برایتان مناسب است، با شمارهٔ #{clinicPhone} به ما بگویید تا هماهنگ کنیم. زمان معاینهٔ بعدی را دندان‌پزشک پس از معاینه تعیین می‌کند.\nاگر نگه‌دارنده شکسته یا جا نمی‌افتد، میان دندان‌ها فاصله افتاده، دندانی لق شده یا جایی از دهان زخم و دردناک است، تا چکاپ صبر نکنید و زودتر خبر دهید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: امیدواریم از درمان خود راضی باشید. حال دندان‌هایتان چطور است؟ برای چکاپ شش‌ماهه، زمان دلخواهتان را به #{clinicPhone} بگویید. اگر درد دارید، صبر نکنید."]])
* insert Discreetly(fa, [["شش ماه گذشت؛ حالتان چطور است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: شش ماه از مراجعهٔ #{anchorDate} می‌گذرد. حالتان چطور است؟ زمان بررسی دوباره رسیده است؛ وقت دلخواهتان را به #{clinicPhone} بگویید. اگر درد دارید یا چیزی تغییر کرده است، صبر نکنید و زودتر تماس بگیرید."]])
* insert Words(en, [["How are your teeth?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been six months since your orthodontic treatment on #{anchorDate}. We hope you are content with it. How do your teeth and your bite feel?\nAfter orthodontic treatment teeth can slowly move back, so the six-month check looks at the retainer and the bite. Let us know at #{clinicPhone} which time suits you, and we will be ready. Your dentist decides on the next check after seeing you.\nIf the retainer is broken or no longer fits, a gap opens, a tooth feels loose or something rubs and hurts, please do not wait for the check: call us first."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how are your teeth? It is time for the six-month check. Tell us a time at #{clinicPhone}. If it hurts, please do not wait."]])
* insert Discreetly(en, [["Six months on: how are you?"]], [["#{patientName}, #{clinicName}: how are you six months after your visit on #{anchorDate}? It is time for a look together. Tell us a time at #{clinicPhone}. If something hurts or has changed, please do not wait."]])
