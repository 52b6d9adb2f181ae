Instance: post-treatment-followup
InstanceOf: OutreachScenario
Usage: #definition
Title: "After a treatment: how are you after a week"
* insert Scenario(post-treatment-followup)
* name = "PostTreatmentFollowup"
* title = "After a treatment: how are you after a week"
* insert Translated(title, [["치료 일주일 후 안부"]], [["治療から1週間後のご様子伺い"]], [["احوال‌پرسی یک هفته پس از درمان"]])
* description = "A week after a treatment the patient is asked how they are and told which signs need a call or an emergency department. It is care, not a recall: a visit in between does not withdraw it."
* goal.description.text = "A patient with a complication calls early, and every patient feels looked after."
* insert ExitOn(anchor-cancelled)
* insert ExitOn(opted-out)
* insert AnchorOn(Procedure, [["iif(performed is dateTime, performed, iif(performed.end.exists(), performed.end, performed.start))"]])
* insert AnchorCode(any-treatment)
* insert AnchorStatus(completed, http://hl7.org/fhir/event-status)
* insert Step(seven-days-after, "How are you", post-treatment-followup-seven-days-after)
* insert Translated(action[=].title, [["안부 인사"]], [["その後のご様子"]], [["احوال‌پرسی"]])
* insert Due(after-start, 7, d, days)

Instance: post-treatment-followup-seven-days-after
InstanceOf: OutreachActivity
Usage: #definition
Title: "A week after a treatment"
* insert Activity(post-treatment-followup-seven-days-after, treatment)
* name = "PostTreatmentFollowupSevenDaysAfter"
* title = "A week after a treatment"
* description = "Asks how the patient is, says what is usual on that day after the treatment, and names the signs that need a call or an emergency department. Fits any number of days: a clinic that asks after 1, 3 or 14 days changes only the offset."
* code.text = "Follow-up a week after a treatment"
* insert Variable("days", "%daysSinceAnchor")
* insert Variable("usualKo", [["iif(%daysSinceAnchor < 3, '처음 이틀은 붓기나 뻐근함, 가벼운 멍이 가장 뚜렷하게 느껴질 수 있습니다.', iif(%daysSinceAnchor < 7, '이 무렵이면 붓기나 불편함이 줄어들기 시작하는 경우가 많습니다. 나아지다가 다시 심해진다면 알려 주세요.', iif(%daysSinceAnchor < 14, '가벼운 붓기나 뻐근함은 차츰 나아지는 경우가 많습니다.', '이 무렵이면 일상이 편안해진 분이 많습니다. 아직 남아 있는 불편이 있으면 함께 살펴보겠습니다.')))"]])
* insert Variable("usualJa", [["iif(%daysSinceAnchor < 3, 'はじめの2日ほどは、腫れや違和感、軽い内出血がいちばん目立つことがあります。', iif(%daysSinceAnchor < 7, 'この頃から、腫れや違和感がやわらいでくることが多いものです。よくなってから再び強くなるときは、お知らせください。', iif(%daysSinceAnchor < 14, '軽い腫れや違和感は、少しずつ落ち着いていくことが多いものです。', 'この頃には、普段どおりに過ごせる方が多くなります。まだ気になることが残っていましたら、一緒に確認いたします。')))"]])
* insert Variable("usualFa", [["iif(%daysSinceAnchor < 3, 'در دو روز نخست، تورم، ناراحتی یا کبودی خفیف ممکن است بیش از همه به چشم بیاید.', iif(%daysSinceAnchor < 7, 'در این روزها تورم و ناراحتی معمولاً رو به کاهش می‌رود. اگر پس از بهتر شدن دوباره بیشتر شد، به ما بگویید.', iif(%daysSinceAnchor < 14, 'تورم یا ناراحتی خفیف معمولاً کم‌کم بهتر می‌شود.', 'در این زمان زندگی روزمره برای بسیاری به حالت عادی برگشته است. اگر هنوز ناراحتی دارید، با هم بررسی می‌کنیم.')))"]])
* insert Variable("usualEn", [["iif(%daysSinceAnchor < 3, 'In the first two days swelling, soreness or a light bruise can be at its most noticeable.', iif(%daysSinceAnchor < 7, 'Around now swelling and soreness often begin to ease. If it was better and is now getting worse again, let us know.', iif(%daysSinceAnchor < 14, 'Mild swelling or soreness often settles little by little.', 'By now many people are back to their usual days. If something still bothers you, we will look at it together.')))"]])
* insert Words(ko, [["치료 후 안부를 여쭙니다"]], [["#{patientName}, 안녕하세요. #{clinicName}입니다.\n#{anchorDate}에 치료받으신 지 #{days}일이 되었습니다. 그동안 좀 어떠셨나요?\n#{usualKo} 다만 통증이나 붓기가 점점 심해지거나, 열이 나거나, 피나 고름이 나오거나, 피부색이 변하면 기다리지 말고 바로 #{clinicPhone}번으로 연락해 주세요. 연락이 닿지 않거나, 숨쉬기나 삼키기가 힘들거나, 눈이 잘 보이지 않으면 가까운 응급실로 가셔야 합니다.\n그 밖에 작은 궁금증도 편하게 물어봐 주세요."]])
* insert ButtonFor(ask, [["궁금한 점 묻기"]])
* insert Text(ko, [["#{patientName}, #{clinicName}입니다. 치료 후 #{days}일, 좀 어떠신가요? 통증이나 붓기가 심해지거나 열, 출혈이 있으면 바로 #{clinicPhone}번으로 연락해 주세요. 숨쉬기가 힘들면 응급실로 가세요."]])
* insert Discreetly(ko, [["안부를 여쭙니다"]], [["#{patientName}, #{clinicName}입니다. 그동안 좀 어떠셨나요? 불편한 점이 있으면 기다리지 마시고 #{clinicPhone}번으로 연락해 주세요. 급한 증상은 바로 응급 진료를 받으세요."]])
* insert Words(ja, [["治療後のご様子はいかがですか"]], [["#{patientName}、こんにちは。#{clinicName}です。\n#{anchorDate}の治療から#{days}日がたちました。その後のご様子はいかがでしょうか。\n#{usualJa}ただし、痛みや腫れが強くなる、熱が出る、出血や膿がある、皮膚の色が変わるといったときは、様子を見ずにすぐ #{clinicPhone} までご連絡ください。連絡がつかないときや、息苦しい、飲み込みにくい、見えにくいときは、お近くの救急外来を受診してください。\nほかにも、小さなことでもどうぞお気軽にお尋ねください。"]])
* insert ButtonFor(ask, [["質問してみる"]])
* insert Text(ja, [["#{patientName}、#{clinicName}です。治療から#{days}日、ご様子はいかがでしょうか。痛みや腫れが強くなる、熱や出血があるときは、すぐ #{clinicPhone} へご連絡ください。息苦しいときは救急を受診してください。"]])
* insert Discreetly(ja, [["ご様子はいかがですか"]], [["#{patientName}、#{clinicName}です。その後、ご様子はいかがでしょうか。気になることは、すぐに #{clinicPhone} へご連絡ください。急を要するときは救急を受診してください。"]])
* insert Words(fa, [["حال شما پس از درمان چطور است؟"]], [["#{patientName}، سلام. این پیام از #{clinicName} است.\n#{days} روز از درمان شما در تاریخ #{anchorDate} گذشته است. در این مدت حالتان چطور بوده است؟\n#{usualFa} اما اگر درد یا تورم بیشتر شد، تب کردید، خون‌ریزی یا ترشح چرکی داشتید یا رنگ پوست تغییر کرد، منتظر نمانید و فوراً با شمارهٔ #{clinicPhone} تماس بگیرید. اگر پاسخی نگرفتید یا در تنفس، بلع یا دید مشکل پیدا کردید، به نزدیک‌ترین اورژانس مراجعه کنید.\nهر پرسش دیگری هم دارید، هرچند کوچک، با خیال راحت بپرسید."]])
* insert ButtonFor(ask, [["پرسش از ما"]])
* insert Text(fa, [["#{patientName}، سلام. پیام از #{clinicName}: #{days} روز پس از درمان حالتان چطور است؟ اگر درد یا تورم بیشتر شد یا تب یا خون‌ریزی داشتید، فوراً با #{clinicPhone} تماس بگیرید. در تنگی نفس به اورژانس بروید."]])
* insert Discreetly(fa, [["جویای احوال شما هستیم"]], [["#{patientName}، سلام. پیام از #{clinicName}: حالتان چطور است؟ اگر ناراحتی دارید، منتظر نمانید و با #{clinicPhone} تماس بگیرید. در وضعیت فوری به اورژانس بروید."]])
* insert Words(en, [["How are you after your treatment?"]], [["Hello #{patientName}, this is #{clinicName}.\nIt has been #{days} days since your treatment on #{anchorDate}. How have you been?\n#{usualEn} But if pain or swelling gets worse, or you have a fever, bleeding, pus or a change in skin colour, do not wait: call #{clinicPhone} right away. If you cannot reach us, or have trouble breathing, swallowing or seeing, go to the nearest emergency department.\nPlease feel free to ask about anything else too, however small."]])
* insert ButtonFor(ask, [["Ask us"]])
* insert Text(en, [["#{patientName}, #{clinicName}: how are you after #{days} days? Worse pain or swelling, fever, bleeding: call #{clinicPhone}. Hard to breathe: go to the ER."]])
* insert Discreetly(en, [["How are you?"]], [["#{patientName}, #{clinicName}: how are you? If anything bothers you, do not wait: call #{clinicPhone}. In an emergency go to the ER."]])
