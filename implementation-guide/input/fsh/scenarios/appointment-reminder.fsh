Instance: appointment-reminder
InstanceOf: OutreachScenario
Usage: #definition
Title: "Appointment: confirmation and reminders"
* insert Scenario(appointment-reminder)
* name = "AppointmentReminder"
* title = "Appointment: confirmation and reminders"
* insert Translated(title, [["예약 확인과 사전 안내"]], [["予約の確認と事前のお知らせ"]], [["تأیید و یادآوری نوبت"]])
* description = "Confirms a booked appointment at once and reminds of it three days and one day before. Moves with the appointment and is withdrawn when it is cancelled."
* goal.description.text = "The patient knows when to come, can change the time easily and tells the clinic what it should know beforehand."
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "booking"
* extension[collisionPriority].valueInteger = 10
* extension[collisionScope].valueCode = #anchor
* insert AnchorOn(Appointment, "start")
* insert AnchorStatus(booked, http://hl7.org/fhir/appointmentstatus)
* insert AnchorIf("The appointment is still to come.", "start > %now")
* insert Step(confirmation, "Confirmation", appointment-reminder-confirmation)
* insert Translated(action[=].title, [["예약 확인"]], [["予約の確認"]], [["تأیید نوبت"]])
* action[=].relatedAction.relationship = #concurrent-with-start
* action[=].extension[validFor].valueDuration = 24 $ucum#h "hours"
* insert Step(three-days-before, "Three days before", appointment-reminder-three-days-before)
* insert Translated(action[=].title, [["3일 전"]], [["3日前"]], [["سه روز قبل"]])
* insert Due(before-start, 3, d, days)
* insert Step(one-day-before, "One day before", appointment-reminder-one-day-before)
* insert Translated(action[=].title, [["하루 전"]], [["前日"]], [["یک روز قبل"]])
* insert Due(before-start, 1, d, days)

Instance: appointment-reminder-confirmation
InstanceOf: OutreachActivity
Usage: #definition
Title: "Confirmation of an appointment"
* insert Activity(appointment-reminder-confirmation, transactional)
* name = "AppointmentReminderConfirmation"
* title = "Confirmation of an appointment"
* description = "Says that the appointment is booked, and how to change it."
* code.text = "Confirmation of an appointment"
* insert Words(ko, [["예약이 확인되었습니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n예약이 확인되었습니다.\n일시: #{appointmentTime}\n시간을 바꾸셔야 하거나 미리 알려 주실 증상, 드시는 약, 알레르기가 있으면 #{clinicPhone}번으로 연락해 주세요. 편안한 마음으로 오실 수 있도록 준비하겠습니다."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{clinicName}: #{patientName} 예약 #{appointmentTime}. 변경 #{clinicPhone}"]])
* insert Discreetly(ko, [["예약이 확인되었습니다"]], [["#{clinicName}: #{patientName} 예약 #{appointmentTime}. 변경 #{clinicPhone}"]])
* insert Words(ja, [["ご予約を承りました"]], [["#{patientName}、#{clinicName}です。\nご予約を承りました。\n日時：#{appointmentTime}\nご都合が変わった場合や、事前に伝えておきたい症状、お薬、アレルギーがございましたら、#{clinicPhone} までご連絡ください。安心してお越しいただけるよう、準備してお待ちしております。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。ご予約を承りました。#{appointmentTime}。ご変更は #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["ご予約を承りました"]], [["#{patientName}、#{clinicName}です。ご予約を承りました。#{appointmentTime}。ご変更は #{clinicPhone} へ。"]])
* insert Words(fa, [["نوبت شما ثبت شد"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nنوبت شما ثبت شد.\nزمان: #{appointmentTime}\nاگر این زمان برایتان مناسب نیست، یا علامت، دارو یا حساسیتی دارید که بهتر است از قبل بدانیم، لطفاً با شمارهٔ #{clinicPhone} تماس بگیرید. منتظر دیدار شما هستیم."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، نوبت شما در #{clinicName} ثبت شد: #{appointmentTime}. تغییر یا پرسش: #{clinicPhone}"]])
* insert Discreetly(fa, [["نوبت شما ثبت شد"]], [["#{patientName}، نوبت شما در #{clinicName} ثبت شد: #{appointmentTime}. تغییر یا پرسش: #{clinicPhone}"]])
* insert Words(en, [["Your appointment is booked"]], [["Hello #{patientName}, this is #{clinicName}.\nYour appointment is booked.\nWhen: #{appointmentTime}\nIf the time no longer suits you, or there is a symptom, a medicine or an allergy we should know about beforehand, please call #{clinicPhone}. We look forward to looking after you."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: your visit is booked for #{appointmentTime}. To change it call #{clinicPhone}."]])
* insert Discreetly(en, [["Your appointment is booked"]], [["#{patientName}, #{clinicName}: your visit is booked for #{appointmentTime}. To change it call #{clinicPhone}."]])

Instance: appointment-reminder-three-days-before
InstanceOf: OutreachActivity
Usage: #definition
Title: "Reminder three days before an appointment"
* insert Activity(appointment-reminder-three-days-before, transactional)
* name = "AppointmentReminderThreeDaysBefore"
* title = "Reminder three days before an appointment"
* description = "Reminds of the appointment while there is still time to change it."
* code.text = "Reminder three days before an appointment"
* insert Words(ko, [["사흘 뒤 예약 안내"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n사흘 뒤 예약이 있어 알려 드립니다.\n일시: #{appointmentTime}\n그동안 몸 상태에 변화가 있거나 새로 드시는 약이 있으면 오시기 전에 알려 주세요. 오시기 어려우면 부담 갖지 마시고 #{clinicPhone}번으로 연락해 주세요. 함께 다른 시간을 찾아보겠습니다."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{clinicName}: #{patientName} #{appointmentTime} 예약. 변경 #{clinicPhone}"]])
* insert Discreetly(ko, [["사흘 뒤 예약 안내"]], [["#{clinicName}: #{patientName} #{appointmentTime} 예약. 변경 #{clinicPhone}"]])
* insert Words(ja, [["3日後のご予約について"]], [["#{patientName}、#{clinicName}です。\n3日後のご予約についてお知らせいたします。\n日時：#{appointmentTime}\nその後、体調の変化や新しいお薬がございましたら、ご来院前にお知らせください。ご都合がつかなくなった場合も、どうぞご遠慮なく #{clinicPhone} までご連絡ください。別の日時を一緒にお探しします。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。#{appointmentTime} にご予約をいただいております。ご変更は #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["3日後のご予約について"]], [["#{patientName}、#{clinicName}です。#{appointmentTime} にご予約をいただいております。ご変更は #{clinicPhone} へ。"]])
* insert Words(fa, [["یادآوری نوبت سه روز دیگر"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nسه روز دیگر نوبت شماست.\nزمان: #{appointmentTime}\nاگر در این مدت حالتان تغییر کرده یا داروی جدیدی مصرف می‌کنید، لطفاً پیش از آمدن به ما بگویید. اگر آمدن برایتان ممکن نیست، نگران نباشید؛ با شمارهٔ #{clinicPhone} تماس بگیرید تا با هم زمان دیگری پیدا کنیم."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، یادآوری #{clinicName}: نوبت شما #{appointmentTime} است. برای تغییر با #{clinicPhone} تماس بگیرید."]])
* insert Discreetly(fa, [["یادآوری نوبت سه روز دیگر"]], [["#{patientName}، یادآوری #{clinicName}: نوبت شما #{appointmentTime} است. برای تغییر با #{clinicPhone} تماس بگیرید."]])
* insert Words(en, [["Your appointment is in three days"]], [["Hello #{patientName}, this is #{clinicName}.\nYour appointment is in three days.\nWhen: #{appointmentTime}\nIf your health has changed or you are taking a new medicine, please tell us before you come. If you cannot make it, do not worry: call #{clinicPhone} and we will find another time together."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: your visit is on #{appointmentTime}. Can't make it? Call #{clinicPhone}."]])
* insert Discreetly(en, [["Your appointment is in three days"]], [["#{patientName}, #{clinicName}: your visit is on #{appointmentTime}. Can't make it? Call #{clinicPhone}."]])

Instance: appointment-reminder-one-day-before
InstanceOf: OutreachActivity
Usage: #definition
Title: "Reminder one day before an appointment"
* insert Activity(appointment-reminder-one-day-before, transactional)
* name = "AppointmentReminderOneDayBefore"
* title = "Reminder one day before an appointment"
* description = "Reminds of tomorrow's appointment, and asks the patient to call first when unwell."
* code.text = "Reminder one day before an appointment"
* insert Words(ko, [["내일 예약 안내"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n내일 뵙기로 한 예약을 알려 드립니다.\n일시: #{appointmentTime}\n열이 나거나 몸이 좋지 않으시면 무리하지 마시고 먼저 전화해 주세요. 찾아오시는 길이나 준비하실 것이 궁금하실 때도 #{clinicPhone}번으로 연락해 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{clinicName}: #{patientName} 내일 #{appointmentTime} 예약. 불편하시면 #{clinicPhone}"]])
* insert Discreetly(ko, [["내일 예약 안내"]], [["#{clinicName}: #{patientName} 내일 #{appointmentTime} 예약. 불편하시면 #{clinicPhone}"]])
* insert Words(ja, [["明日のご予約について"]], [["#{patientName}、#{clinicName}です。\n明日のご予約についてお知らせいたします。\n日時：#{appointmentTime}\n発熱など体調がすぐれないときは、無理をなさらず、まずお電話ください。道順や持ち物についても、#{clinicPhone} までお気軽にお問い合わせください。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。明日 #{appointmentTime} のご予約をお待ちしております。体調がすぐれないときは #{clinicPhone} へ。"]])
* insert Discreetly(ja, [["明日のご予約について"]], [["#{patientName}、#{clinicName}です。明日 #{appointmentTime} のご予約をお待ちしております。体調がすぐれないときは #{clinicPhone} へ。"]])
* insert Words(fa, [["یادآوری نوبت فردا"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nفردا منتظر دیدار شما هستیم.\nزمان: #{appointmentTime}\nاگر تب دارید یا حالتان خوب نیست، به خودتان سخت نگیرید و اول با ما تماس بگیرید. برای نشانی یا وسایل لازم هم می‌توانید با شمارهٔ #{clinicPhone} تماس بگیرید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، یادآوری #{clinicName}: نوبت شما فردا، #{appointmentTime} است. اگر حالتان خوب نیست، با #{clinicPhone} تماس بگیرید."]])
* insert Discreetly(fa, [["یادآوری نوبت فردا"]], [["#{patientName}، یادآوری #{clinicName}: نوبت شما فردا، #{appointmentTime} است. اگر حالتان خوب نیست، با #{clinicPhone} تماس بگیرید."]])
* insert Words(en, [["See you tomorrow"]], [["Hello #{patientName}, this is #{clinicName}.\nWe look forward to seeing you tomorrow.\nWhen: #{appointmentTime}\nIf you have a fever or do not feel well, please rest and call us first. For directions or what to bring, call #{clinicPhone}."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: see you tomorrow, #{appointmentTime}. Not feeling well? Call us first: #{clinicPhone}."]])
* insert Discreetly(en, [["See you tomorrow"]], [["#{patientName}, #{clinicName}: see you tomorrow, #{appointmentTime}. Not feeling well? Call us first: #{clinicPhone}."]])
