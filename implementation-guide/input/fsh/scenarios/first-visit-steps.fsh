// The four stages around a first visit. A scenario counts from one anchor and has one goal and its own exits,
// so each stage is a scenario of its own; the ids begin alike.

Instance: first-visit-steps
InstanceOf: OutreachScenario
Usage: #definition
Title: "First visit: from the booking to the visit"
* insert Scenario(first-visit-steps)
* name = "FirstVisitSteps"
* title = "First visit: from the booking to the visit"
* insert Translated(title, [["첫 방문 1단계: 예약부터 내원까지"]], [["初診ステップ1：ご予約からご来院まで"]], [["نخستین مراجعه، گام ۱: از ثبت نوبت تا دیدار"]])
* description = "Stage 1 of 4. For somebody who has never been here: confirms the booking at once and says how the day goes, two days before says what to prepare, and the day before that they are expected. Moves with the appointment and ends with it."
* goal.description.text = "Somebody new comes without worry, prepared, and on time; or changes the time early."
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "booking"
* extension[collisionPriority].valueInteger = 20
* extension[collisionScope].valueCode = #anchor
* insert AnchorOn(Appointment, "start")
* insert AnchorStatus(booked, http://hl7.org/fhir/appointmentstatus)
* insert AnchorIf([["The appointment is still to come."]], [["start > %now"]])
* insert AnchorIf([["The patient has not been here before."]], [["%visitsBefore = 0"]])
* insert Step(right-after-booking, "Confirmation\, and how the day goes", first-visit-steps-right-after-booking)
* insert Translated(action[=].title, [["예약 확인과 당일 순서"]], [["ご予約の確認と当日の流れ"]], [["تأیید نوبت و روند روز مراجعه"]])
* action[=].relatedAction.relationship = #concurrent-with-start
* action[=].extension[validFor].valueDuration = 24 $ucum#h "hours"
* insert Step(two-days-before, "What to prepare", first-visit-steps-two-days-before)
* insert Translated(action[=].title, [["이틀 전 준비 안내"]], [["2日前の準備のご案内"]], [["آمادگی، دو روز قبل"]])
* insert Due(before-start, 2, d, days)
* insert Step(one-day-before, "You are expected tomorrow", first-visit-steps-one-day-before)
* insert Translated(action[=].title, [["하루 전 안내"]], [["前日のご案内"]], [["یادآوری یک روز قبل"]])
* insert Due(before-start, 1, d, day)

Instance: first-visit-steps-after-visit
InstanceOf: OutreachScenario
Usage: #definition
Title: "First visit: from the visit through the week after"
* insert Scenario(first-visit-steps-after-visit)
* name = "FirstVisitStepsAfterVisit"
* title = "First visit: from the visit through the week after"
* insert Translated(title, [["첫 방문 2단계: 내원 당일과 그 주"]], [["初診ステップ2：初診当日からの1週間"]], [["نخستین مراجعه، گام ۲: روز دیدار و هفتهٔ پس از آن"]])
* description = "Stage 2 of 4. After the first visit: thanks and what to look out for at once, with a link to results but never the result; within a week a question form, a recap and the next booking. The next visit ends it."
* goal.description.text = "The patient has understood what was said, has asked what was left open, and knows how it goes on."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* insert AnchorOn(Encounter, [["iif(period.end.exists(), period.end, period.start)"]])
* insert AnchorStatus(finished, http://hl7.org/fhir/encounter-status)
* insert AnchorIf([["It was the first visit."]], [["%visitsBefore = 0"]])
* insert Step(the-same-day, "Thanks\, and what to look out for", first-visit-steps-the-same-day)
* insert Translated(action[=].title, [["당일 인사와 주의할 점"]], [["当日のお礼と注意点"]], [["قدردانی و نکته‌های روز دیدار"]])
* action[=].relatedAction.relationship = #concurrent-with-start
* insert Step(within-a-week, "Questions\, and the next booking", first-visit-steps-within-a-week)
* insert Translated(action[=].title, [["질문과 다음 예약"]], [["ご質問と次回のご予約"]], [["پرسش‌ها و نوبت بعدی"]])
* insert Due(after-start, 5, d, days)
* action[=].extension[validFor].valueDuration = 2 $ucum#d "days"

Instance: first-visit-steps-until-checkup
InstanceOf: OutreachScenario
Usage: #definition
Title: "First visit: until the next check-up"
* insert Scenario(first-visit-steps-until-checkup)
* name = "FirstVisitStepsUntilCheckup"
* title = "First visit: until the next check-up"
* insert Translated(title, [["첫 방문 3단계: 다음 검진까지"]], [["初診ステップ3：次回検診まで"]], [["نخستین مراجعه، گام ۳: تا معاینهٔ بعدی"]])
* description = "Stage 3 of 4. A month after the first visit: everyday advice, and how the patient is (the condition check); three and six months after it: the notice of a check-up with the months since the last visit, unless one is booked. The next visit ends it."
* goal.description.text = "Changes are told early, and the check-up is not forgotten."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 12
* insert AnchorOn(Encounter, [["iif(period.end.exists(), period.end, period.start)"]])
* insert AnchorStatus(finished, http://hl7.org/fhir/encounter-status)
* insert AnchorIf([["It was the first visit."]], [["%visitsBefore = 0"]])
* insert Step(one-month-after, "Everyday advice\, and how are you", first-visit-steps-one-month-after)
* insert Translated(action[=].title, [["생활 안내와 상태 확인"]], [["生活のアドバイスと体調確認"]], [["توصیه‌های روزمره و احوال‌پرسی"]])
* insert Due(after-start, 1, mo, month)
* insert Step(three-months-after, "Check-up notice", periodic-checkup-three-months-after)
* insert Translated(action[=].title, [["3개월 검진 안내"]], [["3か月の検診のご案内"]], [["یادآوری معاینهٔ سه‌ماهه"]])
* insert Due(after-start, 3, mo, months)
* insert StepIf([["No visit is booked."]], [["%nextAppointment.empty()"]])
* insert Step(six-months-after, "Check-up notice", periodic-checkup-six-months-after)
* insert Translated(action[=].title, [["6개월 검진 안내"]], [["6か月の検診のご案内"]], [["یادآوری معاینهٔ شش‌ماهه"]])
* insert Due(after-start, 6, mo, months)
* insert StepIf([["No visit is booked."]], [["%nextAppointment.empty()"]])

Instance: first-visit-steps-afterwards
InstanceOf: OutreachScenario
Usage: #definition
Title: "First visit: after the check-ups, staying in touch"
* insert Scenario(first-visit-steps-afterwards)
* name = "FirstVisitStepsAfterwards"
* title = "First visit: after the check-ups, staying in touch"
* insert Translated(title, [["첫 방문 4단계: 검진 이후의 건강 소식"]], [["初診ステップ4：検診以降の健康だより"]], [["نخستین مراجعه، گام ۴: پس از معاینه، در ارتباط ماندن"]])
* description = "Stage 4 of 4. From the second visit on: health news and prevention two and five months after a visit. It is education and offers nothing. Each visit starts it anew."
* goal.description.text = "The patient looks after their health between visits, and the clinic stays a place to ask."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "education"
* extension[collisionPriority].valueInteger = 20
* insert AnchorOn(Encounter, [["iif(period.end.exists(), period.end, period.start)"]])
* insert AnchorStatus(finished, http://hl7.org/fhir/encounter-status)
* insert AnchorIf([["The patient had been here before."]], [["%visitsBefore > 0"]])
* insert Step(two-months-after, "Health news: mouth and gums", health-tips-mouth)
* insert Translated(action[=].title, [["건강 소식: 입안 건강"]], [["健康だより：お口の健康"]], [["خبر سلامت: دهان و لثه"]])
* insert Due(after-start, 2, mo, months)
* insert Step(five-months-after, "Health news: your medicines", health-tips-medicines)
* insert Translated(action[=].title, [["건강 소식: 드시는 약"]], [["健康だより：お薬のこと"]], [["خبر سلامت: داروهای شما"]])
* insert Due(after-start, 5, mo, months)

Instance: first-visit-steps-right-after-booking
InstanceOf: OutreachActivity
Usage: #definition
Title: "Confirmation of a first visit"
* insert Activity(first-visit-steps-right-after-booking, transactional)
* name = "FirstVisitStepsRightAfterBooking"
* title = "Confirmation of a first visit"
* description = "Confirms the booking and says how the day goes."
* code.text = "Confirmation of a first visit"
* insert Words(ko, [["첫 방문 예약이 확인되었습니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n첫 방문 예약이 확인되었습니다.\n일시: #{appointmentTime}\n처음 오시는 날은 이렇게 진행됩니다.\n1. 접수: 성함을 확인하고 간단한 문진표를 적으십니다.\n2. 상담과 진찰: 불편하신 점을 충분히 듣고 상태를 살펴봅니다.\n3. 설명: 필요한 검사나 치료, 비용을 말씀드립니다. 받으실지는 설명을 들으신 뒤에 정하시면 됩니다.\n드시는 약, 알레르기, 임신이나 수유 여부를 미리 알려 주시면 준비에 도움이 됩니다. 걱정되는 점이 있으면 #{clinicPhone}번으로 편하게 물어봐 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{clinicName}: #{patientName} 첫 방문 #{appointmentTime}. 드시는 약과 알레르기를 미리 알려 주세요. 궁금한 점 #{clinicPhone}"]])
* insert Discreetly(ko, [["첫 방문 예약이 확인되었습니다"]], [["#{clinicName}: #{patientName} 첫 방문 #{appointmentTime}. 드시는 약과 알레르기를 미리 알려 주세요. 궁금한 점 #{clinicPhone}"]])
* insert Words(ja, [["初めてのご予約を承りました"]], [["#{patientName}、はじめまして。#{clinicName}です。\nご予約を承りました。\n日時：#{appointmentTime}\n初めてお越しいただく日の流れは次のとおりです。\n1. 受付：お名前を確認し、かんたんな問診票にご記入いただきます。\n2. お話と診察：気になることをじっくり伺い、状態を拝見します。\n3. ご説明：必要な検査や治療、費用についてお伝えします。受けるかどうかは、説明を聞いてからお決めいただけます。\nお薬、アレルギー、妊娠や授乳のことを事前にお知らせいただけますと、準備に役立ちます。ご心配なことは #{clinicPhone} までお気軽にお尋ねください。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。初めてのご予約を承りました。#{appointmentTime}。お薬やアレルギーは事前にお知らせください。ご心配なことは #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["初めてのご予約を承りました"]], [["#{patientName}、#{clinicName}です。初めてのご予約を承りました。#{appointmentTime}。お薬やアレルギーは事前にお知らせください。ご心配なことは #{clinicPhone} へ。"]])
* insert Words(fa, [["نخستین نوبت شما ثبت شد"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nنخستین نوبت شما ثبت شد.\nزمان: #{appointmentTime}\nروند روز مراجعه این‌گونه است:\n۱. پذیرش: نام شما را بررسی می‌کنیم و پرسش‌نامهٔ کوتاهی پر می‌کنید.\n۲. گفت‌وگو و معاینه: با حوصله به صحبت‌های شما گوش می‌دهیم و وضعیتتان را بررسی می‌کنیم.\n۳. توضیح: دربارهٔ آزمایش یا درمان لازم و هزینهٔ آن صحبت می‌کنیم. پس از شنیدن توضیح‌ها خودتان تصمیم می‌گیرید.\nاگر دارویی مصرف می‌کنید، حساسیتی دارید، باردار هستید یا شیر می‌دهید، خوب است از قبل به ما بگویید. هر نگرانی یا پرسشی دارید، با خیال راحت با شمارهٔ #{clinicPhone} در میان بگذارید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، نخستین نوبت شما در #{clinicName} ثبت شد: #{appointmentTime}. داروها و حساسیت‌هایتان را از قبل به ما بگویید. پرسش: #{clinicPhone}"]])
* insert Discreetly(fa, [["نخستین نوبت شما ثبت شد"]], [["#{patientName}، نخستین نوبت شما در #{clinicName} ثبت شد: #{appointmentTime}. داروها و حساسیت‌هایتان را از قبل به ما بگویید. پرسش: #{clinicPhone}"]])
* insert Words(en, [["Your first visit is booked"]], [["Hello #{patientName}, this is #{clinicName}.\nYour first visit is booked.\nWhen: #{appointmentTime}\nThis is how the day goes:\n1. Reception: we check your name, and you fill in a short form.\n2. Talking and examination: we take time to listen, and look at how you are.\n3. Explanation: we tell you which tests or treatment may help and what they cost. You decide after hearing it.\nIt helps us to know beforehand about medicines, allergies, pregnancy or breastfeeding. If anything worries you, please ask us at #{clinicPhone}."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: your first visit is on #{appointmentTime}. Questions or allergies? Call #{clinicPhone}."]])
* insert Discreetly(en, [["Your first visit is booked"]], [["#{patientName}, #{clinicName}: your first visit is on #{appointmentTime}. Questions or allergies? Call #{clinicPhone}."]])

Instance: first-visit-steps-two-days-before
InstanceOf: OutreachActivity
Usage: #definition
Title: "Two days before a first visit"
* insert Activity(first-visit-steps-two-days-before, transactional)
* name = "FirstVisitStepsTwoDaysBefore"
* title = "Two days before a first visit"
* description = "Says what to bring and what to mind before the visit."
* code.text = "Two days before a first visit"
* insert Words(ko, [["이틀 뒤 첫 방문, 이렇게 준비해 주세요"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n이틀 뒤에 처음 뵙게 되어 준비하실 점을 알려 드립니다.\n일시: #{appointmentTime}\n- 신분증과, 있으시면 다른 곳에서 받은 검사 자료를 가져와 주세요.\n- 드시는 약은 이름을 적거나 사진으로 찍어 오시면 됩니다. 임의로 끊지는 마세요.\n- 궁금한 점을 미리 적어 오시면 빠뜨리지 않고 여쭤보실 수 있습니다.\n- 접수를 위해 10분쯤 여유 있게 오시면 좋습니다.\n열이 나거나 증상이 갑자기 심해지면 예약일을 기다리지 마시고 먼저 연락해 주세요. 시간을 바꾸고 싶으실 때도 #{clinicPhone}번으로 알려 주시면 다른 시간을 함께 찾아보겠습니다."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{clinicName}: #{patientName} #{appointmentTime} 첫 방문. 신분증과 드시는 약 이름을 준비해 주세요. 걱정되는 점, 시간 변경 #{clinicPhone}"]])
* insert Discreetly(ko, [["이틀 뒤 첫 방문, 이렇게 준비해 주세요"]], [["#{clinicName}: #{patientName} #{appointmentTime} 첫 방문. 신분증과 드시는 약 이름을 준비해 주세요. 걱정되는 점, 시간 변경 #{clinicPhone}"]])
* insert Words(ja, [["2日後のご来院に向けて"]], [["#{patientName}、#{clinicName}です。\n2日後に初めてお目にかかりますので、準備についてお知らせいたします。\n日時：#{appointmentTime}\n・保険証などの資格を確認できるものと、ほかの医療機関の検査資料があればお持ちください。\n・お薬は、お薬手帳や写真でかまいません。自己判断でおやめにならないでください。\n・聞いておきたいことをメモしておくと、聞きもらしがありません。\n・受付がありますので、10分ほど前にお越しいただくとゆっくりお過ごしいただけます。\n発熱があるときや症状が急に強くなったときは、ご予約の日を待たずにご連絡ください。日時の変更も、#{clinicPhone} までご遠慮なくお知らせください。別の日時を一緒にお探しします。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。#{appointmentTime}に初めてのご来院です。お薬手帳と資格を確認できるものをお持ちください。ご心配なことやご変更は #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["2日後のご来院に向けて"]], [["#{patientName}、#{clinicName}です。#{appointmentTime}に初めてのご来院です。お薬手帳と資格を確認できるものをお持ちください。ご心配なことやご変更は #{clinicPhone} へ。"]])
* insert Words(fa, [["دو روز تا نخستین دیدار"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nدو روز دیگر برای نخستین بار شما را می‌بینیم. چند نکته برای آمادگی:\nزمان: #{appointmentTime}\n- کارت شناسایی و اگر دارید، مدارک آزمایش‌های قبلی را همراه بیاورید.\n- نام یا عکس داروهایتان کافی است. لطفاً هیچ دارویی را خودسرانه قطع نکنید.\n- پرسش‌هایتان را یادداشت کنید تا چیزی از قلم نیفتد.\n- اگر حدود ده دقیقه زودتر برسید، پذیرش با آرامش انجام می‌شود.\nاگر تب دارید یا حالتان ناگهان بدتر شد، تا روز نوبت صبر نکنید و با ما تماس بگیرید. برای تغییر زمان هم با شمارهٔ #{clinicPhone} خبر دهید تا با هم زمان دیگری پیدا کنیم."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، یادآوری #{clinicName}: نخستین نوبت شما #{appointmentTime} است. کارت شناسایی و نام داروهایتان را همراه بیاورید. پرسش یا تغییر زمان: #{clinicPhone}"]])
* insert Discreetly(fa, [["دو روز تا نخستین دیدار"]], [["#{patientName}، یادآوری #{clinicName}: نخستین نوبت شما #{appointmentTime} است. کارت شناسایی و نام داروهایتان را همراه بیاورید. پرسش یا تغییر زمان: #{clinicPhone}"]])
* insert Words(en, [["Two days until your first visit"]], [["Hello #{patientName}, this is #{clinicName}.\nWe will meet for the first time in two days. A few things to prepare:\nWhen: #{appointmentTime}\n- Please bring an ID and, if you have them, results from elsewhere.\n- A list or a photo of your medicines is enough. Please do not stop any of them on your own.\n- Note down what you would like to ask, so that nothing is forgotten.\n- If you come ten minutes early, there is time for the reception.\nIf you have a fever or a symptom suddenly gets worse, do not wait for the day: call us first. If the time no longer suits you, call #{clinicPhone} and we will find another one together."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: first visit #{appointmentTime}. Bring an ID and a list of medicines. Questions: #{clinicPhone}."]])
* insert Discreetly(en, [["Two days until your first visit"]], [["#{patientName}, #{clinicName}: first visit #{appointmentTime}. Bring an ID and a list of medicines. Questions: #{clinicPhone}."]])

Instance: first-visit-steps-one-day-before
InstanceOf: OutreachActivity
Usage: #definition
Title: "The day before a first visit"
* insert Activity(first-visit-steps-one-day-before, transactional)
* name = "FirstVisitStepsOneDayBefore"
* title = "The day before a first visit"
* description = "Says that the patient is expected, and whom to call when something comes up."
* code.text = "The day before a first visit"
* insert Words(ko, [["내일 뵙겠습니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n내일 처음 뵙게 되어 반갑습니다.\n일시: #{appointmentTime}\n처음이라 긴장되실 수 있습니다. 무섭거나 걱정되는 점이 있으면 오셔서 먼저 말씀해 주세요. 천천히 설명해 드리고, 원하지 않으시는 것은 하지 않습니다.\n몸이 좋지 않거나 오시기 어려우면 무리하지 마시고 #{clinicPhone}번으로 연락해 주세요. 찾아오시는 길이 궁금하실 때도 편하게 전화 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{clinicName}: #{patientName} 내일 #{appointmentTime} 첫 방문. 걱정되는 점이나 길 안내 #{clinicPhone}"]])
* insert Discreetly(ko, [["내일 뵙겠습니다"]], [["#{clinicName}: #{patientName} 내일 #{appointmentTime} 첫 방문. 걱정되는 점이나 길 안내 #{clinicPhone}"]])
* insert Words(ja, [["明日お待ちしております"]], [["#{patientName}、#{clinicName}です。\n明日、お目にかかれるのを楽しみにしております。\n日時：#{appointmentTime}\n初めてで緊張なさるかもしれません。怖いことやご心配なことがございましたら、お越しになったときに最初にお話しください。ゆっくりご説明し、ご希望でないことは行いません。\n体調がすぐれないときやご都合がつかないときは、無理をなさらず #{clinicPhone} までご連絡ください。道順のお問い合わせもお気軽にどうぞ。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。明日 #{appointmentTime} にお待ちしております。ご心配なことや道順は #{clinicPhone} までお気軽にどうぞ。"]])
* insert Discreetly(ja, [["明日お待ちしております"]], [["#{patientName}、#{clinicName}です。明日 #{appointmentTime} にお待ちしております。ご心配なことや道順は #{clinicPhone} までお気軽にどうぞ。"]])
* insert Words(fa, [["فردا منتظر شما هستیم"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nفردا برای نخستین بار شما را می‌بینیم و خوشحالیم.\nزمان: #{appointmentTime}\nطبیعی است که بار اول کمی نگران باشید. اگر از چیزی می‌ترسید یا دلواپس هستید، همان ابتدا بگویید؛ با حوصله توضیح می‌دهیم و کاری را که نمی‌خواهید انجام نمی‌دهیم.\nاگر حالتان خوب نیست یا نمی‌توانید بیایید، به خودتان سخت نگیرید و با شمارهٔ #{clinicPhone} خبر دهید. برای نشانی هم با خیال راحت تماس بگیرید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، یادآوری #{clinicName}: فردا #{appointmentTime} منتظر شما هستیم. اگر نگرانی یا پرسشی دارید، با #{clinicPhone} تماس بگیرید."]])
* insert Discreetly(fa, [["فردا منتظر شما هستیم"]], [["#{patientName}، یادآوری #{clinicName}: فردا #{appointmentTime} منتظر شما هستیم. اگر نگرانی یا پرسشی دارید، با #{clinicPhone} تماس بگیرید."]])
* insert Words(en, [["See you tomorrow"]], [["Hello #{patientName}, this is #{clinicName}.\nWe look forward to meeting you tomorrow.\nWhen: #{appointmentTime}\nIt is normal to be a little nervous the first time. If something frightens or worries you, tell us right at the beginning: we explain in your own time, and do nothing that you do not want.\nIf you are unwell or cannot make it, please do not force yourself: call #{clinicPhone}. For directions you can call us too."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: see you tomorrow, #{appointmentTime}. Worried, unwell or lost? Call us: #{clinicPhone}."]])
* insert Discreetly(en, [["See you tomorrow"]], [["#{patientName}, #{clinicName}: see you tomorrow, #{appointmentTime}. Worried, unwell or lost? Call us: #{clinicPhone}."]])

Instance: first-visit-steps-the-same-day
InstanceOf: OutreachActivity
Usage: #definition
Title: "After a first visit"
* insert Activity(first-visit-steps-the-same-day, treatment)
* name = "FirstVisitStepsTheSameDay"
* title = "After a first visit"
* description = "Thanks, says what to look out for, and where results can be read. Never says a result."
* code.text = "After a first visit"
* insert Words(ko, [["첫 방문, 고생 많으셨습니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate} 첫 방문에 시간 내어 와 주셔서 감사합니다. 돌아가신 뒤로 몸은 좀 어떠신가요?\n- 들으신 설명 중 기억나지 않거나 이해되지 않은 점이 있으면 몇 번이고 다시 물어봐 주세요.\n- 약을 받으셨다면 안내받으신 대로 드시고, 불편하시면 임의로 끊기 전에 먼저 알려 주세요.\n- 검사를 받으셨다면 내용은 메시지로 보내 드리지 않습니다. 본인 확인을 거치는 화면이나 진료실에서 확인하시고, 뜻은 의사가 설명해 드립니다.\n증상이 심해지거나 두드러기, 숨이 찬 느낌, 멈추지 않는 피, 높은 열이 생기면 기다리지 마시고 바로 #{clinicPhone}번으로 연락해 주세요. 급하면 가까운 응급실로 가셔야 합니다."]])
* insert ButtonFor(result, [["결과 확인하기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 와 주셔서 감사합니다. 돌아가신 뒤로 좀 어떠신가요? 궁금한 점은 #{clinicPhone}번으로 물어봐 주세요. 증상이 심해지면 바로 연락해 주시고, 숨쉬기가 힘들면 응급실로 가세요."]])
* insert Discreetly(ko, [["첫 방문, 고생 많으셨습니다"]], [["#{patientName}, #{clinicName}입니다. 와 주셔서 감사합니다. 돌아가신 뒤로 좀 어떠신가요? 궁금한 점은 #{clinicPhone}번으로 물어봐 주세요. 증상이 심해지면 바로 연락해 주시고, 숨쉬기가 힘들면 응급실로 가세요."]])
* insert Words(ja, [["ご来院ありがとうございました"]], [["#{patientName}、#{clinicName}です。\n#{anchorDate}は初めてのご来院、ありがとうございました。お帰りになってから、体調はいかがでしょうか。\n・説明の中で思い出せないことやわかりにくかったことは、何度でもお尋ねください。\n・お薬を受け取られた方は、ご案内のとおりにお使いください。合わないと感じたときは、自己判断でやめる前にお知らせください。\n・検査を受けられた方の内容は、メッセージではお送りいたしません。ご本人の確認ができる画面または診察室でご確認ください。意味は医師がご説明いたします。\n症状が強くなる、じんましん、息苦しさ、止まらない出血、高い熱があるときは、様子を見ずにすぐ #{clinicPhone} までご連絡ください。急を要するときは、お近くの救急外来を受診してください。"]])
* insert ButtonFor(result, [["結果を確認する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。ご来院ありがとうございました。体調はいかがでしょうか。ご質問は #{clinicPhone} へ。症状が強くなったらすぐにご連絡を、息苦しいときは救急を受診してください。"]])
* insert Discreetly(ja, [["ご来院ありがとうございました"]], [["#{patientName}、#{clinicName}です。ご来院ありがとうございました。体調はいかがでしょうか。ご質問は #{clinicPhone} へ。症状が強くなったらすぐにご連絡を、息苦しいときは救急を受診してください。"]])
* insert Words(fa, [["از دیدارتان سپاسگزاریم"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nاز اینکه در تاریخ #{anchorDate} برای نخستین بار به دیدار ما آمدید سپاسگزاریم. پس از آن حالتان چطور است؟\n- اگر بخشی از توضیح‌ها را به یاد ندارید یا روشن نبود، هر چند بار که لازم است بپرسید.\n- اگر دارویی گرفته‌اید، همان‌طور که گفته شد مصرف کنید و اگر اذیتتان کرد، پیش از آنکه خودسرانه قطع کنید به ما بگویید.\n- اگر آزمایشی داده‌اید، محتوای آن را با پیام نمی‌فرستیم؛ می‌توانید آن را در صفحهٔ شخصی خود یا نزد پزشک ببینید و پزشک معنای آن را توضیح می‌دهد.\nاگر علائم بیشتر شد یا کهیر، تنگی نفس، خون‌ریزی بندنیامدنی یا تب بالا پیدا کردید، منتظر نمانید و فوراً با شمارهٔ #{clinicPhone} تماس بگیرید؛ در وضعیت فوری به نزدیک‌ترین اورژانس مراجعه کنید."]])
* insert ButtonFor(result, [["دیدن نتیجه"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. #{clinicName} از دیدارتان سپاسگزار است. حالتان چطور است؟ پرسش خود را با #{clinicPhone} در میان بگذارید. اگر علائم بیشتر شد فوراً تماس بگیرید و در تنگی نفس به اورژانس بروید."]])
* insert Discreetly(fa, [["از دیدارتان سپاسگزاریم"]], [["#{patientName}، سلام. #{clinicName} از دیدارتان سپاسگزار است. حالتان چطور است؟ پرسش خود را با #{clinicPhone} در میان بگذارید. اگر علائم بیشتر شد فوراً تماس بگیرید و در تنگی نفس به اورژانس بروید."]])
* insert Words(en, [["Thank you for coming"]], [["Hello #{patientName}, this is #{clinicName}.\nThank you for coming to us for the first time on #{anchorDate}. How have you been since?\n- If you do not remember something we said, or it was not clear, please ask again as often as you like.\n- If you were given a medicine, take it as explained. If it does not agree with you, tell us before stopping it on your own.\n- If you had a test, we do not send what it says by message. You can read it behind your own login or here with us, and your doctor explains what it means.\nIf a symptom gets worse, or you have hives, trouble breathing, bleeding that does not stop or a high fever, do not wait: call #{clinicPhone} right away. In an emergency go to the nearest emergency department."]])
* insert ButtonFor(result, [["See the result"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: thank you for coming. How are you? Questions or worse: #{clinicPhone}. Hard to breathe: go to the ER."]])
* insert Discreetly(en, [["Thank you for coming"]], [["#{patientName}, #{clinicName}: thank you for coming. How are you? Questions or worse: #{clinicPhone}. Hard to breathe: go to the ER."]])

Instance: first-visit-steps-within-a-week
InstanceOf: OutreachActivity
Usage: #definition
Title: "Within a week after a first visit"
* insert Activity(first-visit-steps-within-a-week, treatment)
* name = "FirstVisitStepsWithinAWeek"
* title = "Within a week after a first visit"
* description = "Asks how the patient is and what was left open, points to the question form, and to the next booking."
* code.text = "Within a week after a first visit"
* insert Words(ko, [["더 궁금한 점은 없으신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 다녀가신 뒤로 좀 어떠신가요?\n집에 돌아가면 그제야 떠오르는 질문이 많습니다. \"약은 언제까지 먹나요?\", \"이 증상은 괜찮은가요?\" 같은 작은 것이라도 질문지에 남기시거나 #{clinicPhone}번으로 물어봐 주세요. 담당자가 확인하고 답을 드리며, 필요하면 의사에게 여쭙겠습니다.\n다음 진료를 안내받으셨다면 편하신 시간을 알려 주세요. 아직 정하지 못하셨어도 괜찮습니다. 어떻게 하면 좋을지 함께 의논하겠습니다.\n새로운 증상이 생기거나 전보다 심해졌다면 답을 기다리지 마시고 바로 전화해 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 다녀가신 뒤로 좀 어떠신가요? 궁금한 점이나 다음 진료 시간은 #{clinicPhone}번으로 말씀해 주세요. 증상이 심해졌다면 기다리지 말고 바로 전화해 주세요."]])
* insert Discreetly(ko, [["더 궁금한 점은 없으신가요?"]], [["#{patientName}, #{clinicName}입니다. 다녀가신 뒤로 좀 어떠신가요? 궁금한 점이나 다음 진료 시간은 #{clinicPhone}번으로 말씀해 주세요. 증상이 심해졌다면 기다리지 말고 바로 전화해 주세요."]])
* insert Words(ja, [["その後、ご不明な点はございませんか"]], [["#{patientName}、#{clinicName}です。\n#{anchorDate}のご来院の後、体調はいかがでしょうか。\nお帰りになってから思い浮かぶご質問も多いものです。「お薬はいつまで飲むのか」「この症状は大丈夫か」など、小さなことでも質問票にご記入いただくか、#{clinicPhone} までお尋ねください。担当者が確認してお返事し、必要なときは医師に確認いたします。\n次回の診療についてご案内を受けられた方は、ご都合のよい日時をお知らせください。まだお決まりでなくてもかまいません。どうするのがよいか、一緒に考えてまいります。\n新しい症状があるときや前より強くなったときは、お返事を待たずにすぐお電話ください。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。ご来院の後、体調はいかがでしょうか。ご質問や次回の日時のご相談は #{clinicPhone} へ。症状が強くなったときは、すぐにお電話ください。"]])
* insert Discreetly(ja, [["その後、ご不明な点はございませんか"]], [["#{patientName}、#{clinicName}です。ご来院の後、体調はいかがでしょうか。ご質問や次回の日時のご相談は #{clinicPhone} へ。症状が強くなったときは、すぐにお電話ください。"]])
* insert Words(fa, [["پرسشی باقی مانده است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nپس از دیدار #{anchorDate} حالتان چطور است؟\nخیلی از پرسش‌ها تازه در خانه به ذهن می‌رسد؛ مانند «دارو را تا کی بخورم؟» یا «این علامت طبیعی است؟». هر پرسشی، هرچند کوچک، در پرسش‌نامه بنویسید یا با شمارهٔ #{clinicPhone} بپرسید. همکارمان بررسی می‌کند و پاسخ می‌دهد و اگر لازم باشد از پزشک می‌پرسد.\nاگر نوبت بعدی به شما پیشنهاد شده است، زمان مناسب خود را به ما بگویید. اگر هنوز تصمیم نگرفته‌اید هم اشکالی ندارد؛ با هم دربارهٔ آن صحبت می‌کنیم.\nاگر علامت تازه‌ای پیدا شده یا حالتان بدتر شده است، منتظر پاسخ نمانید و فوراً تلفن کنید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: پس از دیدارمان حالتان چطور است؟ پرسش‌ها یا زمان نوبت بعدی را با #{clinicPhone} در میان بگذارید. اگر حالتان بدتر شده است، فوراً تلفن کنید."]])
* insert Discreetly(fa, [["پرسشی باقی مانده است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: پس از دیدارمان حالتان چطور است؟ پرسش‌ها یا زمان نوبت بعدی را با #{clinicPhone} در میان بگذارید. اگر حالتان بدتر شده است، فوراً تلفن کنید."]])
* insert Words(en, [["Is there anything left to ask?"]], [["Hello #{patientName}, this is #{clinicName}.\nHow have you been since your visit on #{anchorDate}?\nMany questions only come up at home: until when to take the medicine, whether something is normal. However small, write it into the question form or ask us at #{clinicPhone}. Somebody looks into it and answers, and asks your doctor where needed.\nIf a next visit was suggested, tell us which time suits you. If you have not decided yet, that is fine too; we will think it over together.\nIf there is a new symptom or things have become worse, do not wait for an answer: call us right away."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert ButtonFor(book, [["Find a time"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how are you since your visit? For questions or the next visit: #{clinicPhone}. If worse, call now."]])
* insert Discreetly(en, [["Is there anything left to ask?"]], [["#{patientName}, #{clinicName}: how are you since your visit? For questions or the next visit: #{clinicPhone}. If worse, call now."]])

Instance: first-visit-steps-one-month-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "A month after a first visit"
* insert Activity(first-visit-steps-one-month-after, education)
* name = "FirstVisitStepsOneMonthAfter"
* title = "A month after a first visit"
* description = "Everyday advice for any patient, and the question how they are."
* code.text = "A month after a first visit"
* insert Words(ko, [["한 달이 지났습니다. 몸은 좀 어떠신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 처음 뵌 지 한 달이 되었습니다. 몸은 그때보다 좀 어떠신가요? 나아지셨는지, 그대로인지, 나빠지셨는지 질문지에 남겨 주시거나 #{clinicPhone}번으로 알려 주시면 담당자가 살펴보겠습니다.\n일상에서 회복을 돕는 작은 습관도 함께 적어 드립니다.\n- 잠을 충분히 자고, 물을 자주 나누어 마셔 보세요.\n- 담배와 지나친 음주는 상처가 아무는 것을 더디게 할 수 있습니다.\n- 무리하지 않는 범위에서 매일 조금씩 걸어 보세요.\n진료 때 따로 들으신 주의사항이 있다면 그 안내를 먼저 따라 주세요. 증상이 나빠지고 있다면 다음 검진을 기다리지 마시고 연락해 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 처음 뵌 지 한 달, 몸은 좀 어떠신가요? 나아지셨는지 #{clinicPhone}번으로 알려 주세요. 나빠지고 있다면 검진을 기다리지 말고 연락해 주세요."]])
* insert Discreetly(ko, [["한 달이 지났습니다. 몸은 좀 어떠신가요?"]], [["#{patientName}, #{clinicName}입니다. 처음 뵌 지 한 달, 몸은 좀 어떠신가요? 나아지셨는지 #{clinicPhone}번으로 알려 주세요. 나빠지고 있다면 검진을 기다리지 말고 연락해 주세요."]])
* insert Words(ja, [["1か月がたちました。体調はいかがですか"]], [["#{patientName}、#{clinicName}です。\n#{anchorDate}に初めてお目にかかってから1か月がたちました。体調はその頃と比べていかがでしょうか。良くなった、変わらない、悪くなったなど、質問票にご記入いただくか #{clinicPhone} までお知らせいただければ、担当者が確認いたします。\n毎日の中で回復を助ける、小さな習慣もお伝えします。\n・睡眠を十分にとり、水分をこまめに補いましょう。\n・たばこや飲みすぎは、傷の治りを遅らせることがあります。\n・無理のない範囲で、毎日少しずつ歩いてみましょう。\n診察のときに個別の注意を受けられた方は、そちらを優先してください。症状が悪くなっているときは、次の検診を待たずにご連絡ください。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。初めてのご来院から1か月、体調はいかがでしょうか。ご様子を #{clinicPhone} までお知らせください。悪くなっているときは、検診を待たずにご連絡ください。"]])
* insert Discreetly(ja, [["1か月がたちました。体調はいかがですか"]], [["#{patientName}、#{clinicName}です。初めてのご来院から1か月、体調はいかがでしょうか。ご様子を #{clinicPhone} までお知らせください。悪くなっているときは、検診を待たずにご連絡ください。"]])
* insert Words(fa, [["یک ماه گذشت؛ حالتان چطور است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nیک ماه از نخستین دیدارمان در تاریخ #{anchorDate} می‌گذرد. حالتان نسبت به آن زمان چطور است؟ بهتر، مثل قبل یا بدتر؟ در پرسش‌نامه بنویسید یا با شمارهٔ #{clinicPhone} بگویید تا همکارمان بررسی کند.\nچند عادت کوچک که به بهبود کمک می‌کند:\n- به اندازهٔ کافی بخوابید و در طول روز کم‌کم آب بنوشید.\n- دخانیات ممکن است ترمیم زخم را کند کند.\n- در حد توان، هر روز کمی پیاده‌روی کنید.\nاگر پزشک توصیهٔ جداگانه‌ای به شما کرده است، همان را در اولویت بگذارید. اگر حالتان رو به بدتر شدن است، تا معاینهٔ بعدی صبر نکنید و تماس بگیرید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: یک ماه از نخستین دیدارمان گذشت. حالتان چطور است؟ با #{clinicPhone} به ما بگویید. اگر حالتان رو به بدتر شدن است، تا معاینهٔ بعدی صبر نکنید."]])
* insert Discreetly(fa, [["یک ماه گذشت؛ حالتان چطور است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: یک ماه از نخستین دیدارمان گذشت. حالتان چطور است؟ با #{clinicPhone} به ما بگویید. اگر حالتان رو به بدتر شدن است، تا معاینهٔ بعدی صبر نکنید."]])
* insert Words(en, [["A month has passed: how are you?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been a month since we first met on #{anchorDate}. How are you compared with then: better, the same or worse? Write it into the question form or tell us at #{clinicPhone}, and somebody will look into it.\nSome small habits that help recovery:\n- Sleep enough, and drink water in small amounts through the day.\n- Smoking and too much alcohol can slow down healing.\n- Walk a little every day, as far as it is comfortable.\nIf your doctor told you something else, please follow that first. If things are getting worse, do not wait for the next check-up: call us."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: a month on, how are you? Tell us at #{clinicPhone}. If it is getting worse, please do not wait."]])
* insert Discreetly(en, [["A month has passed: how are you?"]], [["#{patientName}, #{clinicName}: a month on, how are you? Tell us at #{clinicPhone}. If it is getting worse, please do not wait."]])
