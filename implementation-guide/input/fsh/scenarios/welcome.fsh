Instance: welcome
InstanceOf: OutreachScenario
Usage: #definition
Title: "Welcome after the first contact"
* insert Scenario(welcome)
* name = "Welcome"
* title = "Welcome after the first contact"
* insert Translated(title, [["첫 문의 후 환영 인사"]], [["はじめてのご連絡へのお礼"]], [["خوشامد پس از نخستین تماس"]])
* description = "Answers the first contact, whether a message, a booking or a visit, also of somebody who is no patient yet, with thanks and with how to reach the clinic. Written for e-mail, and fit for every other channel. Not after a complaint, which has an answer of its own."
* goal.description.text = "Somebody who is new knows whom to ask and how, and what is best prepared."
* insert ExitOn(opted-out)
* action[0].id = "anchor"
* action[0].trigger.type = #named-event
* action[0].trigger.name = "first-contact"
* insert AnchorIf([["The first contact was no complaint."]], [["ofType(Communication).category.coding.where(code = 'complaint').empty()"]])
* insert Step(at-once, "Welcome", welcome-at-once)
* insert Translated(action[=].title, [["환영 인사"]], [["ご挨拶"]], [["خوشامدگویی"]])
* action[=].relatedAction.relationship = #concurrent-with-start

