Instance: no-show-followup
InstanceOf: OutreachScenario
Usage: #definition
Title: "A missed appointment: are you all right"
* insert Scenario(no-show-followup)
* name = "NoShowFollowup"
* title = "A missed appointment: are you all right"
* insert Translated(title, [["오시지 못한 예약: 괜찮으신지 여쭙니다"]], [["ご来院がなかったご予約：ご様子伺い"]], [["نوبتی که انجام نشد: حالتان خوب است؟"]])
* description = "The day after a missed appointment the patient is asked whether they are all right, without reproach, and helped to find another time. A visit or a new booking ends it."
* goal.description.text = "What kept the patient away is known, and the care goes on."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* insert ExitIf([["The patient has a visit booked already."]], [["%nextAppointment.exists()"]])
* insert AnchorOn(Appointment, "start")
* insert AnchorStatus(noshow, http://hl7.org/fhir/appointmentstatus)
* insert Step(the-day-after, "Are you all right", no-show-followup-the-day-after)
* insert Translated(action[=].title, [["다음 날 안부"]], [["翌日のご様子伺い"]], [["احوال‌پرسی روز بعد"]])
* insert Due(after-start, 1, d, day)
* action[=].extension[validFor].valueDuration = 3 $ucum#d "days"

Instance: no-show-followup-the-day-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "The day after a missed appointment"
* insert Activity(no-show-followup-the-day-after, transactional)
* name = "NoShowFollowupTheDayAfter"
* title = "The day after a missed appointment"
* description = "Asks whether the patient is all right, without reproach, and offers help with another time."
* code.text = "The day after a missed appointment"
* insert Words(ko, [["괜찮으신지 여쭙니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{appointmentTime} 예약에 오시지 못해 혹시 무슨 일이 있으셨는지 걱정되어 연락드립니다. 괜찮으신가요?\n사정이 있으셨다면 마음 쓰지 않으셔도 됩니다. 원하시면 #{clinicPhone}번으로 알려 주세요. 편하신 시간을 함께 찾아보겠습니다. 오시기 어려운 까닭이 비용이나 통증, 걱정 때문이라면 그것도 편히 말씀해 주세요.\n드시던 약이 떨어져 가거나 증상이 심해졌다면 다음 예약을 기다리지 마시고 바로 연락해 주시고, 급한 증상이면 가까운 응급실로 가셔야 합니다."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. #{appointmentTime}에 뵙지 못해 걱정되어 연락드립니다. 괜찮으신가요? #{clinicPhone}번으로 알려 주시면 편하신 시간을 함께 찾아보겠습니다."]])
* insert Discreetly(ko, [["괜찮으신지 여쭙니다"]], [["#{patientName}, #{clinicName}입니다. #{appointmentTime}에 뵙지 못해 걱정되어 연락드립니다. 괜찮으신가요? #{clinicPhone}번으로 알려 주시면 편하신 시간을 함께 찾아보겠습니다."]])
* insert Words(ja, [["ご様子はいかがですか"]], [["#{patientName}、#{clinicName}です。\n#{appointmentTime}のご予約の際にお目にかかれませんでしたので、何かあったのではと心配になり、ご連絡いたしました。お変わりありませんか。\nご事情がおありでしたら、どうぞお気になさらないでください。よろしければ #{clinicPhone} までお知らせください。ご都合のよい日時を一緒にお探しします。費用のこと、痛みやご不安など、お越しになりにくい理由がございましたら、それもお気軽にお話しください。\nお薬がなくなりそうなときや症状が強くなったときは、次のご予約を待たずにすぐご連絡ください。急を要する症状のときは、お近くの救急外来を受診してください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。#{appointmentTime}にお目にかかれず、心配しております。お変わりありませんか。#{clinicPhone} までお知らせいただければ、別の日時を一緒にお探しします。"]])
* insert Discreetly(ja, [["ご様子はいかがですか"]], [["#{patientName}、#{clinicName}です。#{appointmentTime}にお目にかかれず、心配しております。お変わりありませんか。#{clinicPhone} までお知らせいただければ、別の日時を一緒にお探しします。"]])
* insert Words(fa, [["امیدواریم حالتان خوب باشد"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nدر نوبت #{appointmentTime} موفق به دیدار شما نشدیم و نگران شدیم. حالتان خوب است؟\nاگر کاری پیش آمده بود، نگران نباشید. اگر مایل بودید، با شمارهٔ #{clinicPhone} به ما خبر دهید تا با هم زمان مناسبی پیدا کنیم. اگر هزینه، درد یا نگرانی باعث شد نیایید، آن را هم با خیال راحت بگویید.\nاگر دارویتان رو به اتمام است یا علائم بیشتر شده است، تا نوبت بعدی صبر نکنید و فوراً تماس بگیرید؛ در وضعیت فوری به نزدیک‌ترین اورژانس مراجعه کنید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: در نوبت #{appointmentTime} شما را ندیدیم و نگران شدیم. حالتان خوب است؟ با #{clinicPhone} خبر دهید تا زمان مناسبی پیدا کنیم."]])
* insert Discreetly(fa, [["امیدواریم حالتان خوب باشد"]], [["#{patientName}، سلام. پیام از #{clinicName}: در نوبت #{appointmentTime} شما را ندیدیم و نگران شدیم. حالتان خوب است؟ با #{clinicPhone} خبر دهید تا زمان مناسبی پیدا کنیم."]])
* insert Words(en, [["Are you all right?"]], [["Hello #{patientName}, this is #{clinicName}.\nWe missed you at your appointment on #{appointmentTime} and wanted to make sure you are all right.\nIf something came up, please do not worry about it. Call #{clinicPhone} when you like, and we will find a time that suits you together. If it is about cost, pain or a worry, you can tell us that too.\nIf your medicine is running out or a symptom has become worse, do not wait for the next appointment: call us right away. In an emergency go to the nearest emergency department."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: we missed you on #{appointmentTime}. Are you all right? Tell us how we can help: #{clinicPhone}."]])
* insert Discreetly(en, [["Are you all right?"]], [["#{patientName}, #{clinicName}: we missed you on #{appointmentTime}. Are you all right? Tell us how we can help: #{clinicPhone}."]])
* insert WarmWords(ko, [["별일 없으신가요?"]], [["#{patientName}, 안녕하세요. #{clinicName}이에요.\n#{appointmentTime}에 뵙지 못해서 혹시 무슨 일이 있으셨나 걱정했어요. 괜찮으신가요?\n살다 보면 그럴 수 있으니 미안해하지 않으셔도 돼요. 마음 편해지시면 #{clinicPhone}번으로 알려 주세요. 오시기 좋은 때를 같이 찾아볼게요. 비용이나 통증, 걱정 때문에 망설이셨다면 그 이야기도 들려주세요.\n드시던 약이 거의 떨어졌거나 증상이 심해졌다면 다음 예약까지 참지 말고 바로 연락해 주시고, 급한 증상이면 가까운 응급실로 가셔야 해요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert WarmWords(ja, [["お変わりありませんか"]], [["#{patientName}、#{clinicName}です。\n#{appointmentTime}にお会いできなかったので、何かあったのかなと心配していました。お体はいかがですか。\n急な用事は誰にでもあることですから、どうか気になさらないでくださいね。落ち着かれましたら #{clinicPhone} までお知らせください。来やすい日を一緒に探しましょう。費用や痛み、不安なことで足が向かないときは、その気持ちも聞かせてください。\nお薬がなくなりそうなときや症状が強くなったときは、次のご予約まで我慢せずに、すぐにご連絡ください。急を要する症状のときは、お近くの救急外来へ行ってくださいね。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert WarmWords(fa, [["همه چیز روبه‌راه است؟"]], [["#{patientName}، سلام. از #{clinicName} برایتان می‌نویسیم.\nدر نوبت #{appointmentTime} جایتان خالی بود و دلواپس شدیم. حالتان چطور است؟\nبرای همه پیش می‌آید؛ اصلاً نگرانش نباشید. هر وقت فرصت داشتید با #{clinicPhone} خبرمان کنید تا با هم زمان راحتی پیدا کنیم. اگر هزینه، درد یا نگرانی نگذاشت بیایید، از همان هم برایمان بگویید.\nاگر دارویتان دارد تمام می‌شود یا حالتان بدتر شده است، تا نوبت بعدی تحمل نکنید و فوراً زنگ بزنید؛ در وضعیت فوری به نزدیک‌ترین اورژانس بروید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert WarmWords(en, [["Is everything all right?"]], [["Hello #{patientName}, it's #{clinicName}.\nWe missed you on #{appointmentTime} and have been wondering whether you're all right. How are you?\nThings come up for everyone, so please don't feel bad about it. Whenever you're ready, call us at #{clinicPhone} and we'll find a time that's easy for you. And if cost, pain or a worry kept you away, we'd like to hear about that too.\nIf your medicine is running low or you feel worse, don't hold out until the next appointment: call us right away. In an emergency, go to the nearest emergency department."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
