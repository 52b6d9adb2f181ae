Instance: filler-followup
InstanceOf: OutreachScenario
Usage: #definition
Title: "Dermal filler: how are you after a month and half a year"
* insert Scenario(filler-followup)
* name = "FillerFollowup"
* title = "Dermal filler: how are you after a month and half a year"
* insert Translated(title, [["필러 시술 한 달, 반년 후 안부"]], [["フィラー注入から1か月後と半年後のご様子伺い"]], [["احوال‌پرسی یک ماه و شش ماه پس از تزریق فیلر"]])
* description = "A month after a dermal filler injection the patient is asked how the treated area is, and told which late signs need a call or emergency care; after half a year how they are, with what the clinic should know before another treatment. Withdrawn when the patient has come in since."
* goal.description.text = "Late reactions are seen early, and the patient decides about another treatment without pressure."
* insert ExitOn(visited-since)
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* extension[collisionGroup].valueString = "recall"
* extension[collisionPriority].valueInteger = 50
* insert AnchorOn(Procedure, [["iif(performed is dateTime, performed, iif(performed.end.exists(), performed.end, performed.start))"]])
* insert AnchorCode(dermal-filler-treatment)
* insert AnchorStatus(completed, http://hl7.org/fhir/event-status)
* insert Step(one-month-after, "How the treated area is", filler-followup-one-month-after)
* insert Translated(action[=].title, [["시술 부위 안부"]], [["施術部位のご様子"]], [["وضعیت ناحیهٔ درمان‌شده"]])
* insert Due(after-start, 1, mo, month)
* action[=].extension[goldenTime].valueCode = #first-check
* insert Step(six-months-after, "How you are\, and what to tell us beforehand", filler-followup-six-months-after)
* insert Translated(action[=].title, [["반년 안부와 미리 알려 주실 점"]], [["半年後のご様子と事前にお知らせいただきたいこと"]], [["احوال‌پرسی شش‌ماهه و نکته‌های لازم"]])
* insert Due(after-start, 6, mo, months)
* action[=].extension[goldenTime].valueCode = #retouch

Instance: filler-followup-one-month-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "A month after a dermal filler"
* insert Activity(filler-followup-one-month-after, treatment)
* name = "FillerFollowupOneMonthAfter"
* title = "A month after a dermal filler"
* description = "Asks how the treated area is, and names the late signs that need a call or emergency care."
* code.text = "A month after a dermal filler"
* insert Words(ko, [["시술 한 달, 안부를 여쭙니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 시술을 받으신 지 한 달이 되었습니다. 시술 부위는 좀 어떠신가요?\n이 무렵이면 붓기나 멍은 가라앉고 모양도 자리를 잡아 가는 경우가 많습니다. 다만 좌우가 달라 보이거나, 멍울이 만져지거나, 뒤늦게 붓고 붉어지면 누르거나 주무르지 마시고 #{clinicPhone}번으로 알려 주세요. 진료가 필요한지 함께 살펴보겠습니다.\n피부가 하얗게 또는 검푸르게 변하거나, 갑자기 심하게 아프거나, 눈이 잘 보이지 않으면 기다리지 말고 바로 응급 진료를 받으셔야 합니다."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 시술 후 한 달, 시술 부위는 좀 어떠신가요? 멍울이 만져지거나 다시 붓고 붉어지면 #{clinicPhone}번으로 알려 주세요. 피부색이 변하거나 눈이 잘 보이지 않으면 바로 응급 진료를 받으세요."]])
* insert Discreetly(ko, [["그동안 좀 어떠셨나요?"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 다녀가신 지 한 달, 좀 어떠신가요? 마음에 걸리는 변화가 있으면 만지거나 누르지 마시고 #{clinicPhone}번으로 알려 주세요. 피부색이 변하거나 갑자기 심하게 아프거나 눈이 잘 보이지 않으면 기다리지 말고 바로 응급 진료를 받으세요."]])
* insert Words(ja, [["施術から1か月、ご様子はいかがですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}の施術から1か月がたちました。施術を受けられた部分のご様子はいかがでしょうか。\nこの頃になると、腫れや内出血は落ち着き、形もなじんでくることが多いものです。左右の差が気になる、しこりに触れる、あとから腫れや赤みが出てきたというときは、ご自身で押したりもんだりなさらず、#{clinicPhone} までお知らせください。診察が必要かどうか、一緒に確認いたします。\n皮膚が白くなる、赤黒くなる、急に強い痛みが出る、見えにくいといったときは、様子を見ずにすぐ救急の診療を受けてください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。施術から1か月、ご様子はいかがでしょうか。しこりや新しい腫れ、赤みがあるときは #{clinicPhone} へお知らせください。皮膚の色が変わる、見えにくいときは、すぐに救急を受診してください。"]])
* insert Discreetly(ja, [["その後、ご様子はいかがですか"]], [["#{patientName}、#{clinicName}です。#{anchorDate}のご来院から1か月、ご様子はいかがでしょうか。気になる変化があるときは、押したりもんだりなさらず #{clinicPhone} までお知らせください。皮膚の色が変わる、急に強く痛む、見えにくいときは、様子を見ずにすぐ救急の診療を受けてください。"]])
* insert Words(fa, [["یک ماه پس از درمان، حالتان چطور است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nیک ماه از درمان شما در تاریخ #{anchorDate} می‌گذرد. ناحیهٔ درمان‌شده چطور است؟\nتا این زمان معمولاً تورم و کبودی کمتر می‌شود و شکل ناحیه جا می‌افتد. اگر دو طرف با هم فرق دارد، سفتی یا برجستگی حس می‌کنید، یا تورم و سرخی تازه‌ای پیدا شده است، لطفاً آن را فشار یا ماساژ ندهید و با شمارهٔ #{clinicPhone} به ما خبر دهید تا با هم ببینیم معاینه لازم است یا نه.\nاگر رنگ پوست سفید یا تیره شد، درد ناگهان شدت گرفت یا دیدتان تار شد، منتظر نمانید و فوراً به اورژانس مراجعه کنید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: یک ماه پس از درمان حالتان چطور است؟ اگر برجستگی، تورم یا سرخی تازه‌ای دارید، با #{clinicPhone} تماس بگیرید. با تغییر رنگ پوست یا تاری دید فوراً به اورژانس بروید."]])
* insert Discreetly(fa, [["حالتان چطور است؟"]], [["#{patientName}، سلام. پیام از #{clinicName}: یک ماه پس از مراجعهٔ #{anchorDate} حالتان چطور است؟ اگر تغییری نگرانتان می‌کند، جای آن را فشار ندهید و با #{clinicPhone} تماس بگیرید. در صورت تغییر رنگ پوست، درد شدید ناگهانی یا تاری دید منتظر نمانید و فوراً به اورژانس بروید."]])
* insert Words(en, [["A month on: how are you?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been a month since your treatment on #{anchorDate}. How does the treated area feel?\nBy now swelling and bruising have often settled. If the two sides look different, you feel a lump, or new swelling or redness appears, please do not press or massage it: call #{clinicPhone}, and we will work out together whether you should be seen.\nIf the skin turns white or dusky, pain suddenly becomes severe or your sight changes, do not wait: seek emergency care at once."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how are you a month on? New lump or swelling: call #{clinicPhone}. Skin colour or sight changes: emergency care now."]])
* insert Discreetly(en, [["A month on: how are you?"]], [["#{patientName}, #{clinicName}: how are you a month after your visit on #{anchorDate}? If a change worries you, do not press on it: call #{clinicPhone}. Skin changing colour, sudden severe pain or change of sight: emergency care now."]])

Instance: filler-followup-six-months-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "Half a year after a dermal filler"
* insert Activity(filler-followup-six-months-after, recall)
* name = "FillerFollowupSixMonthsAfter"
* title = "Half a year after a dermal filler"
* description = "Asks how the patient is, says that nothing has to be repeated, and what the clinic should know before another treatment."
* code.text = "Half a year after a dermal filler"
* insert Words(ko, [["그동안 잘 지내셨나요?"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 시술을 받으신 지 반년이 되었습니다. 그동안 불편한 곳 없이 잘 지내셨나요?\n처음과 비슷하다고 느끼는 분도 계시고, 조금씩 변화를 느끼는 분도 계십니다. 사람마다 다르며, 꼭 다시 받으셔야 하는 것은 아닙니다.\n상태를 한번 살펴보고 싶거나 궁금한 점이 있으면 #{clinicPhone}번으로 편히 말씀해 주세요. 임신 중이거나 수유 중이신 경우, 새로 드시는 약이나 진단받은 질환이 있는 경우, 치과 치료나 예방접종을 앞두신 경우에는 함께 알려 주세요. 다시 시술할지, 언제 할지는 진료 후 의사와 함께 정합니다.\n시술 부위가 갑자기 붓거나 아프거나 피부색이 변하면 미루지 말고 바로 연락해 주세요."]])
* insert ButtonFor(book, [["편한 시간 찾기"]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 시술 후 반년, 그동안 잘 지내셨나요? 꼭 다시 받으셔야 하는 것은 아닙니다. 궁금한 점이나 불편한 점은 #{clinicPhone}번으로 말씀해 주세요. 갑자기 붓거나 아프면 바로 연락해 주세요."]])
* insert Discreetly(ko, [["그동안 잘 지내셨나요?"]], [["#{patientName}, #{clinicName}입니다. #{anchorDate}에 다녀가신 지 반년, 그동안 잘 지내셨나요? 꼭 다시 오셔야 하는 것은 아닙니다. 살펴보고 싶은 점이나 궁금한 점은 #{clinicPhone}번으로 말씀해 주세요. 갑자기 붓거나 아프면 기다리지 말고 바로 연락해 주세요."]])
* insert Words(ja, [["その後、お変わりありませんか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}の施術から半年がたちました。その後、お変わりなくお過ごしでしょうか。\nはじめの頃と変わらないと感じる方もいれば、少しずつ変化を感じる方もいらっしゃいます。感じ方には個人差があり、必ずもう一度受けなければならないものではありません。\n一度状態を確認したい、聞いてみたいことがあるというときは、#{clinicPhone} までお気軽にお知らせください。妊娠中や授乳中の方、新しいお薬や診断された病気のある方、歯の治療や予防接種のご予定がある方は、あわせてお知らせください。再び施術を行うかどうか、またその時期は、診察のうえで医師とご相談して決めてまいります。\n施術を受けられた部分が急に腫れる、痛む、皮膚の色が変わるといったときは、様子を見ずにすぐご連絡ください。"]])
* insert ButtonFor(book, [["日時を相談する"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。施術から半年、お変わりありませんか。必ず再施術が必要なわけではありません。気になることは #{clinicPhone} へどうぞ。急な腫れや痛みがあるときは、すぐにご連絡ください。"]])
* insert Discreetly(ja, [["その後、お変わりありませんか"]], [["#{patientName}、#{clinicName}です。#{anchorDate}のご来院から半年、お変わりありませんか。必ずまたお越しいただかなければならないものではありません。気になることは #{clinicPhone} までお気軽にどうぞ。急な腫れや痛みがあるときは、すぐにご連絡ください。"]])
* insert Words(fa, [["جویای احوال شما هستیم"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\nشش ماه از درمان شما در تاریخ #{anchorDate} می‌گذرد. در این مدت حالتان چطور بوده است؟\nبعضی افراد هنوز تغییری حس نمی‌کنند و بعضی کم‌کم متوجه تغییر می‌شوند. این موضوع در هر فرد متفاوت است و تکرار درمان الزامی نیست.\nاگر دوست دارید وضعیتتان را با هم بررسی کنیم یا پرسشی دارید، با شمارهٔ #{clinicPhone} با ما در میان بگذارید. لطفاً اگر باردار هستید یا شیر می‌دهید، داروی تازه‌ای مصرف می‌کنید، بیماری تازه‌ای برایتان تشخیص داده شده است یا درمان دندان‌پزشکی یا واکسن در پیش دارید، آن را هم بگویید. دربارهٔ تکرار درمان و زمان آن، پزشک پس از معاینه همراه با شما تصمیم می‌گیرد.\nاگر ناحیهٔ درمان‌شده ناگهان متورم یا دردناک شد یا رنگ پوست تغییر کرد، منتظر نمانید و فوراً با ما تماس بگیرید."]])
* insert ButtonFor(book, [["هماهنگی زمان"]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: شش ماه پس از درمان حالتان چطور است؟ تکرار درمان الزامی نیست. پرسش خود را با #{clinicPhone} در میان بگذارید. اگر تورم یا درد ناگهانی دارید، فوراً تماس بگیرید."]])
* insert Discreetly(fa, [["جویای احوال شما هستیم"]], [["#{patientName}، سلام. پیام از #{clinicName}: شش ماه پس از مراجعهٔ #{anchorDate} حالتان چطور است؟ مراجعهٔ دوباره الزامی نیست. اگر پرسشی دارید، با #{clinicPhone} با ما در میان بگذارید. در صورت تورم یا درد ناگهانی فوراً تماس بگیرید."]])
* insert Words(en, [["How have you been?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been half a year since your treatment on #{anchorDate}. How have you been?\nSome people notice no change so far, others notice it little by little. It differs from person to person, and you do not have to have the treatment again.\nIf you would like us to take a look, or have a question, please call #{clinicPhone} whenever it suits you. Please mention if you are pregnant or breastfeeding, take a new medicine, have been told of a new condition, or have dental work or a vaccination coming up. Whether and when to treat again is something you and your doctor decide after seeing you.\nIf the treated area suddenly swells, hurts or changes colour, do not wait: call us right away."]])
* insert ButtonFor(book, [["Find a time"]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how have you been? Nothing has to be repeated. Questions: #{clinicPhone}. Sudden swelling or pain: call us right away."]])
* insert Discreetly(en, [["How have you been?"]], [["#{patientName}, #{clinicName}: how have you been since your visit on #{anchorDate}? You do not have to come again. Anything on your mind: #{clinicPhone}. Sudden swelling or pain: call us right away."]])