Instance: welcome-at-once
InstanceOf: OutreachActivity
Usage: #definition
Title: "Welcome after the first contact"
* insert Activity(welcome-at-once, transactional)
* name = "WelcomeAtOnce"
* title = "Welcome after the first contact"
* description = "Thanks for the contact, says how to reach the clinic and what is good to have ready. Offers nothing."
* code.text = "Welcome after the first contact"
* insert Words(ko, [["연락 주셔서 감사합니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n저희에게 연락 주셔서 감사합니다. 처음이라 궁금하거나 걱정되는 점이 있으실 텐데, 어떤 것이든 편하게 물어봐 주세요.\n- 문의: #{clinicPhone}\n- 오실 때 있으면 좋은 것: 신분증, 드시는 약의 이름이나 사진, 다른 곳에서 받은 검사 자료\n- 미리 알려 주시면 좋은 것: 알레르기, 앓고 있는 질환, 임신이나 수유 여부\n어떤 진료가 필요한지는 직접 뵙고 이야기를 들은 뒤에 함께 정합니다. 지금 몹시 아프거나 숨쉬기가 힘들거나 의식이 흐려지는 증상이 있다면 답을 기다리지 마시고 바로 응급 진료를 받으세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 연락 주셔서 감사합니다. 궁금하거나 걱정되는 점은 #{clinicPhone}번으로 편하게 물어봐 주세요. 급한 증상이 있으면 답을 기다리지 말고 바로 진료를 받으세요."]])
* insert Discreetly(ko, [["연락 주셔서 감사합니다"]], [["#{patientName}, #{clinicName}입니다. 연락 주셔서 감사합니다. 궁금하거나 걱정되는 점은 #{clinicPhone}번으로 편하게 물어봐 주세요. 급한 증상이 있으면 답을 기다리지 말고 바로 진료를 받으세요."]])
* insert Words(ja, [["ご連絡ありがとうございます"]], [["#{patientName}、はじめまして。#{clinicName}です。\nこのたびはご連絡をいただき、ありがとうございます。はじめてのことで、わからないことやご不安なこともおありかと存じます。どのようなことでもお気軽にお尋ねください。\n・お問い合わせ：#{clinicPhone}\n・お持ちいただきたいもの：保険証などの資格を確認できるもの、お薬手帳、ほかの医療機関の検査資料\n・事前にお知らせいただきたいこと：アレルギー、治療中の病気、妊娠や授乳の有無\nどのような診療が必要かは、お会いしてお話を伺ったうえで、一緒に決めてまいります。強い痛みがある、息苦しい、意識がもうろうとするといったときは、返信をお待ちにならず、すぐに救急の診療を受けてください。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。ご連絡ありがとうございます。ご不安なことは #{clinicPhone} までお気軽にお尋ねください。急を要する症状のときは、返信を待たずにすぐ受診してください。"]])
* insert Discreetly(ja, [["ご連絡ありがとうございます"]], [["#{patientName}、#{clinicName}です。ご連絡ありがとうございます。ご不安なことは #{clinicPhone} までお気軽にお尋ねください。急を要する症状のときは、返信を待たずにすぐ受診してください。"]])
* insert Words(fa, [["از تماس شما سپاسگزاریم"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nاز اینکه با ما تماس گرفتید سپاسگزاریم. طبیعی است که در آغاز پرسش یا نگرانی داشته باشید؛ هر چه هست، با خیال راحت بپرسید.\n- تلفن ما: #{clinicPhone}\n- خوب است همراه داشته باشید: کارت شناسایی، نام یا عکس داروهایتان، مدارک آزمایش و عکس‌های قبلی\n- خوب است از قبل بدانیم: حساسیت‌ها، بیماری‌های زمینه‌ای، بارداری یا شیردهی\nاینکه چه درمانی لازم است، پس از دیدار و شنیدن صحبت‌های شما با هم مشخص می‌شود. اگر هم‌اکنون درد شدید دارید، نفس کشیدن دشوار است یا هوشیاری کم شده است، منتظر پاسخ نمانید و فوراً به اورژانس مراجعه کنید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. #{clinicName} از تماس شما سپاسگزار است. پرسش یا نگرانی خود را با #{clinicPhone} در میان بگذارید. اگر علامت فوری دارید، منتظر پاسخ نمانید و فوراً به اورژانس بروید."]])
* insert Discreetly(fa, [["از تماس شما سپاسگزاریم"]], [["#{patientName}، سلام. #{clinicName} از تماس شما سپاسگزار است. پرسش یا نگرانی خود را با #{clinicPhone} در میان بگذارید. اگر علامت فوری دارید، منتظر پاسخ نمانید و فوراً به اورژانس بروید."]])
* insert Words(en, [["Thank you for contacting us"]], [["Hello #{patientName}, this is #{clinicName}.\nThank you for getting in touch. It is natural to have questions or worries at the beginning; please ask us anything.\n- How to reach us: #{clinicPhone}\n- Good to bring along: an ID, the names or a photo of your medicines, results you were given elsewhere\n- Good for us to know: allergies, conditions you live with, pregnancy or breastfeeding\nWhich treatment is needed is something we work out together, after meeting you and listening to you. If you are in severe pain, find it hard to breathe or feel faint now, do not wait for an answer: seek emergency care at once."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["Hello #{patientName}, thank you for contacting #{clinicName}. Questions or worries? Call #{clinicPhone}. If it is urgent, please do not wait for us."]])
* insert Discreetly(en, [["Thank you for contacting us"]], [["Hello #{patientName}, thank you for contacting #{clinicName}. Questions or worries? Call #{clinicPhone}. If it is urgent, please do not wait for us."]])
* insert WarmWords(ko, [["반갑습니다"]], [["#{patientName}, 안녕하세요. #{clinicName}이에요.\n먼저 연락해 주셔서 정말 고맙습니다. 처음이라 낯설고 걱정되실 수 있어요. 사소해 보이는 것도 괜찮으니 편하게 물어봐 주세요.\n- 물어보실 곳: #{clinicPhone}\n- 챙겨 오시면 좋아요: 신분증, 드시는 약의 이름이나 사진, 다른 곳에서 받은 검사 자료\n- 미리 알려 주시면 도움이 돼요: 알레르기, 앓고 계신 질환, 임신이나 수유 여부\n어떤 진료가 필요한지는 직접 뵙고 이야기를 들은 다음에 함께 정해요. 지금 많이 아프거나 숨쉬기가 힘들거나 의식이 흐려지면 답을 기다리지 말고 바로 응급 진료를 받으셔야 해요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert WarmWords(ja, [["はじめまして"]], [["#{patientName}、はじめまして。#{clinicName}です。\nご連絡をくださって、本当にうれしく思います。はじめてのところは緊張しますよね。ささいなことでも大丈夫ですから、何でも聞いてください。\n・ご連絡先：#{clinicPhone}\n・あると助かるもの：保険証などの資格を確認できるもの、お薬手帳、ほかの医療機関の検査資料\n・先に教えてほしいこと：アレルギー、治療中の病気、妊娠や授乳の有無\nどんな診療が必要かは、お会いしてゆっくりお話を聞いてから、一緒に決めていきましょう。今、強い痛みがある、息苦しい、意識がもうろうとするときは、返信を待たずに、すぐに救急の診療を受けてくださいね。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert WarmWords(fa, [["به جمع ما خوش آمدید"]], [["#{patientName}، سلام و روزتان بخیر. ما در #{clinicName} از پیامتان خوشحال شدیم.\nشروع کار با یک درمانگاه تازه همیشه کمی پرسش و دلشوره دارد؛ هر چه در دلتان است، حتی اگر کوچک باشد، از ما بپرسید.\n- شمارهٔ ما: #{clinicPhone}\n- اگر همراهتان باشد کمک می‌کند: کارت شناسایی، نام یا عکس داروهایتان، آزمایش‌ها و عکس‌های قبلی\n- اگر از قبل بدانیم خیالمان راحت‌تر است: حساسیت‌ها، بیماری‌های زمینه‌ای، بارداری یا شیردهی\nاینکه چه درمانی لازم است را بعد از دیدار و شنیدن حرف‌های شما، با هم تصمیم می‌گیریم. اگر همین حالا درد شدید دارید، سخت نفس می‌کشید یا هوشیاری کم شده است، منتظر جواب ما نمانید و فوراً به اورژانس بروید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert WarmWords(en, [["Lovely to hear from you"]], [["Hello #{patientName}, #{clinicName} here.\nThank you so much for getting in touch. A new place can feel a little daunting, so ask us anything at all, however small it may seem.\n- You reach us at #{clinicPhone}\n- Handy to bring: an ID, the names or a photo of your medicines, results you were given elsewhere\n- It helps us to know: allergies, conditions you live with, pregnancy or breastfeeding\nWhat you need is something we'll work out together, once we've met and listened to you. If you're in severe pain, find it hard to breathe or feel faint right now, please don't wait for us: get emergency care at once."]])
* insert ButtonFor(ask, [["Ask us"]])
